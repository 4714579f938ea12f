import type { Journal } from './event'
import type { Moment } from './moment'
import { blindMark, isOpenAudience, lostMark } from './readers'
import type { Register } from './register'
import type { KnownRow } from './state'

/**
 * A 知悉范围 that is blank once its column can be read again is nobody's word that others may read:
 * a row that was kept stays so until a value is typed there (default; it fails closed).
 */
export const keepLost = (
  register: Register,
  cells: Record<string, string>,
  known: KnownRow | undefined,
): void => {
  const audience = register.sensitivity?.audience
  if (audience === undefined || cells[blindMark] || !known?.cells[blindMark]) return
  const isKept = !isOpenAudience(register, known.cells[audience] ?? '')
  if (isKept && (cells[audience] ?? '').trim() === '') cells[blindMark] = lostMark
}

/** Rows put back into a tab that lacks the column are put back without their 知悉范围, and stay kept. */
export const blindPutBack = (
  journal: Journal,
  given: { book: string; register: Register; after: Moment; missing: readonly string[] },
  rows: readonly KnownRow[],
): void => {
  const audience = given.register.sensitivity?.audience
  if (audience === undefined || !given.missing.includes(audience)) return
  const { book, register, after } = given
  for (const { id, cells } of rows.filter((row) => !row.cells[blindMark])) {
    const common = { book, register: register.id, key: id, after, happening: '改动' as const }
    journal.row({ ...common, field: blindMark, old: cells[blindMark] ?? '', now: '1' })
  }
}
