import { parsedJson } from '../domain/parsed-json'
import type { BookId } from '../ports'

/** What the last run knew of a workbook that people edit. */
export type Reading = {
  /** When it was last read, or told to be unmoved; 0 where it never was read. */
  covered: number
  /** Its last-changed mark when it was read; '' where that was not known. */
  mark: string
  /** Whether the last run did not get to it, could not read it or could not write to it. */
  behind?: true
  /** When somebody but the script was last seen to have changed it; absent in what the version before left. */
  touched?: number
}

/** What is known of each workbook, as the machine ledger keeps it beside the state. */
export type Readings = ReadonlyMap<BookId, Reading>

const category = '已读'

/** The name of a workbook's line in 现况. */
export const readingName = (book: BookId): string => `${category}\t${book}`

const isReading = (value: Partial<Reading> | undefined): value is Reading =>
  typeof value?.covered === 'number' && typeof value.mark === 'string'

/** The readings among the lines of 现况; a workbook whose line cannot be read counts as never read. */
export const readingsIn = (lines: Iterable<readonly [string, { json: string }]>): Readings => {
  const start = readingName('')
  const readings = new Map<BookId, Reading>()
  for (const [name, { json }] of lines) {
    if (!name.startsWith(start)) continue
    const value = parsedJson<Partial<Reading>>(json)
    if (isReading(value)) readings.set(name.slice(start.length), value)
  }
  return readings
}

/** Workbooks that the last run did not get to, could not read or could not write to. */
export const behindIn = (readings: Readings): BookId[] =>
  [...readings].flatMap(([book, { behind }]) => (behind ? [book] : []))
