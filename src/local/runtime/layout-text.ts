import type { BookState } from '../books/book'
import { type Asked, readSpreadsheet } from '../sheets-api/read-spreadsheet'
import { jsonSize } from './json-size'
import { sharedJson } from './shared-json'

/** An answer as text that names each part once, and its size as Google would write it out. */
type Answer = { text: string; kb: number }

type Kept = Answer & { reshaped: number; title: string; fields: string }

// The looks of most workbooks stay for months and are read every night. A workbook's answer holds
// nothing of its cells, so it stands until its tabs or looks change.
const kept = new WeakMap<BookState, Kept>()

const answerOf = (book: BookState, title: string, asked: Asked): Answer => {
  const answer = readSpreadsheet(book, title, asked)
  return { text: sharedJson(answer), kb: jsonSize(answer) / 1024 }
}

/** What spreadsheets.get answers. */
export function layoutText(book: BookState, title: string, asked: Asked): Answer {
  // Which rows are asked for changes from night to night.
  if (asked.ranges !== undefined) return answerOf(book, title, asked)
  const { reshaped } = book
  const { fields } = asked
  const before = kept.get(book)
  const isSame = before?.reshaped === reshaped && before.title === title && before.fields === fields
  if (before && isSame) return before
  const answer = { ...answerOf(book, title, asked), reshaped, title, fields }
  kept.set(book, answer)
  return answer
}
