import type { CellValue } from '../../apps-script/surface'
import { instantOf, serialOf, shownSerial } from './serial-day'

/**
 * A cell as it is kept: null is empty, `d` a serial day with its number format `f`, `x` a formula
 * that is never computed.
 */
export type Cell = null | string | number | boolean | { d: number; f: string } | { x: string }

export const dayFormat = 'yyyy-mm-dd'
export const momentFormat = 'yyyy-mm-dd h:mm:ss'
export const timeFormat = 'h:mm'

/** Whether a number format (of the cell's look) shows a number as a day or a time. */
export function isDatePattern(pattern: string | undefined): pattern is string {
  return pattern !== undefined && pattern !== '@' && /[ymdhs]/i.test(pattern)
}

/** What the bundle reads; a Date is given as its instant in `Date` of this realm. */
export function valueOf(cell: Cell, zone: string, pattern?: string): CellValue {
  if (cell === null) return ''
  if (typeof cell === 'number' && isDatePattern(pattern)) return new Date(instantOf(cell, zone))
  if (typeof cell !== 'object') return cell
  return 'd' in cell ? new Date(instantOf(cell.d, zone)) : '#ERROR!'
}

/** The formula of a cell, '' where there is none. */
export function formulaOf(cell: Cell): string {
  return cell !== null && typeof cell === 'object' && 'x' in cell ? cell.x : ''
}

/** What a person sees in a cell; of a formula its text, since nothing is computed here. */
export function shownCell(cell: Cell, pattern?: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') {
    return isDatePattern(pattern) ? shownSerial(cell, pattern) : shownNumber(cell, pattern)
  }
  if ('x' in cell) return cell.x
  return shownSerial(cell.d, isDatePattern(pattern) ? pattern : cell.f)
}

function shownNumber(value: number, pattern: string | undefined): string {
  const match = /^[#,]*0(?:\.(0+))?(%)?$/.exec(pattern ?? '')
  if (!match) return String(value)
  const shown = (match[2] ? value * 100 : value).toFixed(match[1]?.length ?? 0)
  const grouped = pattern?.includes(',') ? shown.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : shown
  return grouped + (match[2] ?? '')
}

/** A Date that the bundle writes becomes a date cell in the workbook's zone. */
export function cellOfInstant(instant: number, zone: string, pattern?: string): Cell {
  const serial = serialOf(instant, zone)
  if (isDatePattern(pattern)) return { d: serial, f: pattern }
  return { d: serial, f: Number.isInteger(serial) ? dayFormat : momentFormat }
}

/** Whether two kept cells hold the same. */
export function sameCell(left: Cell, right: Cell): boolean {
  if (left === right) return true
  if (left === null || right === null) return false
  return typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right)
}
