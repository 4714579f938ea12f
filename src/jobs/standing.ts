import type { Moment } from '../domain/moment'
import { parsedJson } from '../domain/parsed-json'
import type { BookId } from '../ports'
import type { Reading, Readings } from './reading'

/** What a run leaves for the next: small facts of the script, and what the ledger knows of each workbook. */
export type Standing = {
  control: BookId
  dashboard: BookId
  role: string
  standby: string
  /** Of each workbook, as the ledger has it; nothing before the ledger is opened. */
  readings: Readings
  /** Every workbook that was read well was told unmoved at this moment too. */
  quiet: Moment
  /** How all workbooks were marked when the last run read them, in short; '' where that was not known. */
  seen: string
  /** Before this moment nothing is due by itself. */
  nextDue: Moment
  /** Whether the last run did not come to its end: its lease is still there. */
  broken: boolean
  /** Whether the marks of change can be relied on (the local workspace), or are a hint only. */
  exact: boolean
  /** Facts of the version before, which grew with the district: they go once the ledger has them. */
  outgrown: string[]
}

const outgrown = ['covered', 'marks', 'behind'] as const

/** A whole number as it was left; 0 where it cannot be read. */
export const numberIn = (text = ''): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0)

const entriesOf = (text = ''): [string, unknown][] => {
  const value = parsedJson<unknown>(text)
  return typeof value === 'object' && !Array.isArray(value) ? Object.entries(value ?? {}) : []
}

/** What the version before left in facts; what cannot be read of it counts as never read. */
const earlierReadings = (facts: Record<string, string>): Readings => {
  const covered = new Map(
    entriesOf(facts.covered).flatMap(([book, at]): [BookId, Moment][] =>
      typeof at === 'number' ? [[book, at]] : [],
    ),
  )
  const marks = new Map(
    entriesOf(facts.marks).flatMap(([book, mark]): [BookId, string][] =>
      typeof mark === 'string' ? [[book, mark]] : [],
    ),
  )
  const listed = parsedJson<unknown>(facts.behind ?? '')
  const behind = Array.isArray(listed) ? listed.map(String) : []
  return new Map(
    [...new Set([...covered.keys(), ...behind])].map((book): [BookId, Reading] => [
      book,
      {
        covered: covered.get(book) ?? 0,
        mark: marks.get(book) ?? '',
        ...(behind.includes(book) ? { behind: true } : {}),
      },
    ]),
  )
}

export const standingOf = (facts: Record<string, string>): Standing => ({
  control: facts.control ?? '',
  dashboard: facts.dashboard ?? '',
  role: facts.role ?? '',
  standby: facts.standby ?? '',
  readings: earlierReadings(facts),
  quiet: numberIn(facts.quiet),
  seen: facts.seen ?? '',
  nextDue: numberIn(facts.nextDue),
  broken: facts.lease !== undefined,
  exact: facts.exactMarks === '1',
  outgrown: outgrown.filter((name) => facts[name] !== undefined),
})

/** What stands, with what the ledger knows of each workbook: that is newer than any fact. */
export const withReadings = (standing: Standing, readings: Readings): Standing =>
  readings.size === 0 ? standing : { ...standing, readings }

/** When a workbook was last known to stand as it was read. */
export const coveredAt = ({ readings, quiet }: Standing, book: BookId): Moment => {
  const { covered = 0, behind } = readings.get(book) ?? {}
  return covered === 0 || behind ? covered : Math.max(covered, quiet)
}
