import { neutralise } from '../domain/neutralise'
import type { Block, BookId, TabContent, Tables } from '../ports'
import { cellText } from './cell-text'
import { openFailure, retried } from './platform-error'
import type { DriveLike, SheetLike, SpreadsheetAppLike, SpreadsheetLike } from './surface'

/** What the tables need to know beside Google itself. */
export type TablesOptions = {
  app: SpreadsheetAppLike
  drive: DriveLike
  /** Whether Drive may be asked what moved. */
  hints: () => boolean
}

const safe = (rows: string[][]): string[][] => rows.map((row) => row.map(neutralise))

const padded = (rows: string[][], width: number): string[][] =>
  rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])

/** Rows and columns a block needs are added before it is written. */
const makeRoom = (sheet: SheetLike, rows: number, columns: number): void => {
  const maxRows = sheet.getMaxRows()
  const maxColumns = sheet.getMaxColumns()
  if (rows > maxRows) sheet.insertRowsAfter(maxRows, rows - maxRows + 50)
  if (columns > maxColumns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns)
}

const readSheet = (sheet: SheetLike, zone: string): TabContent => {
  const rows = sheet.getLastRow()
  const columns = sheet.getLastColumn()
  const content = { name: sheet.getName(), sheetId: sheet.getSheetId() }
  if (rows === 0 || columns === 0) return { ...content, shown: [], formulas: [] }
  const range = sheet.getRange(1, 1, rows, columns)
  const shown = range.getValues().map((row) => row.map((value) => cellText(value, zone)))
  const formulas = range
    .getFormulas()
    .flatMap((row, r) =>
      row.flatMap((text, c) => (text === '' ? [] : [{ row: r + 1, column: c + 1 }])),
    )
  return { ...content, shown, formulas }
}

const marksFrom = (drive: DriveLike): Record<BookId, string> => {
  const marks: Record<BookId, string> = {}
  let pageToken: string | undefined
  do {
    const answer = drive.Files.list({
      q: "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false",
      fields: 'nextPageToken,files(id,modifiedTime)',
      pageSize: 1000,
      ...(pageToken ? { pageToken } : {}),
    })
    for (const { id, modifiedTime } of answer.files ?? []) {
      if (id && modifiedTime) marks[id] = modifiedTime
    }
    pageToken = answer.nextPageToken
  } while (pageToken)
  return marks
}

/** Tables over Google Sheets: whole ranges in, whole blocks out. */
export const tablesOf = ({ app, drive, hints }: TablesOptions): Tables => {
  const opened = new Map<BookId, SpreadsheetLike>()
  const zones = new Map<BookId, string>()
  const sheets = new Map<string, SheetLike>()
  const open = (book: BookId): SpreadsheetLike => {
    const before = opened.get(book)
    if (before) return before
    try {
      const spreadsheet = retried(() => app.openById(book))
      opened.set(book, spreadsheet)
      return spreadsheet
    } catch (failure) {
      throw openFailure(failure)
    }
  }
  const zoneOf = (book: BookId): string => {
    const zone = zones.get(book) ?? open(book).getSpreadsheetTimeZone()
    zones.set(book, zone)
    return zone
  }
  const sheetOf = (book: BookId, tab: string): SheetLike | undefined => {
    const key = `${book}|${tab}`
    const before = sheets.get(key)
    if (before) return before
    const sheet = open(book).getSheetByName(tab) ?? undefined
    if (sheet) sheets.set(key, sheet)
    return sheet
  }
  const needed = (book: BookId, tab: string): SheetLike => {
    const sheet = sheetOf(book, tab)
    if (!sheet) throw new Error(`找不到表「${tab}」，请恢复这张表`)
    return sheet
  }
  const put = (sheet: SheetLike, { row, column, values }: Block): void => {
    const width = Math.max(0, ...values.map((line) => line.length))
    if (values.length === 0 || width === 0) return
    sheet.getRange(row, column, values.length, width).setValues(padded(safe(values), width))
  }
  // The size of a tab is asked once a run, before anything of its workbook is pending.
  const sizes = new Map<SheetLike, { rows: number; columns: number; lastRow: number }>()
  const sizeOf = (sheet: SheetLike) => {
    const before = sizes.get(sheet)
    if (before) return before
    const size = {
      rows: sheet.getMaxRows(),
      columns: sheet.getMaxColumns(),
      lastRow: sheet.getLastRow(),
    }
    sizes.set(sheet, size)
    return size
  }
  const room = (sheet: SheetLike, rows: number, columns: number): void => {
    const size = sizeOf(sheet)
    if (rows <= size.rows && columns <= size.columns) return
    makeRoom(sheet, rows, columns)
    sizes.delete(sheet)
    sizeOf(sheet)
  }
  const reread = (book: BookId, tab: string): TabContent | undefined => {
    const sheet = sheetOf(book, tab)
    if (!sheet) return undefined
    const content = retried(() => readSheet(sheet, zoneOf(book)))
    sizes.delete(sheet)
    sizeOf(sheet)
    return content
  }
  return {
    read: (book, tabs) => tabs.flatMap((tab) => reread(book, tab) ?? []),
    reread,
    tail: (book, tab, from) => {
      const sheet = needed(book, tab)
      const { lastRow } = sizeOf(sheet)
      if (from > lastRow) return { last: lastRow, shown: [] }
      const range = sheet.getRange(from, 1, lastRow - from + 1, Math.max(1, sheet.getLastColumn()))
      const zone = zoneOf(book)
      return {
        last: lastRow,
        shown: range.getValues().map((row) => row.map((each) => cellText(each, zone))),
      }
    },
    write: (book, tab, blocks) => {
      const sheet = needed(book, tab)
      for (const block of blocks) {
        const width = Math.max(0, ...block.values.map((line) => line.length))
        room(sheet, block.row + block.values.length - 1, block.column + width - 1)
        put(sheet, block)
        const size = sizeOf(sheet)
        size.lastRow = Math.max(size.lastRow, block.row + block.values.length - 1)
      }
    },
    append: (book, tab, rows) => {
      const sheet = needed(book, tab)
      const [only] = rows
      if (rows.length === 1 && only) {
        sheet.appendRow(only.map(neutralise))
      } else {
        const { lastRow } = sizeOf(sheet)
        sheet.insertRowsAfter(lastRow, rows.length)
        put(sheet, { row: lastRow + 1, column: 1, values: rows })
      }
      sizes.delete(sheet)
    },
    replace: (book, tab, rows) => {
      const sheet = needed(book, tab)
      const width = Math.max(1, ...rows.map((row) => row.length))
      const { lastRow } = sizeOf(sheet)
      room(sheet, rows.length, width)
      const blank = Array.from({ length: Math.max(0, lastRow - rows.length) }, () => [''])
      put(sheet, { row: 1, column: 1, values: padded([...rows, ...blank], width) })
      sizeOf(sheet).lastRow = rows.length
    },
    flush: () => {
      app.flush()
    },
    create: (name) => {
      const spreadsheet = app.create(name)
      opened.set(spreadsheet.getId(), spreadsheet)
      return spreadsheet.getId()
    },
    url: (book) => open(book).getUrl(),
    marks: () => (hints() ? marksFrom(drive) : undefined),
    timeZone: zoneOf,
  }
}
