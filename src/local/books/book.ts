import type { JsonObject } from '../looks/json'
import type { TabLooks } from '../looks/tab-looks'
import { emptyLooks, patternAt } from '../looks/tab-looks'
import type { Cell } from './cells'
import { shownCell } from './cells'

/** A row as it is kept: its key survives sorting and inserting, trailing empty cells are cut. */
export type Line = {
  key: string
  cells: Cell[]
  /** The workbook's change counter when its cells changed last, or when they were read since. */
  changed: number
}

export type Tab = {
  sheetId: number
  title: string
  index: number
  hidden: boolean
  rowCount: number
  columnCount: number
  frozenRows: number
  frozenColumns: number
  tabColor?: JsonObject | undefined
  looks: TabLooks
  /** Lines from row 1 to the last one ever written, without gaps. */
  lines: Line[]
}

/** A workbook in memory, as of its change counter. */
export type BookState = {
  id: string
  counter: number
  /** The counter when rows moved or tabs and looks changed last, or were read since. */
  reshaped: number
  props: { locale: string; timeZone: string; nextKey: number; by?: string }
  tabs: Tab[]
}

/** An empty tab of 1000 rows and 26 columns, the size Google gives a new one. */
export function newTab(sheetId: number, title: string, index: number): Tab {
  return {
    sheetId,
    title,
    index,
    hidden: false,
    rowCount: 1000,
    columnCount: 26,
    frozenRows: 0,
    frozenColumns: 0,
    looks: emptyLooks(),
    lines: [],
  }
}

/** The tab with this sheet id. @throws when the workbook has none such. */
export function tabOf(book: BookState, sheetId: number): Tab {
  const tab = book.tabs.find((candidate) => candidate.sheetId === sheetId)
  if (!tab) throw new Error(`Sheet ${sheetId} not found`)
  return tab
}

export function cellAt(tab: Tab, row: number, column: number): Cell {
  return tab.lines[row]?.cells[column] ?? null
}

/** Number of the last row that holds something, 0 for an empty tab. */
export function lastRowOf(tab: Tab): number {
  for (let row = tab.lines.length; row > 0; row -= 1) {
    if (tab.lines[row - 1]?.cells.some((cell) => cell !== null)) return row
  }
  return 0
}

/** Number of the last column that holds something, 0 for an empty tab. */
export function lastColumnOf(tab: Tab): number {
  return tab.lines.reduce(
    (most, { cells }) => (cells.length > most ? Math.max(most, usedCells(cells)) : most),
    0,
  )
}

function usedCells(cells: readonly Cell[]): number {
  return cells.findLastIndex((cell) => cell !== null) + 1
}

/** What a person sees in one cell (0-based). */
export function shownAt(tab: Tab, row: number, column: number): string {
  const cell = cellAt(tab, row, column)
  return typeof cell === 'object' || typeof cell === 'number'
    ? shownCell(cell, patternAt(tab.looks, row, column))
    : shownCell(cell)
}
