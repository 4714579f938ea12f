import type { Book, Run, TraceLine } from '../contract'
import { sayMoment } from '../say-moment'
import { sayOutcome, sayRunFailure } from '../say-run'
import { summariseTrace, type TraceSummary } from '../summarise-trace'
import { FilterBox } from './mail-view'
import { PageShell, type ShellFacts } from './page-shell'
import { Pager } from './pager'
import { RunTable } from './run-table'

/** Every kept run, newest first. */
export function RunsView(props: { shell: ShellFacts; runs: Run[]; page: number; pages: number }) {
  return (
    <PageShell title="运行" section="runs" facts={props.shell}>
      <div class="page-head">
        <h1>运行</h1>
        <p class="muted">毫秒按价目表计算，不是本机耗时</p>
      </div>
      <FilterBox label="筛选本页运行" />
      <RunTable runs={props.runs} />
      <Pager path="/runs" page={props.page} pages={props.pages} />
    </PageShell>
  )
}

/** One run with each of its priced calls. */
export function RunView({ shell, run, books }: { shell: ShellFacts; run: Run; books: Book[] }) {
  const sums = summariseTrace(run.trace)
  return (
    <PageShell title={`运行 ${run.fn}`} section="runs" facts={shell}>
      <nav class="crumbs" aria-label="位置">
        <a href="/runs">运行</a>
      </nav>
      <div class="page-head">
        <h1>
          <code>{run.fn}</code> {sayMoment(run.at)}
        </h1>
        <p class={run.outcome === 'done' ? 'muted' : 'alarm'}>{sayOutcome(run.outcome)}</p>
      </div>
      {run.error === undefined ? null : <p class="notice">{sayRunFailure(run)}</p>}
      <dl class="counts run-counts">
        <Figure name="耗时毫秒" value={Math.round(run.ms)} />
        <Figure name="本机毫秒" value={Math.round(run.wall)} />
        <Figure name="调用" value={sums.calls} />
        <Figure name="隐式写入" value={sums.implicit} />
      </dl>
      <KindTable sums={sums} />
      <ResultBlock run={run} />
      <h2>逐次调用</h2>
      <CallTable lines={run.trace} books={books} />
    </PageShell>
  )
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div class="count">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function KindTable({ sums }: { sums: TraceSummary }) {
  return (
    <table class="plain kinds">
      <caption>按种类</caption>
      <thead>
        <tr>
          <th scope="col">种类</th>
          <th scope="col">次数</th>
          <th scope="col">耗时毫秒</th>
          <th scope="col">占比</th>
        </tr>
      </thead>
      <tbody>
        {sums.kinds.map(({ kind, calls, ms }) => (
          <tr>
            <th scope="row">{kind}</th>
            <td class="number">{calls}</td>
            <td class="number">{Math.round(ms)}</td>
            <td>
              <meter min={0} max={Math.max(sums.ms, 1)} value={ms}></meter>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ResultBlock({ run }: { run: Run }) {
  const result = typeof run.result === 'string' ? run.result : JSON.stringify(run.result ?? null)
  const lines = [...(run.error === undefined ? [] : [run.error]), result, ...run.log].join('\n')
  return (
    <details class="fold">
      <summary>答复与日志</summary>
      <pre class="letter-text">{lines}</pre>
    </details>
  )
}

function CallTable({ lines, books }: { lines: TraceLine[]; books: Book[] }) {
  const names = new Map(books.map((book) => [book.id, book.name]))
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="逐次调用">
      <table class="plain calls">
        <caption class="visually-hidden">逐次调用</caption>
        <thead>
          <tr>
            {['起始毫秒', '种类', '工作簿', '单元格', 'KB', '请求', '收件人', '耗时毫秒'].map(
              (name) => (
                <th scope="col">{name}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr class={line.implicit === true ? 'implicit' : ''}>
              <td class="number">{Math.round(line.t)}</td>
              <th scope="row">{line.implicit === true ? `${line.kind}（隐式）` : line.kind}</th>
              <td>{names.get(line.ss) ?? line.ss}</td>
              <td class="number">{line.cells ?? ''}</td>
              <td class="number">{line.kb === undefined ? '' : Math.round(line.kb)}</td>
              <td class="number">{line.requests ?? ''}</td>
              <td class="number">{line.recipients ?? ''}</td>
              <td class="number">{Math.round(line.ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
