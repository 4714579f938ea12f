import { isOpenAsk } from '../domain/ask'
import type { Office } from '../domain/district'
import { dayOf } from '../domain/moment'
import { scriptKeys } from '../domain/register'
import { leadName, type Task } from '../domain/task'
import { ledOf } from '../domain/task-deciders'
import { decisionDesk } from '../domain/task-decision-row'
import { sayAsk } from '../domain/task-decisions'
import { isDraft } from '../domain/task-drafts'
import { byDelay, isUnset, sayLight, sayPressing, whatOf } from '../domain/task-due'
import { sayHelping } from '../domain/task-helping'
import { taskProblems } from '../domain/task-problems'
import { sayProxy } from '../domain/task-proxy'
import type { Ask } from '../domain/task-state'
import { sayWait } from '../domain/waiting'
import { sayUnsigned, unsignedMatters } from './helping-matters'
import type { TaskBoard } from './judge-tasks'
import { proxyMatters } from './proxy-matters'
import { feedbackRow, nameIn } from './render-slices'
import type { Run } from './run'

type Cells = Map<string, Record<string, string>>

/** The script's cells of the master rows, in the columns the register has for them. */
export const masterCells = (run: Run, board: TaskBoard): Cells => {
  const { task: register } = board.registers
  const columns = scriptKeys(register)
  return new Map(
    board.tasks.map((task) => {
      const rule = board.registers.feedback.feedback
      const own = feedbackRow(run, board, task, task.office)
      const cells = {
        light: sayLight(task),
        [register.state ?? 'state']: task.stage,
        current: task.state.due,
        leadKind: task.lead.kind,
        leadNow: task.state.moves.length > 0 ? leadName(task.lead) : '',
        original: task.state.extensions.length > 0 ? task.state.original : '',
        overdue: task.light.overdue > 0 ? String(task.light.overdue) : '',
        urges: task.state.urges.length > 0 ? String(task.state.urges.length) : '',
        progress:
          own?.cells[rule?.progress ?? ''] ??
          sayProxy(run.district, board.registers, task.row, task.values, task.office),
        helping: sayHelping(task.helping, nameIn(run)),
      }
      return [
        task.id,
        Object.fromEntries(Object.entries(cells).filter(([key]) => columns.includes(key))),
      ]
    }),
  )
}

/** Lines of 本办待办 about tasks: what is overdue or near, not received, without a day, answered. */
export const taskMatters = (run: Run, board: TaskBoard, office: Office): string[][] => {
  const tab = board.registers.feedback.title
  return (
    board.tasks
      .filter((task) => task.office === office.id && task.state.over === '')
      // What waits for an objection has a line of its own; once it is red it is told as red too.
      .filter((task) => task.stage !== '异议待定' || task.light.colour === '红')
      .map((task): [Task, string, string] => {
        const unsigned = sayUnsigned(run, board, task, office.id)
        if (task.light.colour === '红')
          return [task, '逾期', [task.light.why, unsigned].filter((text) => text !== '').join('；')]
        if (unsigned !== '') return [task, '未签收', `${unsigned}，请在“签收”填“是”`]
        if (task.state.received === 0)
          return [task, '待签收', '请在“签收”填“是”；有异议的，写明理由和建议单位']
        if (isUnset(task)) return [task, '未定时限', '请在“拟定时限”填写完成时限']
        if (task.light.colour === '黄') return [task, '临近', task.light.why]
        if (task.state.due === '') return [task, '办理中', '长期任务，有进展时填写“最新进展”']
        return [task, '办理中', task.light.why]
      })
      .sort((a, b) => b[0].light.overdue - a[0].light.overdue)
      .map(([task, kind, why]) => [
        kind,
        whatOf(board.registers.task, task),
        why,
        sayPressing(task),
        `${tab} ${task.id}`,
      ])
  )
}

const mistakes = (run: Run, { registers }: TaskBoard, office: Office): string[][] =>
  taskProblems(run.journal.state, registers.task, run.district, dayOf(run.journal.at))
    .filter(({ book }) => book === office.desk)
    .map(({ id, heading, text }) => [
      '待更正',
      heading,
      `${heading}${text}`,
      '',
      `${registers.task.title} ${id}`,
    ])

/** Whether something asked for is decided at a post desk, or is the coordinator's to decide about its tasks. */
const standsAt = (run: Run, board: TaskBoard, office: Office, task: Task, ask: Ask): boolean =>
  ask.kind === '异议'
    ? office.head !== '' && task.commissioner === office.head
    : decisionDesk(run.district, board.registers, ledOf(task), ask)?.id === office.id

/** Lines of 本办待办 at a post desk: what is to be mended in its own rows, what waits for its holder, and what is overdue of its tasks. */
export const postMatters = (run: Run, board: TaskBoard, office: Office): string[][] => {
  const { decision } = board.registers
  if (decision.posts?.includes(office.kind) !== true) return []
  const own = board.tasks.filter((task) => office.head !== '' && task.commissioner === office.head)
  const what = (task: Task) => `${leadName(task.lead)}：${whatOf(board.registers.task, task)}`
  const waiting = board.tasks.flatMap((task) =>
    task.asks
      .filter(({ ask }) => isOpenAsk(ask) && standsAt(run, board, office, task, ask))
      .map(({ id, ask }) => [
        isDraft(ask) ? '待签发' : '待审核',
        what(task),
        isDraft(ask)
          ? `${ask.kind}已拟好（${task.light.why}），请阅后签发`
          : ask.waiting
            ? sayWait(run.district, { id, ask, waiting: ask.waiting }, dayOf(run.journal.at))
            : sayAsk(ask, run.district),
        sayPressing(task),
        ask.kind === '异议' ? '由统筹人协调' : `${decision.title} ${id}`,
      ]),
  )
  const open = own.filter((task) => task.state.over === '')
  const overdue = open
    .filter((task) => task.light.colour === '红')
    .sort(byDelay)
    .map((task) => ['逾期', what(task), task.light.why, sayPressing(task), task.id])
  const unset = open
    .filter(isUnset)
    .map((task) => ['未定时限', what(task), '请催承办单位定出时限', '', task.id])
  return [
    ...mistakes(run, board, office),
    ...waiting,
    ...proxyMatters(run, board, office),
    ...overdue,
    ...unsignedMatters(run, board, own),
    ...unset,
  ]
}
