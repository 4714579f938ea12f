import { saySteps } from '../domain/dated-steps'
import { sayDay } from '../domain/day'
import { type Office, officeOf, shortName } from '../domain/district'
import { sayDraft } from '../domain/draft-number'
import { scriptKeys } from '../domain/register'
import { type KnownRow, rowKey, rowsOf } from '../domain/state'
import type { Task } from '../domain/task'
import { isDraft } from '../domain/task-drafts'
import { sayLight, whatOf } from '../domain/task-due'
import { sayHelping } from '../domain/task-helping'
import { handedTo, tenureOf, wasThere } from '../domain/task-readers'
import { sayConfirmed } from '../domain/waiting'
import type { TaskBoard } from './judge-tasks'
import type { Run } from './run'

type Cells = Map<string, Record<string, string>>

/** The line of a task at the desk of an office. */
export const feedbackRow = (
  run: Run,
  board: TaskBoard,
  task: Task,
  office: string,
): KnownRow | undefined => {
  const desk = officeOf(run.district, office)?.desk ?? ''
  return run.journal.state.rows.get(rowKey(desk, board.registers.feedback.id, task.id))
}

/** Offices by their short names. */
export const nameIn =
  ({ district }: Run) =>
  (id: string): string =>
    shortName(district, id)

/** What an office was told of a task while it had it: opinions, where it went, 催办. */
const answerOf = (run: Run, { state, asks }: Task, office: string): string => {
  const there = (at: number | undefined) => wasThere(state, office, at ?? 0)
  const said = asks
    // A 督办单 is for the office, a 专报 is not; what was not issued is nobody's.
    .filter(
      ({ ask }) => ask.decided && (!isDraft(ask) || (ask.kind === '督办单' && ask.decided.yes)),
    )
    .filter(({ ask }) => there(ask.decided?.at))
    .map(({ ask }) => {
      if (isDraft(ask)) return sayDraft(ask)
      const yes = ask.decided?.yes
      const days = ask.waiting ? sayConfirmed(run.district.calendar, ask.waiting) : ''
      if (days !== '') return `确认等待${days}`
      const word = ask.kind === '核验' ? (yes ? '通过' : '退回') : yes ? '同意' : '不同意'
      const opinion = ask.decided?.opinion ? `：${ask.decided.opinion}` : ''
      return `${ask.kind}${word}${opinion}`
    })
  const moved = state.moves
    .filter(({ at }) => there(at))
    .map(
      ({ from, to, reason }) =>
        `由${shortName(run.district, from)}转交${shortName(run.district, to)}：${reason}`,
    )
  const urged = state.urges
    .filter((_, i) => there(state.urgedAt?.[i]))
    .slice(-1)
    .map((said) => `催办：${said}`)
  const given = state.extensions.flatMap(({ why, to, at }) =>
    why === undefined || !there(at) ? [] : [`${why}，现时限${sayDay(to)}`],
  )
  return [...said, ...moved, ...given, ...urged].join('；')
}

/** Of a task handed on: what was shown of it last stands, and nothing new is added. */
const handedOnRow = (run: Run, task: Task, office: Office, what: string) => {
  const to = handedTo(task.state, office.id)
  return {
    what,
    role: '已转交',
    light: '',
    state: to === '' ? '已不再协办' : `已转交${shortName(run.district, to)}`,
    answer: answerOf(run, task, office.id),
    helping: '',
  }
}

/** The slices of a desk: a line for every task it leads or helps with, or has handed on. */
export const sliceRows = (run: Run, board: TaskBoard, office: Office): Cells => {
  const rows: Cells = new Map()
  for (const task of board.tasks) {
    const tenure = tenureOf(task.state, office.id)
    if (tenure === '') continue
    const leads = tenure === '牵头'
    if (tenure === '已转交') {
      const known = feedbackRow(run, board, task, office.id)
      if (known) rows.set(task.id, handedOnRow(run, task, office, known.cells.what ?? ''))
      continue
    }
    rows.set(task.id, {
      what: whatOf(board.registers.task, task),
      role: tenure,
      due: task.state.due,
      original: task.state.extensions.length > 0 ? task.state.original : '',
      light: sayLight(task),
      state: `${leads ? '' : '协办，'}${task.stage}`,
      answer: answerOf(run, task, office.id),
      helping: leads ? sayHelping(task.helping, nameIn(run)) : '',
      ...(board.registers.task.steps === undefined ? {} : { steps: saySteps(task.state.steps) }),
    })
  }
  return rows
}

/** A number typed at a desk that never had the task: nothing of the task is said beside it. */
export const strayRows = (
  run: Run,
  { registers }: TaskBoard,
  office: Office,
  own: Cells,
): Cells => {
  const { feedback } = registers
  const said = scriptKeys(feedback).filter((key) => key !== 'id')
  const blank = Object.fromEntries(said.map((key) => [key, '']))
  const strays = rowsOf(run.journal.state, feedback.id, office.desk).filter(
    ({ id }) => !own.has(id),
  )
  const state = feedback.state ?? ''
  return new Map(strays.map(({ id }) => [id, { ...blank, [state]: '本办没有这项任务' }]))
}
