import type { Moment } from '../domain/moment'
import type { BookId } from '../ports'
import type { Readings } from './reading'
import type { Run } from './run'

/**
 * The workbooks that somebody but the script has changed since they were read: their mark moved and
 * it is not the script's account that changed them last (nobody known counts as somebody), or a
 * reading brought something new in rows of theirs. The script's own daily writes move a mark too, and do not count.
 *
 * What one does to looks alone in the seconds between the marks and the script's own write to the
 * same workbook stays unnoticed, as does what one does as the script's account.
 */
export const touchedBooks = (
  { ports, registry, control, district, journal }: Run,
  readings: Readings,
  marks: Record<BookId, string> | undefined,
): Set<BookId> => {
  const script = ports.identity.actor()
  const editors = ports.tables.editors()
  const isOwn = (book: BookId): boolean => script !== '' && editors[book] === script
  const desks = district.offices.flatMap(({ desk }) => (desk === '' ? [] : [desk]))
  const moved = [control, ...desks].filter((book) => {
    const before = readings.get(book)
    const mark = marks?.[book]
    return before === undefined || mark === undefined || (mark !== before.mark && !isOwn(book))
  })
  // Rows that the script puts there for people are new at the next reading.
  const scripted = new Set(registry.all.flatMap(({ id, rows }) => (rows === 'script' ? [id] : [])))
  const changed = [...journal.state.rows.values()].flatMap(({ book, register, at }) =>
    at === journal.at && !scripted.has(register) ? [book] : [],
  )
  return new Set([...moved, ...changed])
}

/** When somebody but the script was last seen to have changed a workbook; undefined where it is not watched. */
export const touchedAt = (
  readings: Readings,
  touched: ReadonlySet<BookId>,
  book: BookId,
  now: Moment,
): Moment | undefined => {
  if (touched.has(book)) return now
  const before = readings.get(book)
  return before && (before.touched ?? now)
}
