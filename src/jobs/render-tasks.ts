import { saySteps } from '../domain/dated-steps'
import { type Office, officeOf, shortName } from '../domain/district'
import { scriptKeys } from '../domain/register'
import { type Ask, type KnownRow, rowKey } from '../domain/state'
import { decisionDesk, isOpenAsk, leadName, type Task } from '../domain/task'
import { sayAsk } from '../domain/task-decisions'
import { isDraft } from '../domain/task-drafts'
import { byDelay, isUnset, sayLight, sayPressing, whatOf } from '../domain/task-due'
import { sayHelping } from '../domain/task-helping'
import { taskProblems } from '../domain/task-problems'
import { sayUnsigned, unsignedMatters } from './helping-matters'
import type { TaskBoard } from './judge-tasks'
import type { Run } from './run'

type Cells = Map<string, Record<string, string>>

const feedbackRow = (
  run: Run,
  board: TaskBoard,
  task: Task,
  office: string,
): KnownRow | undefined => {
  const desk = officeOf(run.district, office)?.desk ?? ''
  return run.journal.state.rows.get(rowKey(desk, board.registers.feedback.id, task.id))
}

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

const nameIn =
  ({ district }: Run) =>
  (id: string): string =>
    shortName(district, id)

const answerOf = (run: Run, task: Task): string => {
  const said = task.asks
    // A 督办单 is for the office, a 专报 is not; what was not issued is nobody's.
    .filter(
      ({ ask }) => ask.decided && (!isDraft(ask) || (ask.kind === '督办单' && ask.decided.yes)),
    )
    .map(({ ask }) => {
      if (isDraft(ask)) return ask.reason
      const yes = ask.decided?.yes
      const word = ask.kind === '核验' ? (yes ? '通过' : '退回') : yes ? '同意' : '不同意'
      const opinion = ask.decided?.opinion ? `：${ask.decided.opinion}` : ''
      return `${ask.kind}${word}${opinion}`
    })
  const moved = task.state.moves.map(
    ({ from, to, reason }) =>
      `由${shortName(run.district, from)}转交${shortName(run.district, to)}：${reason}`,
  )
  const urged = task.state.urges.slice(-1).map((said) => `催办：${said}`)
  return [...said, ...moved, ...urged].join('；')
}

/** The slices of a desk: a line for every task it leads or helps with, or has handed on. */
export const sliceRows = (run: Run, board: TaskBoard, office: Office): Cells => {
  const rows: Cells = new Map()
  for (const task of board.tasks) {
    const leads = task.office === office.id
    const helps = task.helping.some((each) => each.office === office.id)
    const had = feedbackRow(run, board, task, office.id) !== undefined
    if (!leads && !helps && !had) continue
    const handedOn = !leads && !helps
    rows.set(task.id, {
      what: whatOf(board.registers.task, task),
      role: leads ? '牵头' : helps ? '协办' : '已转交',
      due: task.state.due,
      original: task.state.extensions.length > 0 ? task.state.original : '',
      light: handedOn ? '' : sayLight(task),
      state: handedOn
        ? `已转交${shortName(run.district, task.office)}`
        : `${leads ? '' : '协办，'}${task.stage}`,
      answer: answerOf(run, task),
      helping: leads ? sayHelping(task.helping, nameIn(run)) : '',
      ...(board.registers.task.steps === undefined ? {} : { steps: saySteps(task.state.steps) }),
    })
  }
  return rows
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
      if (place?.id !== at?.id && !settled && has(id))
        rows.set(id, { state: `已转到${place?.short ?? '总台账'}` })
      if (settled ? !has(id) : place?.id !== at?.id) continue
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
