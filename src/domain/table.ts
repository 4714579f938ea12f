import { plainText } from './plain-text'
import type { Register } from './register'
import { keyTyped } from './setting'

/** A row as people typed it: texts by column identifier, and where it stood when it was read. */
export type TypedRow = {
  position: number
  cells: Record<string, string>
  /** What its cells show where that is not what they are taken for. */
  shown?: Record<string, string>
}

export type Table = Columns & { rows: TypedRow[] }

/** Where the columns of a tab stand. */
export type Columns = {
  /** Column number (from 1) by identifier. */
  columns: Record<string, number>
  headRow: number
  /** The headings as they stand, and which of them nobody knows. */
  headings: string[]
  unknown: string[]
  /** Columns that the tab does without: of them nothing is read, and what was read last stands. */
  missing: string[]
}

/** Why a tab was left unread, in words for the desk. */
export type TabFault = { fault: string }

const trimmed = (text: string | undefined): string => plainText(text ?? '').trim()

/** The row that holds the headings: the first of the top five in which at least two are known. */
const headRowOf = (register: Register, shown: string[][]): number => {
  const known = new Set(Object.values(register.fields).flatMap((f) => [f.heading, ...f.aliases]))
  return shown
    .slice(0, 5)
    .findIndex((row) => row.filter((cell) => known.has(trimmed(cell))).length >= 2)
}

/**
 * Finds the columns of a tab by their headings.
 *
 * A required heading that is missing, or any heading that stands twice, leaves the tab unread:
 * its last good rows stay in use.
 */
export const columnsOf = (register: Register, shown: string[][]): Columns | TabFault => {
  const head = headRowOf(register, shown)
  if (head < 0) return { fault: `「${register.title}」找不到标题行，请恢复原来的标题` }
  const headings = (shown[head] ?? []).map(trimmed)
  const columns: Record<string, number> = {}
  const missing: string[] = []
  for (const [key, field] of Object.entries(register.fields)) {
    const at = headings.flatMap((h, i) =>
      h === field.heading || field.aliases.includes(h) ? [i] : [],
    )
    const first = at[0]
    if (at.length > 1) {
      return {
        fault: `「${register.title}」的标题“${field.heading}”出现了${at.length}次，请只留一列`,
      }
    }
    if (first !== undefined) columns[key] = first + 1
    else if (field.required || key === 'id') {
      return { fault: `「${register.title}」缺少标题“${field.heading}”，请补上这一列的标题` }
    } else missing.push(key)
  }
  const places = new Set(Object.values(columns))
  const unknown = headings.filter((heading, i) => heading !== '' && !places.has(i + 1))
  return { columns, headRow: head + 1, headings, unknown, missing }
}

/** A cell by its row and column, from 1. */
export type CellPlace = { row: number; column: number }

/** The key of a setting stands for whatever it was typed as; what it shows is kept beside. */
const spellKeys = (
  keys: readonly (readonly [string, string])[],
  cells: TypedRow['cells'],
): Pick<TypedRow, 'shown'> => {
  const shown: Record<string, string> = {}
  for (const [key, name] of keys) {
    const [typed, spelled] = [cells[key] ?? '', keyTyped(cells[key] ?? '', cells[name] ?? '')]
    if (typed === spelled) continue
    shown[key] = typed
    cells[key] = spelled
  }
  return Object.keys(shown).length > 0 ? { shown } : {}
}

const noIds: ReadonlySet<string> = new Set()

/**
 * Reads a tab into rows by heading; wholly blank rows are no rows, but those of the 编号 given. What
 * formulas show is no text of the office: their cells read as blank.
 */
export const readTable = (
  register: Register,
  shown: string[][],
  formulas: readonly CellPlace[] = [],
  kept: ReadonlySet<string> = noIds,
): Table | TabFault => {
  const found = columnsOf(register, shown)
  if ('fault' in found) return found
  const typed = Object.entries(found.columns)
  const blanks = new Set(formulas.map(({ row, column }) => `${row}|${column}`))
  const spelled = Object.entries(register.fields).flatMap(([key, { kind, keyed }]) =>
    kind === 'settingKey' && keyed !== undefined ? [[key, keyed] as const] : [],
  )
  const rows: TypedRow[] = []
  for (let i = found.headRow; i < shown.length; i++) {
    const line = shown[i] ?? []
    const cells: Record<string, string> = {}
    let blank = true
    for (const [key, column] of typed) {
      const text = trimmed(line[column - 1])
      cells[key] = blanks.size > 0 && blanks.has(`${i + 1}|${column}`) ? '' : text
      if (text !== '' && (register.rows === 'script' || !register.fields[key]?.computed))
        blank = false
    }
    const told = spellKeys(spelled, cells)
    if (!blank || kept.has(cells.id ?? '')) rows.push({ position: i + 1, cells, ...told })
  }
  return { ...found, rows }
}
