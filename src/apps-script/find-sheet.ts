import { sheetIdOf } from '../layout/tab-look'
import type { SheetLike, SpreadsheetLike } from './surface'

const withId = (spreadsheet: SpreadsheetLike, id: number): SheetLike | undefined =>
  spreadsheet.getSheets().find((sheet) => sheet.getSheetId() === id)

/**
 * A tab whose name people changed is still found by the sheet id it was made with, though a copy of
 * it go by its name; `#` and an id names a tab that people added.
 */
export const sheetNamed = (spreadsheet: SpreadsheetLike, tab: string): SheetLike | undefined => {
  if (tab.startsWith('#')) return withId(spreadsheet, Number(tab.slice(1)))
  const named = spreadsheet.getSheetByName(tab)
  if (named?.getSheetId() === sheetIdOf(tab)) return named
  return withId(spreadsheet, sheetIdOf(tab)) ?? named ?? undefined
}

/** The tabs that people added: neither made by the product nor taken for one of its own. */
export const addedTabs = (spreadsheet: SpreadsheetLike, tabs: readonly string[]): SheetLike[] => {
  const sheets = spreadsheet.getSheets().map((sheet) => ({ sheet, id: sheet.getSheetId() }))
  const present = new Set(sheets.map(({ id }) => id))
  const ids = new Set(tabs.map(sheetIdOf))
  const stands = (name: string): boolean => tabs.includes(name) && !present.has(sheetIdOf(name))
  return sheets
    .filter(({ sheet, id }) => !ids.has(id) && !stands(sheet.getName()))
    .map(({ sheet }) => sheet)
}
