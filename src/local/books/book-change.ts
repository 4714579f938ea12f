import { movedChart } from '../looks/chart'
import { moveColumns, moveRows } from '../looks/tab-looks'
import type { BookState, Line, Tab } from './book'
import { cellAt, lastRowOf } from './book'
import type { Cell } from './cells'
import { sameCell } from './cells'

export type Author = {
  /** Who typed or ran. */
  by: string
  /** Workspace time, epoch ms. */
  at: number
  /** The script purges the history of a cell it empties: refused text leaves no trace. */
  isScript: boolean
}

export type HistoryEntry = { sheet: number; line: string; col: number; old: Cell; new: Cell }

/** One change of a workbook, kept in memory until it is committed as a whole. */
export class BookChange {
  readonly book: BookState
  readonly author: Author
  readonly lines = new Map<Line, { tab: Tab; row: number }>()
  readonly tabs = new Set<Tab>()
  readonly goneTabs: number[] = []
  readonly goneLines: { sheet: number; key: string }[] = []
  readonly history: HistoryEntry[] = []
  readonly purged: { sheet: number; line: string; col: number }[] = []
  isReshaped = false
  hasNewProps = false

  constructor(book: BookState, author: Author) {
    this.book = book
    this.author = author
  }

  get isEmpty(): boolean {
    const touched = this.lines.size + this.tabs.size + this.goneTabs.length + this.goneLines.length
    return touched === 0 && this.purged.length === 0 && !this.hasNewProps
  }

  /** The line at a row (0-based); the rows up to it come into being. */
  lineAt(tab: Tab, row: number): Line {
    while (tab.lines.length <= row) this.#place(tab, tab.lines.length)
    const line = tab.lines[row]
    if (!line) throw new Error(`Row ${row + 1} does not exist`)
    return line
  }

  setCell(tab: Tab, row: number, column: number, cell: Cell): void {
    const old = cellAt(tab, row, column)
    if (sameCell(old, cell)) return
    const line = this.lineAt(tab, row)
    while (line.cells.length < column) line.cells.push(null)
    line.cells[column] = cell
    while (line.cells.length > 0 && line.cells.at(-1) === null) line.cells.pop()
    this.lines.set(line, { tab, row })
    const place = { sheet: tab.sheetId, line: line.key, col: column }
    if (cell === null && this.author.isScript) this.purge(place)
    else this.history.push({ ...place, old, new: cell })
  }

  /** Forgets every earlier value of a cell. */
  purge(place: { sheet: number; line: string; col: number }): void {
    this.purged.push(place)
    const isOther = (entry: HistoryEntry): boolean =>
      entry.sheet !== place.sheet || entry.line !== place.line || entry.col !== place.col
    const kept = this.history.filter(isOther)
    this.history.splice(0, this.history.length, ...kept)
  }

  /** Writes a row below the last one that holds something. @returns its key. */
  appendLine(tab: Tab, cells: readonly Cell[]): string {
    const row = lastRowOf(tab)
    this.growTo(tab, row + 1, cells.length)
    const line = this.lineAt(tab, row)
    cells.forEach((cell, column) => this.setCell(tab, row, column, cell))
    return line.key
  }

  /** Makes a tab large enough; rows that come in at its end look as the last one. */
  growTo(tab: Tab, rows: number, columns: number): void {
    if (rows <= tab.rowCount && columns <= tab.columnCount) return
    if (rows > tab.rowCount) moveRows(tab.looks, tab.rowCount, rows - tab.rowCount)
    tab.rowCount = Math.max(tab.rowCount, rows)
    tab.columnCount = Math.max(tab.columnCount, columns)
    this.tabs.add(tab)
  }

  /** Inserts empty rows before row `at` (0-based); looks of the row above are inherited. */
  insertLines(tab: Tab, at: number, count: number): void {
    if (at < tab.lines.length) {
      for (let added = 0; added < count; added += 1) this.#place(tab, at + added)
      this.#renumber(tab, at)
    }
    tab.rowCount += count
    moveRows(tab.looks, at, count)
    this.#moveCharts(tab, 'rows', at, count)
    this.tabs.add(tab)
  }

  insertColumns(tab: Tab, at: number, count: number): void {
    tab.lines.forEach((line, row) => {
      if (line.cells.length <= at) return
      line.cells.splice(at, 0, ...Array.from({ length: count }, () => null))
      this.lines.set(line, { tab, row })
    })
    tab.columnCount += count
    moveColumns(tab.looks, at, count)
    this.#moveCharts(tab, 'columns', at, count)
    this.tabs.add(tab)
  }

  deleteLine(tab: Tab, row: number): void {
    const [line] = tab.lines.splice(row, 1)
    if (!line) throw new Error(`Row ${row + 1} does not exist`)
    line.cells.forEach((old, col) => {
      if (old === null) return
      this.history.push({ sheet: tab.sheetId, line: line.key, col, old, new: null })
    })
    this.lines.delete(line)
    this.goneLines.push({ sheet: tab.sheetId, key: line.key })
    this.#renumber(tab, row)
    tab.rowCount -= 1
    moveRows(tab.looks, row, -1)
    this.#moveCharts(tab, 'rows', row, -1)
    this.tabs.add(tab)
  }

  /** Moves rows to before row `before` (0-based, as counted before the move); their keys go with them. */
  moveLines(tab: Tab, from: number, count: number, before: number): void {
    this.lineAt(tab, Math.max(from + count, before) - 1)
    const lines = tab.lines.splice(from, count)
    tab.lines.splice(before > from ? before - count : before, 0, ...lines)
    this.#renumber(tab, Math.min(from, before))
    this.tabs.add(tab)
  }

  /** Charts of any tab follow the cells they stand on and refer to. */
  #moveCharts(tab: Tab, dimension: 'rows' | 'columns', at: number, count: number): void {
    for (const other of this.book.tabs.filter(({ looks }) => looks.charts.length > 0)) {
      const { looks } = other
      looks.charts = looks.charts.map((chart) =>
        movedChart(chart, tab.sheetId, dimension, at, count),
      )
      this.tabs.add(other)
    }
  }

  #place(tab: Tab, row: number): void {
    const line: Line = { key: `r${this.book.props.nextKey}`, cells: [], changed: 0 }
    this.book.props.nextKey += 1
    this.hasNewProps = true
    tab.lines.splice(row, 0, line)
    this.lines.set(line, { tab, row })
  }

  #renumber(tab: Tab, from: number): void {
    this.isReshaped = true
    for (let row = from; row < tab.lines.length; row += 1) {
      const line = tab.lines[row]
      if (line) this.lines.set(line, { tab, row })
    }
  }
}
