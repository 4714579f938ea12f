import type { CellValue } from '../../apps-script/surface'
import type { Tab } from '../books/book'
import { tabOf } from '../books/book'
import type { BookChange } from '../books/book-change'
import { choicesOf } from '../books/choices'
import { cellFor } from '../books/type-into'
import { validationAt } from '../looks/tab-looks'
import type { PendingWrite } from './run-state'
import { ServiceError } from './service'

/** Most characters a cell takes (Google Sheets). */
const mostCharacters = 50_000

/**
 * Applies a block that the script wrote, as typing would.
 *
 * @throws as Google does where a drop-down rejects a value or a text is too long.
 */
export function writeCells(change: BookChange, write: PendingWrite): void {
  const tab = tabOf(change.book, write.sheetId)
  write.values.forEach((row, down) => {
    row.forEach((value, right) => {
      writeCell(change, tab, write.row + down, write.column + right, value)
    })
  })
}

function writeCell(
  change: BookChange,
  tab: Tab,
  row: number,
  column: number,
  value: CellValue,
): void {
  if (typeof value === 'string' && value.length > mostCharacters) {
    throw new ServiceError(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    )
  }
  refuseInvalid(change, tab, row, column, value)
  change.setCell(tab, row, column, cellFor(change, tab, row, column, value))
}

function refuseInvalid(
  change: BookChange,
  tab: Tab,
  row: number,
  column: number,
  value: CellValue,
): void {
  const rule = value === '' ? undefined : validationAt(tab.looks, row, column)
  if (rule?.strict !== true) return
  const shown = String(value).replace(/^'/, '')
  const choices = choicesOf(change.book, rule)
  if (!choices || choices.includes(shown)) return
  const cell = `${lettersOf(column)}${row + 1}`
  throw new ServiceError(
    `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
  )
}

function lettersOf(column: number): string {
  const rest = Math.floor(column / 26)
  const last = String.fromCharCode(65 + (column % 26))
  return rest > 0 ? lettersOf(rest - 1) + last : last
}
