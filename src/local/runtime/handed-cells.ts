import { types } from 'node:util'
import type { CellValue } from '../../apps-script/surface'

/** What a range shows; its cells are looked up only when the workbook changed since. */
export type ShownCells = {
  /** Names the range, whatever its height. */
  of: string
  /** Grows with every change of the workbook: its change counter. */
  stamp: number
  /** Whether the range starts at the top of its tab, and is likely to be read again. */
  isWhole: boolean
  height: number
  rows: () => CellValue[][]
}

type Handed = { stamp: number; rows: CellValue[][] }
type SentRow = [at: number, cells: CellValue[], dates?: [column: number, instant: number][]]

/**
 * What one realm was handed of each range, so that only rows that differ are written and parsed
 * again. The realm keeps the same rows (prelude), and both are dropped with it.
 */
export class HandedCells {
  readonly #known = new Map<string, Handed>()

  /** The rows of a range that the realm does not have yet, as JSON text. */
  textOf({ of, stamp, isWhole, height, rows }: ShownCells): string {
    const before = this.#known.get(of)
    if (before?.stamp === stamp && before.rows.length === height) return textOf(of, height, [])
    const now = rows()
    const changed = now.flatMap((row, at): SentRow[] =>
      isSame(before?.rows[at], row) ? [] : [sent(at, row)],
    )
    // The end of a tab is read from another row each time: to keep it would help nobody.
    if (isWhole) this.#known.set(of, { stamp, rows: now })
    return textOf(of, height, changed, !isWhole)
  }
}

function textOf(of: string, height: number, changed: SentRow[], passing = false): string {
  return JSON.stringify({ of, height, changed, passing })
}

function isSame(before: readonly CellValue[] | undefined, now: readonly CellValue[]): boolean {
  return before !== undefined && now.every((cell, column) => isSameCell(before[column], cell))
}

function isSameCell(before: CellValue | undefined, now: CellValue): boolean {
  if (before === now) return true
  return types.isDate(before) && types.isDate(now) && before.getTime() === now.getTime()
}

function sent(at: number, row: CellValue[]): SentRow {
  const dates = row.flatMap((cell, column): [number, number][] =>
    types.isDate(cell) ? [[column, cell.getTime()]] : [],
  )
  if (dates.length === 0) return [at, row]
  return [at, row.map((cell) => (types.isDate(cell) ? '' : cell)), dates]
}
