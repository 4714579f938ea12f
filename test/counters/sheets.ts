import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'

/** A row of an exported tab, by its headings. */
export type SheetRow = Record<string, string>

/** What somebody typed into one row: new cells, or cells of the rows that match. */
export type TypedRow = {
  cells: Record<string, string>
  match?: Record<string, string | string[]>
  delete?: boolean
}

/** One line of fills.jsonl. */
export type Fill = { at: number; by: string; book: string; tab: string; rows: TypedRow[] }

/** An exported tab: its cells, and its rows by heading. */
export type SheetTab = { cells: string[][]; rows: SheetRow[] }

/** The exported workbooks by name, each with its tabs. */
export type Exported = Map<string, Map<string, SheetTab>>

const textOf = (value: ExcelJS.CellValue): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'object') return 'text' in value ? String(value.text) : JSON.stringify(value)
  return String(value)
}

const tabOf = (sheet: ExcelJS.Worksheet): SheetTab => {
  const texts: string[][] = []
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = textOf(cell.value)
    })
    texts.push(cells)
  })
  // The notice stands in the first row, the headings in the second.
  const headings = texts[1] ?? []
  const rows = texts
    .slice(2)
    .map((cells) =>
      Object.fromEntries(headings.map((heading, i): [string, string] => [heading, cells[i] ?? ''])),
    )
    .filter((row) => Object.values(row).some((text) => text !== ''))
  return { cells: texts, rows }
}

/** Reads every exported workbook of a folder. */
export const readExported = async (dir: string): Promise<Exported> => {
  const books: Exported = new Map()
  for (const file of readdirSync(dir).filter((name) => name.endsWith('.xlsx'))) {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(join(dir, file))
    const tabs = new Map(book.worksheets.map((sheet) => [sheet.name, tabOf(sheet)]))
    books.set(file.replace(/\.xlsx$/, ''), tabs)
  }
  return books
}

/** Reads what people typed, in the order they typed it. */
export const readFills = (dir: string): Fill[] =>
  readFileSync(join(dir, 'fills.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Fill)
    .sort((a, b) => a.at - b.at)

/** The rows of one tab of one workbook; none where there is no such tab. */
export const tabRows = (books: Exported, book: string, tab: string): SheetRow[] =>
  books.get(book)?.get(tab)?.rows ?? []

/** How a cell is emptied on purpose. */
export const cleared = '（清空）'

/** What was typed, emptied cells as blank. */
export const typedCells = (cells: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells).map(([heading, text]) => [heading, text === cleared ? '' : text]),
  )

/** Marks a row of which only the machine can know whether it is there. */
export const unseen = ''

/** A tab that people fill, as it must stand after what was typed: the rows in order of appearance. */
export class TypedTab {
  readonly rows: Record<string, string>[] = []

  /** Types one row; says which rows it touched. */
  type({ cells, match, delete: gone }: TypedRow): Record<string, string>[] {
    if (match === undefined) {
      const row = { ...cells }
      this.rows.push(row)
      return [row]
    }
    const found = this.rows.filter((row) =>
      Object.entries(match).every(([heading, text]) => [text].flat().includes(row[heading] ?? '')),
    )
    if (gone === true) {
      for (const row of found) this.rows.splice(this.rows.indexOf(row), 1)
      return []
    }
    // A row that only the machine made: what was typed about it is all that is known of it.
    const touched = found.length > 0 ? found.slice(-1) : [this.#unseen(match)]
    for (const row of touched) Object.assign(row, typedCells(cells))
    return touched
  }

  #unseen(match: Record<string, string | string[]>): Record<string, string> {
    const row: Record<string, string> = { [unseen]: '1' }
    for (const [heading, text] of Object.entries(match)) row[heading] = [text].flat()[0] ?? ''
    this.rows.push(row)
    return row
  }
}
