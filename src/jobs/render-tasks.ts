import type { Office } from '../domain/district'
import { scriptKeys } from '../domain/register'
import { type Ask, rowKey } from '../domain/state'
import { decisionDesk, isOpenAsk, leadName, type Task } from '../domain/task'
import { sayAsk } from '../domain/task-decisions'
import { isDraft } from '../domain/task-drafts'
import { byDelay, isUnset, sayLight, sayPressing, whatOf } from '../domain/task-due'
import { sayHelping } from '../domain/task-helping'
import { taskProblems } from '../domain/task-problems'
import { settledBy } from '../domain/task-readers'
import { sayUnsigned, unsignedMatters } from './helping-matters'
import type { TaskBoard } from './judge-tasks'
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
        original: task.state.extensions.length > 0 ? task.state.original : '',
        overdue: task.light.overdue > 0 ? String(task.light.overdue) : '',
        urges: task.state.urges.length > 0 ? String(task.state.urges.length) : '',
        progress: own?.cells[rule?.progress ?? ''] ?? '',
        helping: sayHelping(task.helping, nameIn(run)),
      }
      return [
        task.id,
        Object.fromEntries(Object.entries(cells).filter(([key]) => columns.includes(key))),
      ]
    }),
  )
}

const askState = (ask: Ask): string => {
  if (ask.lapsed !== undefined) return '已失效'
  if (isDraft(ask)) return ask.decided ? (ask.decided.yes ? '已签发' : '不发') : '待签发'
  return ask.decided ? `已定：${ask.decided.yes ? '同意' : '不同意'}` : '待裁定'
}

/** What waits for a decision at one place, what was decided there, and what waits elsewhere now. */
export const decisionRows = (run: Run, board: TaskBoard, at: Office | undefined): Cells => {
  const rows: Cells = new Map()
  const { decision } = board.registers
  const book = at?.desk ?? run.control
  const has = (id: string) => run.journal.state.rows.has(rowKey(book, decision.id, id))
  for (const task of board.tasks) {
    for (const { id, ask } of task.asks) {
      const place = decisionDesk(run.district, decision, ask, task.commissioner)
      const settled = !isOpenAsk(ask)
      // What was settled stays where it was; what waits goes along with its commissioner.
      const here = place?.id === at?.id
      if (!here && !settled && has(id)) rows.set(id, { state: `已转到${place?.short ?? '总台账'}` })
      // A number typed at another 督办台 is no reason to show there what was decided elsewhere.
      const stands = has(id) && (here || !at || settledBy(ask, at.head))
      if (settled ? !stands : !here) continue
      rows.set(id, {
        kind: ask.kind,
        what: `${leadName(task.lead)}：${whatOf(board.registers.task, task)}`,
        asks: sayAsk(ask, nameIn(run)),
        state: askState(ask),
      })
    }
  }
  return rows
}

/** Lines of 本办待办 about tasks: what is overdue or near, not received, without a day, answered. */
export const taskMatters = (run: Run, board: TaskBoard, office: Office): string[][] => {
  const tab = board.registers.feedback.title
  return board.tasks
    .filter((task) => task.office === office.id && task.state.over === '')
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
}

const mistakes = (run: Run, { registers }: TaskBoard, office: Office): string[][] =>
  taskProblems(run.journal.state, registers.task, run.district)
    .filter(({ book }) => book === office.desk)
    .map(({ id, heading, text }) => [
      '填写问题',
      heading,
      `${heading}${text}`,
      '',
      `${registers.task.title} ${id}`,
    ])

/** Lines of 本办待办 at a post desk: what is to be mended in its own rows, what waits for its holder, and what is overdue of its tasks. */
export const postMatters = (run: Run, board: TaskBoard, office: Office): string[][] => {
  const { decision } = board.registers
  if (decision.posts?.includes(office.kind) !== true) return []
  const own = board.tasks.filter((task) => office.head !== '' && task.commissioner === office.head)
  const what = (task: Task) => `${leadName(task.lead)}：${whatOf(board.registers.task, task)}`
  const waiting = own.flatMap((task) =>
    task.asks
      .filter(({ ask }) => isOpenAsk(ask))
      .map(({ id, ask }) => [
        isDraft(ask) ? '待签发' : '待裁定',
        what(task),
        isDraft(ask)
          ? `${ask.kind}已拟好（${task.light.why}），请阅后签发`
          : sayAsk(ask, nameIn(run)),
        sayPressing(task),
        ask.kind === '异议' ? '由统筹人裁定' : `${decision.title} ${id}`,
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
    ...overdue,
    ...unsignedMatters(run, board, own),
    ...unset,
  ]
}
