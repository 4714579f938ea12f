import { journalOf } from '../domain/event'
import type { Moment } from '../domain/moment'
import { doubtClaimed } from '../domain/outbox'
import type { BookId, Ports } from '../ports'
import type { Ledger } from './ledger'
import { movedBooks } from './moved-books'
import { brokenBooks, noteBroken } from './note-broken'
import { noteFaults } from './note-faults'
import { readDesks } from './read-desks'
import { readDistrict } from './read-district'
import type { Registry } from './registry'
import { type Asked, requestsOf } from './requests'
import type { Run } from './run'
import type { Standing } from './standing'

/** Everything a run has read before it judges. */
export type Gathered = {
  run: Run
  ledger: Ledger
  asked: Asked
  marks: Record<BookId, string> | undefined
  /** Desks there was no time for. */
  left: BookId[]
}

export type GatherOptions = {
  start: Moment
  /** Nothing more is read after this moment. */
  until: Moment
  /** Every desk is read, moved or not. */
  force: boolean
  marks: Record<BookId, string> | undefined
}

/** Reads the control workbook and the desks that moved, and remembers what they say. */
export const gather = (
  ports: Ports,
  registry: Registry,
  ledger: Ledger,
  standing: Standing,
  { start, until, force, marks: known }: GatherOptions,
): Gathered => {
  const marks = known ?? ports.tables.marks()
  const { readings } = standing
  const moved = movedBooks(readings, marks)
  const journal = journalOf(ledger.state, start)
  doubtClaimed(journal)
  const { control, dashboard } = standing
  const { district, taken, refused } = readDistrict(ports, registry, journal, standing)
  // Kept at once: a run that Drive fails is to be the last that asks.
  const hints = district.settings.text('hint.drive') === '否' ? '0' : '1'
  if (ports.facts.all().hints !== hints) ports.facts.put({ hints })
  const asked = requestsOf(journal, registry.house.request, district)
  const overdue = !standing.exact && start >= standing.nextDue
  const all = force || asked.collect || marks === undefined || overdue
  const doubtful = brokenBooks(ledger)
  const wanted = district.offices.filter(
    ({ desk }) =>
      desk !== '' &&
      (all ||
        doubtful.has(desk) ||
        moved.has(desk) ||
        readings.get(desk)?.behind === true ||
        !readings.get(desk)?.covered),
  )
  const desks = readDesks(ports, registry, journal, district, standing, wanted, until)
  const run: Run = {
    ports,
    registry,
    control,
    dashboard,
    journal,
    district,
    weekly: [],
    tasks: [],
    taken: new Map([[control, taken], ...desks.taken]),
    refused: [...refused, ...desks.refused],
    unread: desks.unread,
  }
  noteFaults(run)
  noteBroken(journal, ledger, registry, control, run.taken)
  return { run, ledger, asked, marks, left: desks.left }
}
