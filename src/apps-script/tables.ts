import { neutralise } from '../domain/neutralise'
import type { Addition, Block, BookId, TabContent, Tables } from '../ports'
import { cellText } from './cell-text'
import { driveMarks } from './drive-marks'
import { addedTabs } from './find-sheet'
import { openedBooks } from './opened-books'
import type { Hinted, Patience } from './patience'
import type { CellValue, DriveLike, SheetLike, SpreadsheetAppLike } from './surface'

/** What the tables need to know beside Google itself. */
export type TablesOptions = {
  app: SpreadsheetAppLike
  drive: DriveLike
  /** Whether Drive may be asked what moved. */
  hints: () => boolean
  patience: Patience
  hinted: Hinted
}

const wholeNumber = /^\d{1,15}$/

/** Cells as they may be handed over: text that stays text, and numbers where figures are wanted. */
const safe = (rows: string[][], figures: readonly number[]): CellValue[][] =>
  rows.map((row) =>
    row.map((text, column) =>
      figures.includes(column) && wholeNumber.test(text) ? Number(text) : neutralise(text),
    ),
  )

const padded = (rows: string[][], width: number): string[][] =>
  rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])

type Size = { rows: number; columns: number }

/** Adds the rows and columns a block needs before it is written; says how large the tab is then. */
const grown = (sheet: SheetLike, size: Size, needs: Size): Size => {
  // Growing costs as much as a write: a long tab grows by more at once.
  const spare = Math.max(50, Math.ceil(size.rows / 5))
  const rows = needs.rows > size.rows ? needs.rows + spare : size.rows
  const columns = Math.max(size.columns, needs.columns)
  if (rows > size.rows) sheet.insertRowsAfter(size.rows, rows - size.rows)
  if (columns > size.columns) sheet.insertColumnsAfter(size.columns, columns - size.columns)
  return { rows, columns }
}

/** Most rows hold text only, and are handed on as they are. */
const textsOf = (rows: CellValue[][], zone: string): string[][] =>
  rows.map((row) => (row.every(isText) ? row : row.map((value) => cellText(value, zone))))

const isText = (value: CellValue): value is string => typeof value === 'string'

const readSheet = (sheet: SheetLike, name: string, zone: string): TabContent => {
  const rows = sheet.getLastRow()
  const columns = sheet.getLastColumn()
  if (rows === 0 || columns === 0) return { name, shown: [], formulas: [] }
  const range = sheet.getRange(1, 1, rows, columns)
  const shown = textsOf(range.getValues(), zone)
  const formulas = range
    .getFormulas()
    .flatMap((row, r) =>
      row.flatMap((text, c) => (text === '' ? [] : [{ row: r + 1, column: c + 1, text }])),
    )
  return { name, shown, formulas }
}

/** Tables over Google Sheets: whole ranges in, whole blocks out. */
export const tablesOf = ({ app, drive, hints, patience, hinted }: TablesOptions): Tables => {
  const { open, create, zoneOf, sheetOf, needed } = openedBooks(app, patience)
  /** What was put into cells since the last flush. */
  let unflushed: (() => void)[] = []
  const put = (sheet: SheetLike, block: Block, figures: readonly number[] = []): void => {
    const { row, column, values } = block
    const width = Math.max(0, ...values.map((line) => line.length))
    if (values.length === 0 || width === 0) return
    const cells = safe(padded(values, width), figures)
    const fill = (): void => {
      sheet.getRange(row, column, values.length, width).setValues(cells)
    }
    patience(fill)
    unflushed.push(fill)
  }
  // Whether a flush that failed has applied anything is not known: the same cells are put once more.
  const flush = (): void => {
    let isFirst = true
    patience(() => {
      if (!isFirst) for (const fill of unflushed) fill()
      isFirst = false
      app.flush()
    })
    unflushed = []
  }
  // What is used, and what there surely is: asking costs a call, and flushes what is pending.
  const lasts = new Map<SheetLike, number>()
  let editors: Record<BookId, string> = {}
  const sizes = new Map<SheetLike, Size>()
  const lastOf = (sheet: SheetLike): number => {
    const last = lasts.get(sheet) ?? patience(() => sheet.getLastRow())
    lasts.set(sheet, last)
    return last
  }
  const holds = (sheet: SheetLike, rows: number, columns: number): boolean => {
    const size = sizes.get(sheet)
    return size !== undefined && rows <= size.rows && columns <= size.columns
  }
  const room = (sheet: SheetLike, rows: number, columns: number): void => {
    if (holds(sheet, rows, columns)) return
    // Measured anew each time: what was added before a failure is not added twice.
    const grow = (): Size => {
      const size = { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() }
      return grown(sheet, size, { rows, columns })
    }
    sizes.set(sheet, patience(grow))
  }
  const reread = (book: BookId, tab: string): TabContent | undefined => {
    const sheet = sheetOf(book, tab)
    if (!sheet) return undefined
    const content = patience(() => readSheet(sheet, tab, zoneOf(book)))
    const { shown } = content
    lasts.set(sheet, shown.length)
    if (!holds(sheet, shown.length, shown[0]?.length ?? 0)) {
      sizes.set(sheet, { rows: shown.length, columns: shown[0]?.length ?? 0 })
    }
    return content
  }
  const addRows = (sheet: SheetLike, { rows }: Addition): (() => void)[] => {
    const lastRow = lastOf(sheet)
    const [only] = rows
    lasts.set(sheet, lastRow + rows.length)
    if (rows.length === 1 && only) {
      sheet.appendRow(only.map(neutralise))
      return []
    }
    sheet.insertRowsAfter(lastRow, rows.length)
    return [() => put(sheet, { row: lastRow + 1, column: 1, values: rows })]
  }
  return {
    read: (book, tabs) => tabs.flatMap((tab) => reread(book, tab) ?? []),
    others: (book, tabs) =>
      patience(() => addedTabs(open(book), tabs)).flatMap((sheet) => {
        const content = reread(book, `#${sheet.getSheetId()}`)
        return content ? [{ ...content, title: sheet.getName() }] : []
      }),
    reread,
    tail: (book, tab, from) => {
      const sheet = needed(book, tab)
      const lastRow = lastOf(sheet)
      if (from > lastRow) return { last: lastRow, shown: [] }
      const zone = zoneOf(book)
      const values = patience(() => {
        const width = Math.max(1, sheet.getLastColumn())
        return sheet.getRange(from, 1, lastRow - from + 1, width).getValues()
      })
      return { last: lastRow, shown: textsOf(values, zone) }
    },
    write: (book, tab, blocks) => {
      const sheet = needed(book, tab)
      for (const block of blocks) {
        const width = Math.max(0, ...block.values.map((line) => line.length))
        room(sheet, block.row + block.values.length - 1, block.column + width - 1)
        put(sheet, block)
        lasts.set(sheet, Math.max(lasts.get(sheet) ?? 0, block.row + block.values.length - 1))
      }
    },
    reserve: (book, needs) => {
      for (const { tab, rows, columns } of needs) {
        const sheet = sheetOf(book, tab)
        if (!sheet) continue
        room(sheet, rows, columns)
        lastOf(sheet)
      }
    },
    append: (book, additions) => {
      // Each of these is applied at once: what is put into the new rows comes after them all.
      const puts = additions.flatMap((each) => addRows(needed(book, each.tab), each))
      for (const fill of puts) fill()
    },
    replace: (book, tab, rows, figures) => {
      const sheet = needed(book, tab)
      const width = Math.max(1, ...rows.map((row) => row.length))
      const lastRow = lastOf(sheet)
      room(sheet, rows.length, width)
      const blank = Array.from({ length: Math.max(0, lastRow - rows.length) }, () => [''])
      put(sheet, { row: 1, column: 1, values: [...rows, ...blank] }, figures)
      lasts.set(sheet, rows.length)
    },
    flush,
    create,
    url: (book) => hinted('表格链接', () => open(book).getUrl()),
    marks: () => {
      const told = hints() ? hinted('变动标记', () => driveMarks(drive)) : undefined
      editors = told?.editors ?? {}
      return told?.marks
    },
    editors: () => editors,
    timeZone: zoneOf,
  }
}
