import type { BookChange } from './book-change'
import type { Cell } from './cells'
import type { Connection } from './database'
import { prepared } from './database'

/** Writes a change inside the transaction that is open; the workbook's counter grows by one. */
export function saveChange(db: Connection, change: BookChange): void {
  const { book } = change
  book.counter += 1
  saveTabs(db, change)
  const drop = prepared(db, 'delete from line where book = ? and sheet = ? and key = ?')
  for (const gone of change.goneLines) drop.run(book.id, gone.sheet, gone.key)
  const put = prepared(db, 'insert or replace into line values (?, ?, ?, ?, ?, ?)')
  for (const [line, { tab, row }] of change.lines) {
    line.changed = book.counter
    put.run(book.id, tab.sheetId, line.key, row, book.counter, JSON.stringify(line.cells))
  }
  saveHistory(db, change)
  const reshaped = change.isReshaped ? book.counter : 0
  if (change.isReshaped || change.tabs.size + change.goneTabs.length > 0) {
    book.reshaped = book.counter
  }
  book.props.by = change.author.by
  // Two changes at one moment of a set clock must not look like one to whoever asks what moved.
  prepared(
    db,
    `update book set counter = ?, reshaped = max(reshaped, ?), modified = max(modified + 1, ?),
     props = ? where id = ?`,
  ).run(book.counter, reshaped, change.author.at, JSON.stringify(book.props), book.id)
}

function saveTabs(db: Connection, change: BookChange): void {
  const { book } = change
  for (const sheet of change.goneTabs) {
    for (const table of ['sheet', 'line', 'history']) {
      prepared(db, `delete from ${table} where book = ? and sheet = ?`).run(book.id, sheet)
    }
  }
  const put = prepared(db, 'insert or replace into sheet values (?, ?, ?)')
  for (const tab of change.tabs) {
    put.run(book.id, tab.sheetId, JSON.stringify({ ...tab, lines: undefined }))
  }
}

function saveHistory(db: Connection, change: BookChange): void {
  const { book, author } = change
  const purge = prepared(
    db,
    'delete from history where book = ? and sheet = ? and line = ? and col = ?',
  )
  for (const { sheet, line, col } of change.purged) purge.run(book.id, sheet, line, col)
  const add = prepared(
    db,
    `insert into history (book, sheet, line, col, at, who, old, new)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const entry of change.history) {
    const { sheet, line, col } = entry
    const [old, now] = [kept(entry.old), kept(entry.new)]
    add.run(book.id, sheet, line, col, author.at, author.by, old, now)
  }
}

function kept(cell: Cell): string | null {
  return cell === null ? null : JSON.stringify(cell)
}
