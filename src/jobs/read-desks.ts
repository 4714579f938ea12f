import { isUnplaced } from '../domain/carry-over'
import type { Day } from '../domain/day'
import type { District, Office } from '../domain/district'
import { dutiesOf } from '../domain/duty'
import type { Journal } from '../domain/event'
import { meaningPin } from '../domain/meaning-pin'
import { dayOf, type Moment } from '../domain/moment'
import { planLines } from '../domain/plan-line'
import type { Register } from '../domain/register'
import type { Pin } from '../domain/remember'
import { serialPrefix } from '../domain/serial'
import { rowKey, type State } from '../domain/state'
import { isOpen, liveWeeks } from '../domain/week'
import { type WritableWeeks, weekPin } from '../domain/week-pin'
import type { BookId, Ports } from '../ports'
import { editorOf } from './editor-of'
import { inTab, type RefusedTab, readGuarded } from './guard-book'
import { deskRegisters, type Registry, weeklyRegisters } from './registry'
import { saidBy } from './said-by'
import { coveredAt, type Standing } from './standing'
import { deskLooks } from './tab-looks'
import { type TakenIn, takeIn } from './take-in'

/** What came of reading the desks. */
export type DesksRead = {
  taken: Map<BookId, TakenIn[]>
  unread: Map<BookId, { since: Moment; reason: string }>
  /** Desks there was no time for. */
  left: BookId[]
  refused: RefusedTab[]
}

/** The weeks each office may be writing about, by register. */
const writable = (journal: Journal, registry: Registry, district: District) => {
  const weeks = new Map<string, WritableWeeks>()
  for (const { plan, handIn } of weeklyRegisters(registry)) {
    const word = plan.submission?.settings ?? ''
    const live = liveWeeks(word, journal.at, district.settings, district.calendar)
    const open = live.filter((week) => isOpen(week, journal.at))
    const lines = planLines(journal.state, plan, district)
    const unfiled = new Map<string, WritableWeeks['unfiled']>()
    for (const week of open) {
      const duties = dutiesOf(journal.state, plan, handIn, district, week, lines, journal.at)
      for (const duty of duties) {
        if (!duty.complete && !unfiled.has(duty.office)) unfiled.set(duty.office, week.monday)
      }
    }
    for (const office of district.offices) {
      weeks.set(`${plan.id}|${office.id}`, {
        today: dayOf(journal.at),
        open: open.map((week) => week.monday),
        unfiled: unfiled.get(office.id),
        live: live.map((week) => week.monday),
      })
    }
  }
  return weeks
}

/** Rows that were given back to the offices; those of weeks that are over may go. */
const published = (state: State, register: Register): Set<string> =>
  new Set(
    [...state.lines].flatMap(([key, line]) => (key.startsWith(`${register.id}|`) ? [line.id] : [])),
  )

const noWeeks = (today: Day): WritableWeeks => ({ today, open: [], unfiled: undefined, live: [] })

const both =
  (first: Pin, second: Pin): Pin =>
  (...given) => {
    first(...given)
    second(...given)
  }

/** Reads the desks given, one after the other; one that cannot be read leaves the others alone. */
export const readDesks = (
  ports: Ports,
  registry: Registry,
  journal: Journal,
  district: District,
  standing: Standing,
  offices: Office[],
  until: Moment,
): DesksRead => {
  const read: DesksRead = { taken: new Map(), unread: new Map(), left: [], refused: [] }
  const weeks = writable(journal, registry, district)
  const kept = new Map(
    weeklyRegisters(registry).map(({ plan }) => [plan.id, published(journal.state, plan)]),
  )
  const take = (office: Office): TakenIn[] => {
    const registers = deskRegisters(registry, office)
    const own = deskLooks(registry, district, office).map(({ name }) => name)
    const { contents, refused } = readGuarded(ports, journal, office.desk, registers, own)
    read.refused.push(...refused)
    return registers.map((register) =>
      takeIn(journal, {
        book: office.desk,
        register,
        ...inTab(register, contents, refused),
        after: coveredAt(standing, office.desk),
        by: editorOf(ports, district, office.desk),
        prefix: serialPrefix(register, district, journal.at) ?? office.id,
        keeps: (id) =>
          register.rows === 'script' ||
          register.serial !== undefined ||
          kept.get(register.id)?.has(id) === true ||
          isUnplaced(journal.state.rows.get(rowKey(office.desk, register.id, id))?.cells),
        pin: both(
          weekPin(register, weeks.get(`${register.id}|${office.id}`) ?? noWeeks(dayOf(journal.at))),
          meaningPin(register, district.names, dayOf(journal.at)),
        ),
      }),
    )
  }
  for (const office of offices) {
    if (ports.clock.now() > until) {
      read.left.push(office.desk)
      continue
    }
    try {
      read.taken.set(office.desk, take(office))
    } catch (failure) {
      const reason = saidBy(failure)
      read.unread.set(office.desk, { since: coveredAt(standing, office.desk), reason })
    }
  }
  return read
}
