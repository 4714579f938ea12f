import { actingRuns } from '../acting-runs'
import { BadInput } from '../bad-input'
import type { Run, Workspace } from '../contract'
import { sayMoment } from '../say-moment'
import { summariseTrace } from '../summarise-trace'
import type { CommonOptions } from './options'
import { readNumber } from './read-number'
import { answer, type ExitCode, type Shell } from './shell'
import { textTable } from './text-table'
import { readingWorkspace } from './workspace-at'

/** `lianxi trace [N]`: the last runs with their cost, or every priced call of the Nth. */
export async function traceCommand(
  shell: Shell,
  nth: string | undefined,
  options: CommonOptions,
): Promise<ExitCode> {
  const wanted = nth === undefined ? undefined : readNumber(nth, '运行序号')
  return readingWorkspace<ExitCode>(shell, options.in, async (workspace) => {
    const json = options.json === true
    const runs = actingRuns(workspace.store, wanted ?? 20)
    if (wanted === undefined) {
      answer(shell, json, runs.map(shorten), list(runs))
      return 0
    }
    const run = runs[wanted - 1]
    if (run === undefined) {
      throw new BadInput(`运行序号：给的是“${nth}”，应为 1 到 ${runs.length} 之间的数。`)
    }
    answer(shell, json, { ...shorten(run), trace: run.trace }, detail(workspace, run))
    return 0
  })
}

function shorten(run: Run) {
  const { fn, at, ms, wall, outcome, error } = run
  const { calls, implicit, kinds } = summariseTrace(run.trace)
  return { fn, at, ms, wall, outcome, error: error ?? null, calls, implicit, kinds }
}

function list(runs: Run[]): string[] {
  if (runs.length === 0) return ['还没有运行。']
  const rows = runs.map((run, index) => {
    const sums = summariseTrace(run.trace)
    const kinds = sums.kinds.map(({ kind, calls }) => `${kind}×${calls}`).join(' ')
    const [ms, implicit] = [String(Math.round(run.ms)), String(sums.implicit)]
    return [String(index + 1), sayMoment(run.at), run.fn, run.outcome, ms, implicit, kinds]
  })
  return textTable([['序号', '时间', '函数', '结果', '耗时毫秒', '隐式写入', '调用'], ...rows], 60)
}

function detail({ store }: Workspace, run: Run): string[] {
  const names = new Map(store.books().map((book) => [book.id, book.name]))
  const sums = summariseTrace(run.trace)
  const kinds = sums.kinds.map(({ kind, calls, ms }) => [
    kind,
    String(calls),
    String(Math.round(ms)),
  ])
  const calls = run.trace.map((line) => [
    String(Math.round(line.t)),
    line.implicit === true ? `${line.kind}（隐式）` : line.kind,
    names.get(line.ss) ?? line.ss,
    String(line.cells ?? line.requests ?? line.recipients ?? ''),
    String(Math.round(line.ms)),
  ])
  return [
    `${run.fn} ${sayMoment(run.at)} ${run.outcome}，耗时 ${Math.round(run.ms)} 毫秒，隐式写入 ${sums.implicit} 次`,
    '',
    ...textTable([['种类', '次数', '耗时毫秒'], ...kinds]),
    '',
    ...textTable([['起始毫秒', '种类', '工作簿', '数量', '耗时毫秒'], ...calls]),
    ...run.log,
  ]
}
