import type { BookState } from '../books/book'
import { readSpreadsheet } from '../sheets-api/read-spreadsheet'
import { sharedJson } from './shared-json'

type Kept = { reshaped: number; title: string; fields: string; text: string }

// The looks of most workbooks stay for months and are read every night. A workbook's answer holds
// nothing of its cells, so it stands until its tabs or looks change.
const kept = new WeakMap<BookState, Kept>()

/** What spreadsheets.get answers, as text that names each part once. */
export function layoutText(book: BookState, title: string, fields: string): string {
  const { reshaped } = book
  const before = kept.get(book)
  const isSame = before?.reshaped === reshaped && before.title === title && before.fields === fields
  if (before && isSame) return before.text
  const text = sharedJson(readSpreadsheet(book, title, fields))
  kept.set(book, { reshaped, title, fields, text })
  return text
}
