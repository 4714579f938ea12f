import { nextSending } from '../domain/sending'
import type { BookId } from '../ports'
import { giveBack, type Lease, LeaseLost } from './lease'
import { nextDue } from './next-due'
import type { Run } from './run'
import { coveredAt, type Standing } from './standing'

/** Leaves for the next run what was read when, and from when on something is due. */
export const leaveStanding = (
  run: Run,
  standing: Standing,
  lease: Lease,
  given: {
    marks: Record<BookId, string> | undefined
    behind: BookId[]
    again: boolean
  },
): void => {
  const { ports, journal, district, weekly } = run
  const at = journal.at
  // What a quiet run was told counts also for a desk that this run could not read.
  const covered = Object.fromEntries(
    Object.keys(standing.covered).map((book) => [book, coveredAt(standing, book)]),
  )
  for (const book of run.taken.keys()) covered[book] = at
  for (const office of district.offices) {
    const unmoved =
      !given.behind.includes(office.desk) && standing.covered[office.desk] !== undefined
    if (unmoved && !run.taken.has(office.desk)) covered[office.desk] = at
  }
  const marks = { ...given.marks }
  for (const book of given.behind) delete marks[book]
  const isLeft = giveBack(ports, lease, {
    covered: JSON.stringify(covered),
    quiet: String(at),
    marks: JSON.stringify(marks),
    behind: JSON.stringify(given.behind),
    nextDue: String(
      nextDue(weekly, district, at, {
        again: given.again,
        exact: standing.exact,
        mail: nextSending(journal),
      }),
    ),
  })
  if (!isLeft) throw new LeaseLost()
}
