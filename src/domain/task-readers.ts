import type { Moment } from './moment'
import { keepingOf, textSaid } from './readers'
import type { Register } from './register'
import { leadName, type Task } from './task'
import { whatOf } from './task-due'
import type { Ask, Spell, TaskState } from './task-state'

/** What an office has to do with a task: it leads or helps, had it once, or never did. */
export type Tenure = '牵头' | '协办' | '已转交' | ''

const always = Number.POSITIVE_INFINITY

/** The times in which an office led a task, as its moves tell. */
const ledBy = ({ moves, office: last }: TaskState, office: string): Spell[] => {
  const holders = [
    ...moves.map(({ from, at }) => ({ holder: from, to: at })),
    { holder: last, to: always },
  ]
  return holders.flatMap(({ holder, to }, i) =>
    holder === office ? [{ from: holders[i - 1]?.to ?? 0, to }] : [],
  )
}

const helpedBy = ({ helping, helped = {} }: TaskState, office: string): Spell[] => {
  const now = helping[office]
  return [...(helped[office] ?? []), ...(now ? [{ from: now.reached, to: always }] : [])]
}

const spellsOf = (state: TaskState, office: string): Spell[] =>
  office === '' ? [] : [...ledBy(state, office), ...helpedBy(state, office)]

/** What an office has to do with a task: only the state tells, never a number typed at its desk. */
export const tenureOf = (state: TaskState, office: string): Tenure => {
  if (office === '') return ''
  if (state.office === office) return '牵头'
  if (state.helping[office]) return '协办'
  return spellsOf(state, office).length > 0 ? '已转交' : ''
}

/** Whether what was said of a task at a moment is for an office: it had the task then. */
export const wasThere = (state: TaskState, office: string, at: Moment): boolean =>
  spellsOf(state, office).some(({ from, to }) => from <= at && at <= to)

/** The office to which another handed a task on last, '' where it never did. */
export const handedTo = ({ moves }: TaskState, office: string): string =>
  moves.filter(({ from }) => from === office).slice(-1)[0]?.to ?? ''

/** Whether a post desk is where something settled was decided: its holder did. */
export const settledBy = (ask: Ask, holder: string): boolean =>
  holder !== '' && ask.decided?.by === holder

/** Whether a task is kept out of letters and of what directors read: a text of its row is warned. */
export const isTaskKept = (register: Register, task: Pick<Task, 'row'>): boolean =>
  keepingOf(register, task.row.cells) !== ''

/** What anybody may read of a task: on 总览, in a letter, in an answer to 为什么. */
export const openTask = (
  register: Register,
  task: Task,
): { what: string; lead: string; why: string } => {
  const kept = isTaskKept(register, task)
  // A step is named in the row's own words.
  const named = kept && (task.state.steps ?? []).some(({ name }) => task.light.why.includes(name))
  return {
    what: textSaid(kept, whatOf(register, task)),
    lead: task.lead.kind === '' ? textSaid(kept, leadName(task.lead)) : leadName(task.lead),
    why: textSaid(named, task.light.why),
  }
}
