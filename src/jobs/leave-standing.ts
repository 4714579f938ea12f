import type { Moment } from '../domain/moment'
import { mayAsk, nextOpening } from '../domain/office-hours'
import { nextSending } from '../domain/sending'
import type { BookId } from '../ports'
import { giveBack, type Lease, LeaseLost } from './lease'
import { marksInShort } from './moved-books'
import { nextDue } from './next-due'
import type { Reading, Readings } from './reading'
import type { Run } from './run'
import { coveredAt, type Standing } from './standing'
import { touchedAt } from './touched-books'

const tenMinutes = 10 * 60_000

/** What is known of each workbook after a run: how it was marked before it was read, and what is behind. */
export const readingsAfter = (
  { taken, control, district, journal }: Run,
  standing: Standing,
  marks: Record<BookId, string> | undefined,
  behind: readonly BookId[],
  touched: ReadonlySet<BookId>,
): Readings => {
  const desks = district.offices.flatMap(({ desk }) => (desk === '' ? [] : [desk]))
  const ours = new Set([control, ...desks])
  const after = new Map<BookId, Reading>()
  for (const book of new Set([...ours, ...standing.readings.keys(), ...behind])) {
    const before = standing.readings.get(book)
    const covered = taken.has(book) ? journal.at : coveredAt(standing, book)
    // Where Drive did not say, a workbook that is marked as before is the one that was read.
    const mark = (marks ? marks[book] : before?.mark) ?? ''
    const known = {
      covered,
      touched: touchedAt(standing.readings, touched, book, journal.at) ?? journal.at,
    }
    // What a quiet run was told counts also for a desk that this run could not read.
    if (behind.includes(book)) after.set(book, { ...known, mark: '', behind: true })
    else if (taken.has(book)) after.set(book, { ...known, mark })
    // One that has left the district moves unread.
    else if (before && !ours.has(book) && covered > 0) after.set(book, { covered, mark })
    else if (before && ours.has(book)) after.set(book, before)
  }
  return after
}

/**
 * When the post is looked at next: what was not taken is tried again at its own moment; what waits for
 * the hours goes with the next half-day, and in office hours with the next run.
 */
const nextPost = ({ journal, district }: Run): Moment | undefined => {
  const next = nextSending(journal)
  if (next === undefined || next > journal.at) return next
  const { at } = journal
  return mayAsk(district, at) ? at + tenMinutes : nextOpening(district, at)
}

/** Leaves for the next run how all was marked, and from when on something is due. */
export const leaveStanding = (
  run: Run,
  standing: Standing,
  lease: Lease,
  given: {
    marks: Record<BookId, string> | undefined
    behind: readonly BookId[]
    again: boolean
  },
): void => {
  const { ports, journal, district, weekly } = run
  const { marks, behind, again } = given
  const at = journal.at
  const isAllRead = marks !== undefined && behind.length === 0
  const isLeft = giveBack(ports, lease, {
    quiet: String(at),
    seen: isAllRead ? marksInShort(marks, ports.facts.all()) : '',
    nextDue: String(
      nextDue(weekly, district, at, { again, exact: standing.exact, mail: nextPost(run) }),
    ),
    ...Object.fromEntries(standing.outgrown.map((name) => [name, undefined])),
  })
  if (!isLeft) throw new LeaseLost()
}
