import { type Office, shortName } from '../domain/district'
import { dayOf } from '../domain/moment'
import { leadName, type Task } from '../domain/task'
import { sayLight, sayPressing, whatOf } from '../domain/task-due'
import { unsignedOf } from '../domain/task-receipt'
import type { TaskBoard } from './judge-tasks'
import type { Run } from './run'

const unsignedIn = (run: Run, board: TaskBoard, task: Task) =>
  unsignedOf(run.district, board.registers.task, task, dayOf(run.journal.at))

/** For how long an office has not acknowledged a task, '' where it is in time. */
export const sayUnsigned = (run: Run, board: TaskBoard, task: Task, office: string): string => {
  const late = unsignedIn(run, board, task).find((each) => each.office === office)
  return late ? `超过签收时限${late.days}天` : ''
}

/** Lines of 本办待办 at a post desk: which offices have not acknowledged its tasks in time. */
export const unsignedMatters = (run: Run, board: TaskBoard, own: Task[]): string[][] =>
  own
    .flatMap((task) => unsignedIn(run, board, task).map((late) => ({ task, ...late })))
    .sort((a, b) => b.days - a.days)
    .map(({ task, office, helps, days }) => [
      '未签收',
      `${leadName(task.lead)}：${whatOf(board.registers.task, task)}`,
      `${shortName(run.district, office)}${helps ? '（协办）' : ''}超过签收时限${days}天`,
      sayPressing(task),
      task.id,
    ])

/** Lines of 本办待办 about tasks an office helps with: not acknowledged, under way, and mistakes. */
export const helpingMatters = (run: Run, board: TaskBoard, office: Office): string[][] => {
  const tab = board.registers.feedback.title
  const helps = board.tasks.flatMap((task) => {
    const report = task.helping.find((each) => each.office === office.id)
    return task.state.over === '' && report ? [{ task, report }] : []
  })
  return helps.flatMap(({ task, report }) => {
    const lead = shortName(run.district, task.office)
    const line = (kind: string, why: string) => [
      kind,
      whatOf(board.registers.task, task),
      why,
      sayPressing(task),
      `${tab} ${task.id}`,
    ]
    const unsigned = sayUnsigned(run, board, task, office.id)
    const state = [`协办，${lead}牵头`, sayLight(task)].filter((text) => text !== '').join('；')
    const shown =
      unsigned !== ''
        ? line('未签收', `${state}；${unsigned}，请在“签收”填“是”`)
        : report.received === 0
          ? line('待签收', `${state}；请在“签收”填“是”`)
          : line('协办', report.done ? `${state}；本办已完成` : state)
    if (report.misplaced.length === 0) return [shown]
    const columns = report.misplaced.map((heading) => `“${heading}”`).join('')
    return [shown, line('待更正', `${columns}请由牵头单位（${lead}）填写，协办单位所填不采用`)]
  })
}
