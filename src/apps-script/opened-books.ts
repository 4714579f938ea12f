import type { BookId } from '../ports'
import { sheetNamed } from './find-sheet'
import type { Patience } from './patience'
import type { SheetLike, SpreadsheetAppLike, SpreadsheetLike } from './surface'

/** The workbooks and tabs that one run has in hand. */
export type OpenedBooks = {
  open(book: BookId): SpreadsheetLike
  create(name: string): BookId
  zoneOf(book: BookId): string
  sheetOf(book: BookId, tab: string): SheetLike | undefined
  /** @throws one sentence when the tab is gone. */
  needed(book: BookId, tab: string): SheetLike
}

/** Opens each workbook once; one that would not open is not asked again in the same run. */
export const openedBooks = (app: SpreadsheetAppLike, patience: Patience): OpenedBooks => {
  const opened = new Map<BookId, SpreadsheetLike>()
  const shut = new Map<BookId, unknown>()
  const zones = new Map<BookId, string>()
  const sheets = new Map<string, SheetLike>()
  const open = (book: BookId): SpreadsheetLike => {
    const before = opened.get(book)
    if (before) return before
    if (shut.has(book)) throw shut.get(book)
    try {
      const spreadsheet = patience(() => app.openById(book))
      opened.set(book, spreadsheet)
      return spreadsheet
    } catch (failure) {
      shut.set(book, failure)
      throw failure
    }
  }
  const sheetOf = (book: BookId, tab: string): SheetLike | undefined => {
    const key = `${book}|${tab}`
    const before = sheets.get(key)
    if (before) return before
    const sheet = patience(() => sheetNamed(open(book), tab))
    if (sheet) sheets.set(key, sheet)
    return sheet
  }
  return {
    open,
    create: (name) => {
      const spreadsheet = app.create(name)
      opened.set(spreadsheet.getId(), spreadsheet)
      return spreadsheet.getId()
    },
    zoneOf: (book) => {
      const zone = zones.get(book) ?? patience(() => open(book).getSpreadsheetTimeZone())
      zones.set(book, zone)
      return zone
    },
    sheetOf,
    needed: (book, tab) => {
      const sheet = sheetOf(book, tab)
      if (!sheet) throw new Error(`找不到表「${tab}」，请恢复这张表`)
      return sheet
    },
  }
}
