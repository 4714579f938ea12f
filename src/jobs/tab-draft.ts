import { omit } from 'es-toolkit'
import { asTyped } from '../domain/as-typed'
import { isUnplaced } from '../domain/carry-over'
import { heldOf } from '../domain/held-row'
import { type Register, scriptKeys } from '../domain/register'
import { rowsOf } from '../domain/state'
import type { TabDraft } from './draft'
import { isLeftUnread } from './note-faults'
import type { Run } from './run'
import type { TakenIn } from './take-in'

// What is said of a row that is over is the same object in every run, and so is what is made of it.
const named = new WeakMap<Record<string, string>, Record<string, string>>()

const withId = (own: Record<string, string>, id: string): Record<string, string> => {
  const before = named.get(own)
  if (before?.id === id) return before
  const cells = { ...own, id }
  named.set(own, cells)
  return cells
}

/** How a row stands that counts for nothing until its refused text is replaced. */
const waits = '已拒收，待补正'

/** Contents as remembered and script cells as read, of a tab that people edit. */
export const tabDraft = (
  run: Run,
  book: string,
  register: Register,
  taken: TakenIn | undefined,
  cells: Map<string, Record<string, string>>,
  rows: Map<string, Record<string, string>>,
): TabDraft | undefined => {
  if (isLeftUnread(run.journal.state, book, register.id)) return undefined
  if (scriptKeys(register).length === 0) return undefined
  const { state } = run.journal
  const known = rowsOf(state, register.id, book)
  const held = heldOf(state, register.id, book)
  const waiting = held.filter(({ counted }) => !counted)
  const all = new Map(known.map((row): [string, Record<string, string>] => [row.id, {}]))
  for (const { id } of waiting) all.set(id, register.state ? { [register.state]: waits } : {})
  for (const [id, own] of cells) if (all.has(id) || rows.has(id)) all.set(id, own)
  const standing = new Map(rows)
  const missing = new Set(taken?.remembered.missing)
  const refused = new Map(held.map(({ id, columns }) => [id, columns]))
  for (const row of known) {
    // What waits for a lawful text is put back blank.
    if (missing.has(row.id) || isUnplaced(row.cells))
      standing.set(row.id, omit(asTyped(register, row), refused.get(row.id) ?? []))
  }
  const seen = taken
    ? new Map(
        taken.remembered.matched.map(({ row, id }): [string, Record<string, string>] => [
          id,
          row.shown ? { ...row.cells, ...row.shown } : row.cells,
        ]),
      )
    : undefined
  if (register.fields.id) {
    for (const [id, own] of all) all.set(id, withId(own, id))
  }
  return {
    kind: 'tab',
    book,
    register,
    cells: all,
    rows: standing,
    contents: new Map([...known, ...waiting].map((row) => [row.id, row.cells])),
    held: new Set(held.map(({ id }) => id)),
    seen,
  }
}
