import type { CellValue } from '../../apps-script/surface'
import type { Edit } from '../contract'
import { patternAt } from '../looks/tab-looks'
import type { Tab } from './book'
import { lastRowOf } from './book'
import type { BookChange } from './book-change'
import type { Cell } from './cells'
import { cellOfInstant } from './cells'
import { barOf } from './protection'
import { serialOf, shownSerial } from './serial-day'
import { typedCell } from './typing'

/**
 * A person's typing into one tab, as the page or `fill` sends it.
 *
 * @returns the keys of appended rows. @throws one Chinese sentence when a cell is protected, a row
 * is gone or lies outside the tab.
 */
export function typeInto(
  change: BookChange,
  sheetId: number,
  edits: readonly Edit[],
  account: string,
): string[] {
  const tab = change.book.tabs.find((candidate) => candidate.sheetId === sheetId)
  if (!tab) throw new Error('这张表已经不在了，请刷新页面')
  const keys: string[] = []
  for (const edit of edits) {
    if (edit.kind === 'append') {
      const row = lastRowOf(tab)
      // Room is made first: a row that comes in at the end reads what is typed as the one above it.
      change.growTo(tab, row + 1, edit.values.length)
      edit.values.forEach((value, column) => {
        if (value !== '') refuseProtected(tab, { row, column }, change.author.by, account)
      })
      const cells = edit.values.map((value, column) => cellFor(change, tab, row, column, value))
      keys.push(change.appendLine(tab, cells))
    } else if (edit.kind === 'delete') {
      const row = rowOf(tab, edit.rowKey)
      refuseProtected(tab, { row }, change.author.by, account)
      change.deleteLine(tab, row)
    } else {
      const [row, { column }] = [rowOf(tab, edit.rowKey), edit]
      refuseProtected(tab, { row, column }, change.author.by, account)
      change.setCell(tab, row, column, cellFor(change, tab, row, column, edit.value))
    }
  }
  return keys
}

/** The cell that a value makes at a place of a tab, as typing would (USER_ENTERED). */
export function cellFor(
  change: BookChange,
  tab: Tab,
  row: number,
  column: number,
  value: CellValue,
): Cell {
  const zone = change.book.props.timeZone
  const pattern = patternAt(tab.looks, row, column)
  if (typeof value === 'string') {
    const plain = pattern === '@' || value === '' || value.startsWith("'")
    return typedCell(value, pattern, plain ? 0 : yearAt(change.author.at, zone))
  }
  if (typeof value === 'object') return cellOfInstant(value.getTime(), zone, pattern)
  if (pattern === '@') return typeof value === 'number' ? String(value) : value
  return value
}

function yearAt(instant: number, zone: string): number {
  return Number(shownSerial(serialOf(instant, zone), 'yyyy'))
}

function rowOf(tab: Tab, key: string): number {
  const row = tab.lines.findIndex((line) => line.key === key)
  if (row < 0) throw new Error(`「${tab.title}」里这一行已经不在了，请刷新页面`)
  return row
}

function refuseProtected(
  tab: Tab,
  place: { row: number; column?: number },
  user: string,
  account: string,
): void {
  const { row, column } = place
  const left = column ?? 0
  const right = column === undefined ? Number.POSITIVE_INFINITY : column + 1
  const bar = barOf(tab, { top: row, bottom: row + 1, left, right }, user, account)
  if (!bar) return
  const reason = bar.description ? `（${bar.description}）` : ''
  throw new Error(`「${tab.title}」第 ${row + 1} 行受保护，不能修改${reason}`)
}
