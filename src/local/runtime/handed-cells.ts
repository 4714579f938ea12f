import { types } from 'node:util'
import type { CellValue } from '../../apps-script/surface'

/** What a range shows; a row is looked up only where it may have changed. */
export type ShownCells = {
  /** Names the range, whatever its height. */
  of: string
  /** Grows with every change of the workbook: its change counter. */
  stamp: number
  /** The counter when rows moved or looks changed last: a look makes a number a day. */
  reshaped: number
  /** Whether the range starts at the top of its tab, and is likely to be read again. */
  isWhole: boolean
  height: number
  /** The counter when a row's cells changed last. */
  changed: (at: number) => number
  row: (at: number) => CellValue[]
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
  textOf(shown: ShownCells): string {
    const { of, height, isWhole } = shown
    const before = this.#known.get(of) ?? { stamp: -1, rows: [] }
    const changed: SentRow[] = []
    if (before.stamp !== shown.stamp || before.rows.length !== height) {
      this.#update(before, shown, changed)
    }
    // The end of a tab is read from another row each time: to keep it would help nobody.
    if (isWhole) this.#known.set(of, before)
    return JSON.stringify({ of, height, changed, passing: !isWhole })
  }

  #update(known: Handed, shown: ShownCells, changed: SentRow[]): void {
    const isInPlace = shown.reshaped <= known.stamp
    known.rows.length = Math.min(known.rows.length, shown.height)
    for (let at = 0; at < shown.height; at += 1) {
      const before = known.rows[at]
      if (before && isInPlace && shown.changed(at) <= known.stamp) continue
      const row = shown.row(at)
      if (isSame(before, row)) continue
      known.rows[at] = row
      changed.push(sent(at, row))
    }
    known.stamp = shown.stamp
  }
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
