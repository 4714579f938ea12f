import { type Register, typedKeys } from './register'
import { numberFor, numberOf } from './row-number'
import type { KnownRow } from './state'
import type { TypedRow } from './table'

/** A row as read, beside the row it was recognised as; `id` is new where nothing was known. */
export type Matched = { row: TypedRow; id: string; known: KnownRow | undefined; returned: boolean }

export type Naming = {
  /** Starts the 编号 of new rows. */
  prefix: string
  /** The highest number given so far. */
  used: number
  /** Whether an unknown 编号 may stand as typed (tables whose 编号 people or the tick give). */
  free: boolean
  /** 编号 of rows of the same series that stand in another workbook. */
  elsewhere?: ReadonlySet<string>
  /** Columns the tab does without. */
  missing?: readonly string[]
}

const none: readonly string[] = []

/** The typed content of a row as one text, whatever its place or 编号; without columns not there. */
export const contentOf = (
  register: Register,
  cells: Record<string, string>,
  missing: readonly string[] = none,
): string =>
  typedKeys(register)
    .map((key) => (missing.includes(key) ? '' : (cells[key] ?? '')))
    .join('\u001f')

/** What a row is told by: the columns of the register's key, else its 编号. */
export const keyOf = (register: Register, row: TypedRow): string =>
  (register.key ?? ['id']).map((key) => row.cells[key] ?? '').join('|')

const canReturn = (id: string, naming: Naming): boolean => {
  if (naming.free) return true
  if (naming.elsewhere?.has(id)) return false
  const found = numberOf(id)
  return found?.prefix === naming.prefix && found.n <= naming.used
}

/** Of rows that carry one 编号, the one that reads as it was known keeps it, else the first. */
const keepers = (
  register: Register,
  rows: TypedRow[],
  known: Map<string, KnownRow>,
  content: (cells: Record<string, string>) => string,
) => {
  const kept = new Map<string, TypedRow>()
  for (const row of rows) {
    const id = keyOf(register, row)
    if (id === '') continue
    const holder = kept.get(id)
    const before = known.get(id)
    const isSame = (other: TypedRow): boolean =>
      before !== undefined && content(before.cells) === content(other.cells)
    if (!holder || (isSame(row) && !isSame(holder))) kept.set(id, row)
  }
  return kept
}

/**
 * Recognises the rows of a good reading: by 编号, then by content where a 编号 was erased;
 * a copied 编号 gets a new one, sorting is no change.
 */
export const matchRows = (
  register: Register,
  rows: TypedRow[],
  known: KnownRow[],
  naming: Naming,
): Matched[] => {
  const byId = new Map(known.map((row) => [row.id, row]))
  const contents = (cells: Record<string, string>) => contentOf(register, cells, naming.missing)
  const kept = keepers(register, rows, byId, contents)
  const taken = new Set<string>()
  const first = rows.map((row) => {
    const id = keyOf(register, row)
    const keeps = id !== '' && kept.get(id) === row && (byId.has(id) || canReturn(id, naming))
    if (keeps) taken.add(id)
    return { row, id: keeps ? id : '' }
  })
  const free = known.filter((row) => !taken.has(row.id))
  let used = naming.used
  return first.map(({ row, id }) => {
    if (id !== '') return { row, id, known: byId.get(id), returned: !byId.has(id) }
    const content = contents(row.cells)
    const at = free.findIndex((other) => contents(other.cells) === content)
    const same = at >= 0 ? free.splice(at, 1)[0] : undefined
    if (same) return { row, id: same.id, known: same, returned: false }
    used += 1
    return {
      row,
      id: numberFor(naming.prefix, used),
      known: undefined,
      returned: false,
    }
  })
}
