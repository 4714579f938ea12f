import { fingerprint } from '../domain/fingerprint'
import type { BookId } from '../ports'
import { knownLedgers } from './ledger'
import { behindIn, type Readings } from './reading'
import type { Standing } from './standing'

/** Workbooks that people edit and that moved since they were read; the ledger moves by itself. */
export const movedBooks = (
  readings: Readings,
  marks: Record<BookId, string> | undefined,
): Set<BookId> =>
  new Set(
    [...readings].flatMap(([book, { covered, mark }]) =>
      covered > 0 && marks?.[book] !== undefined && marks[book] !== mark ? [book] : [],
    ),
  )

/**
 * How all workbooks are marked, in a few letters however many there are. The script's own, in which
 * nobody types, are left out.
 */
export const marksInShort = (
  marks: Record<BookId, string>,
  facts: Record<string, string>,
): string => {
  const own = new Set([facts.dashboard, ...knownLedgers(facts).map(({ book }) => book)])
  const lines = Object.entries(marks).flatMap(([book, mark]) =>
    own.has(book) ? [] : [`${book}\t${mark}`],
  )
  return fingerprint(lines.sort().join('\n'))
}

/** Whether all is marked as when the last run read it, as far as facts alone can tell. */
export const isUnmoved = (
  { seen, outgrown, readings }: Standing,
  marks: Record<BookId, string>,
  facts: Record<string, string>,
): boolean => {
  if (seen !== '') return marksInShort(marks, facts) === seen
  // As the version before left it: each workbook for itself.
  return (
    outgrown.length > 0 && behindIn(readings).length === 0 && movedBooks(readings, marks).size === 0
  )
}
