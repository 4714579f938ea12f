import { isOpenAsk } from './ask'
import { pressing } from './dated-steps'
import { sayDay } from './day'
import { contactsOf, shortName } from './district'
import type { Maker } from './letter'
import { ids, type LeadMatter, type Matter, type Rank } from './matter'
import { dayOf } from './moment'
import { openText } from './readers'
import { isOver, type Task } from './task'
import { awaitedOf, ledOf } from './task-deciders'
import { decisionDesk } from './task-decision-row'
import { sayKind } from './task-decisions'
import { isDraft } from './task-drafts'
import { isUnset } from './task-due'
import { carriers, factsOf } from './task-letter'
import type { TaskList } from './task-letters'
import { type Given, isToday, matter, type Part, postsOf, rungOf } from './task-matter'
import { unsignedOf } from './task-receipt'
import type { Ask } from './task-state'
import { waitedMatters } from './waited-matters'
import { ownerless, unsigned, watching } from './watched-matters'

/** How a task is with who carries it; what was reported done asks for nothing more of them. */
const leadState = (maker: Maker, { register }: TaskList, task: Task): LeadMatter => {
  const { light, state, office } = task
  if (state.claimed !== '') return 'claimed'
  if (light.colour === '红') return 'overdue'
  const isNear = light.colour === '黄'
  if (isNear && isToday(maker, task)) return 'today'
  if (isNear) return 'near'
  const late = unsignedOf(maker.district, register, task, dayOf(maker.now))
  if (late.some((each) => each.office === office)) return 'unsigned'
  if (state.received === 0) return 'new'
  return isUnset(task) ? 'unset' : 'going'
}

const leadRanks: Record<LeadMatter, Rank> = {
  overdue: 'overdue',
  today: 'today',
  near: 'near',
  unsigned: 'receipt',
  new: 'receipt',
  unset: 'unset',
  claimed: 'going',
  going: 'going',
}

/** A task as whoever carries it has to know of it. */
export const leading = (given: Given): Matter => {
  const { maker, list, task } = given
  const state = leadState(maker, list, task)
  const { due } = pressing(task.state)
  const mark = state === 'overdue' ? `${state}${rungOf(maker, list, task)}` : state
  // What waits for an objection has a line of its own; once it is red it is told as red too.
  const stands = task.stage !== '异议待定' || state === 'overdue'
  const told = task.state.claimed === '' && state !== 'going' && stands
  const late = unsignedOf(maker.district, list.register, task, dayOf(maker.now))
  const days = late.find(({ office }) => office === task.office)?.days ?? 0
  return matter(
    given,
    { role: 'lead', state },
    {
      state: `${mark}|${due}`,
      rank: leadRanks[state],
      persons: told ? ids(carriers(maker, task)) : [],
      desks: stands ? [task.office] : [],
      line: {
        say: state === 'unsigned' ? 'digest.sign' : due === '' ? 'digest.undated' : 'digest.task',
        with: { ...factsOf(task, list.register), given: sayDay(task.state.assigned), days },
      },
    },
  )
}

const helping = (given: Given): Matter[] => {
  const { maker, list, task } = given
  const late = unsignedOf(maker.district, list.register, task, dayOf(maker.now))
  return task.helping.map(({ office, received, done }) => {
    const unsigned = late.some((each) => each.office === office)
    const state = unsigned ? 'unsigned' : received === 0 ? 'new' : 'going'
    return matter(
      given,
      { role: 'help', office, state },
      {
        state: `help|${state}`,
        rank: state !== 'going' ? 'receipt' : done ? 'done' : 'going',
        persons: state === 'going' ? [] : ids(contactsOf(maker.district, office)),
        desks: [office],
        line: {
          say: 'digest.helping',
          with: { ...factsOf(task, list.register), lead: shortName(maker.district, task.office) },
        },
      },
    )
  })
}

/** What waits for a decision about a task, in one line for each who may make it. */
const deciding = (given: Given): Matter[] => {
  const { maker, list, task } = given
  const { district } = maker
  const led = ledOf(task)
  const open = task.asks.filter(({ ask }) => isOpenAsk(ask))
  const where = ({ ask }: { ask: Ask }): string[] =>
    ask.kind === '异议'
      ? postsOf(given).map(({ id }) => id)
      : [
          decisionDesk(district, { task: list.register, decision: list.decision }, led, ask)?.id ??
            '',
        ]
  const who = ({ ask }: { ask: Ask }): string[] =>
    ids(awaitedOf(district, list.register, led, ask.kind))
  const places = [...new Set(open.flatMap(where))].filter((id) => id !== '')
  const people = [...new Set(open.flatMap(who))]
  const isLate = task.light.colour === '红'
  const rank = isLate ? 'overdue' : isToday(maker, task) ? 'today' : 'decide'
  const make = (asks: { id: string; ask: Ask }[], to: Pick<Part, 'persons' | 'desks'>): Matter =>
    matter(
      given,
      { role: 'decide', asks: asks.map(({ id }) => id) },
      {
        ...to,
        state: asks.map(({ id }) => id).join('+'),
        rank,
        decides: true,
        line: {
          say: `digest.${asks.every(({ ask }) => isDraft(ask)) ? 'draft' : 'ask'}${isLate ? 'Late' : ''}`,
          with: {
            ...factsOf(task, list.register),
            kind: asks.map(({ ask }) => openText(sayKind(district, ask))).join('、'),
          },
        },
      },
    )
  return [
    ...places.map((id) =>
      make(
        open.filter((each) => where(each).includes(id)),
        { persons: [], desks: [id] },
      ),
    ),
    ...people.map((id) =>
      make(
        open.filter((each) => who(each).includes(id)),
        { persons: [id], desks: [] },
      ),
    ),
  ]
}

/** What the tasks of a register ask for, of whom: first what waits for a decision, then the work. */
export const taskMatters = (maker: Maker, list: TaskList): Matter[] =>
  list.tasks
    .filter((task) => !isOver(task))
    .flatMap((task) => {
      const given = { maker, list, task }
      return [
        ...deciding(given),
        ...ownerless(given),
        leading(given),
        ...helping(given),
        ...watching(given),
        ...unsigned(given),
        ...waitedMatters(given),
      ]
    })
