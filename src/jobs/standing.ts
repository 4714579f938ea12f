import type { Moment } from '../domain/moment'
import type { BookId } from '../ports'

/** What a run leaves for the next beside the ledger: small facts of the script. */
export type Standing = {
  control: BookId
  dashboard: BookId
  role: string
  standby: string
  /** When each workbook was last read, or told to be unmoved. */
  covered: Record<BookId, Moment>
  /** Every workbook that was read well was told unmoved at this moment too. */
  quiet: Moment
  /** Last-changed mark of each workbook when it was read. */
  marks: Record<BookId, string>
  /** Before this moment nothing is due by itself. */
  nextDue: Moment
  /** Workbooks that the last run did not get to or could not read. */
  behind: BookId[]
  /** Whether the last run did not come to its end: its lease is still there. */
  broken: boolean
  /** Whether the marks of change can be relied on (the local workspace), or are a hint only. */
  exact: boolean
}

const json = <T>(text: string | undefined, empty: T): T =>
  text === undefined || text === '' ? empty : (JSON.parse(text) as T)

export const standingOf = (facts: Record<string, string>): Standing => ({
  control: facts.control ?? '',
  dashboard: facts.dashboard ?? '',
  role: facts.role ?? '',
  standby: facts.standby ?? '',
  covered: json(facts.covered, {}),
  quiet: Number(facts.quiet ?? 0),
  marks: json(facts.marks, {}),
  nextDue: Number(facts.nextDue ?? 0),
  behind: json(facts.behind, []),
  broken: facts.lease !== undefined,
  exact: facts.exactMarks === '1',
})

/** When a workbook was last known to stand as it was read. */
export const coveredAt = (standing: Standing, book: BookId): Moment =>
  Math.max(
    standing.covered[book] ?? 0,
    standing.covered[book] !== undefined && !standing.behind.includes(book) ? standing.quiet : 0,
  )
