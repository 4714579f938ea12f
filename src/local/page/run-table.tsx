import type { Run } from '../contract'
import { sayShortMoment } from '../say-moment'
import { sayOutcome, sayRunFailure } from '../say-run'
import { summariseTrace } from '../summarise-trace'

/** The address of a run's own page: its moment and function. */
export function runPath(run: Run): string {
  return `/runs/${run.at}-${encodeURIComponent(run.fn)}`
}

/** Runs, newest first, with what they cost by the price list. */
export function RunTable({ runs, brief }: { runs: Run[]; brief?: boolean }) {
  if (runs.length === 0) return <p class="empty">还没有运行。</p>
  // What is of the keeper's trade stands under 系统维护 only.
  const heads = brief ? ['时间', '结果'] : ['时间', '函数', '结果', '耗时毫秒', '隐式写入', '调用']
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="运行">
      <table class="plain runs">
        <caption class="visually-hidden">运行记录</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody data-filter-list="">
          {runs.map((run) => (
            <RunLine run={run} brief={brief === true} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RunLine({ run, brief }: { run: Run; brief: boolean }) {
  const sums = summariseTrace(run.trace)
  return (
    <tr>
      <th scope="row">
        <a href={runPath(run)}>{sayShortMoment(run.at)}</a>
      </th>
      {brief ? null : (
        <td>
          <code>{run.fn}</code>
        </td>
      )}
      <td class={run.outcome === 'done' ? '' : 'alarm'}>
        {sayOutcome(run.outcome)}
        {run.error === undefined ? null : <small class="run-error">{sayRunFailure(run)}</small>}
      </td>
      {brief ? null : (
        <>
          <td class="number">{Math.round(run.ms)}</td>
          <td class={sums.implicit > 0 ? 'number alarm' : 'number'}>{sums.implicit}</td>
          <td>
            <KindChips kinds={sums.kinds} />
          </td>
        </>
      )}
    </tr>
  )
}

function KindChips({ kinds }: { kinds: { kind: string; calls: number }[] }) {
  return (
    <ul class="chips">
      {kinds.map(({ kind, calls }) => (
        <li>
          {kind}
          <b>{`×${calls}`}</b>
        </li>
      ))}
    </ul>
  )
}
