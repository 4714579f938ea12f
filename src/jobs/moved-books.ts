import type { BookId } from '../ports'
import type { Standing } from './standing'

/** Workbooks that people edit and that moved since they were read; the ledger moves by itself. */
export const movedBooks = (
  standing: Standing,
  marks: Record<BookId, string> | undefined,
): Set<BookId> =>
  new Set(
    Object.keys(standing.covered).filter(
      (book) => marks?.[book] !== undefined && standing.marks[book] !== marks[book],
    ),
  )
