import type { BookState } from './books/book'
import { tabOf } from './books/book'
import type { BookChange } from './books/book-change'
import { openDatabase, syncEach } from './books/database'
import { openFacts } from './books/facts'
import { inTransaction } from './books/in-transaction'
import { openForReading } from './books/open-for-reading'
import { tabTexts, tabView } from './books/tab-view'
import { typeInto } from './books/type-into'
import { dropTyped, type TypedTexts, typedAfter } from './books/typed-texts'
import { Workbooks } from './books/workbooks'
import type { BookKind, Store } from './contract'
import { databaseFaults } from './damage/database-faults'
import { mustBeSound } from './damage/must-be-sound'
import { applyRequests } from './sheets-api/apply-requests'

/** The account the script runs as when the fact `role` names none. */
export const defaultRole = 'lianxi@anlan.local'

/** A store with its workbooks, which the runtime in the same process changes directly. */
export type LocalStore = Store & {
  /** Who changed a workbook last; '' where nobody has. */
  editorOf(bookId: string): string
  workbooks: Workbooks
  /** All that is wrong with the database, a sentence each. */
  faults(): string[]
  /** @throws StorageFault when a page of the database is damaged. */
  mustBeSound(): void
  /** Reads several things as they stood at one moment, whoever writes meanwhile. */
  asOfNow<T>(read: () => T): T
  /** True when nothing may be written through it. */
  isReading: boolean
  /** Workspace time, epoch ms: the fact `clock` (`set:<ms>`), else the machine's. */
  now(): number
  /** What people typed after an entry of the history, oldest first, at most so many. */
  typedAfter(last: number, most: number): TypedTexts[]
  /** Takes entries out of the history, and their texts off the disk. */
  dropTyped(ids: readonly number[]): void
  /** Every kept edit of a workbook, oldest first. */
  history(bookId: string): CellEdit[]
}

export type CellEdit = {
  sheetId: number
  rowKey: string
  column: number
  at: number
  by: string
  old: string | null
  now: string | null
}

/** Opens (or makes) the database lianxi.db of a workspace folder; for reading, as it stands. */
export function openStore(dir: string, access: 'read' | 'write' = 'write'): LocalStore {
  const db = access === 'read' ? openForReading(dir) : openDatabase(dir)
  const workbooks = new Workbooks(db)
  const facts = openFacts(db)
  const now = (): number => clockOf(facts.fact('clock'))
  const account = (): string => facts.fact('role') ?? defaultRole
  const author = (by: string) => ({ by, at: now(), isScript: false })
  return {
    dir,
    workbooks,
    now,
    ...facts,
    isReading: access === 'read',
    faults: () => databaseFaults(db, workbooks),
    mustBeSound: () => {
      mustBeSound(db, dir)
    },
    asOfNow: (read) => inTransaction(db, 'deferred', read),
    createBook: (name: string, kind: BookKind) => workbooks.create(name, kind, now()),
    books: () => workbooks.list(),
    editorOf: (bookId) => workbooks.editorOf(bookId),
    view: (bookId) => viewOf(workbooks.load(bookId)),
    texts: (bookId) => workbooks.load(bookId).tabs.map(tabTexts),
    type: (bookId, sheetId, edits, by, note) =>
      workbooks.change(bookId, author(by), (change) => {
        const keys = typeInto(change, sheetId, edits, account())
        if (note) facts.keepTyping(note)
        return keys
      }),
    looks: (bookId, requests, by = account()) => {
      workbooks.change(bookId, author(by), (change) => applyRequests(change, requests))
    },
    purge: (bookId, sheetId, rowKey, column) => {
      workbooks.change(bookId, author(account()), (change) => {
        purgeCell(change, sheetId, rowKey, column)
      })
    },
    typedAfter: (last, most) => typedAfter(db, last, account(), most),
    dropTyped: (ids) => {
      dropTyped(db, ids)
      workbooks.truncateLog()
    },
    history: (bookId) =>
      db
        .prepare(
          `select sheet as sheetId, line as rowKey, col as column, at, who as by, old, new as now
           from history where book = ? order by id`,
        )
        .all([bookId]) as CellEdit[],
    syncEach: (isSynced) => {
      syncEach(db, isSynced)
    },
    close: () => {
      db.close()
    },
  }
}

function viewOf(book: BookState) {
  return book.tabs.map((tab) => tabView(book, tab))
}

function purgeCell(change: BookChange, sheetId: number, rowKey: string, column: number): void {
  const tab = tabOf(change.book, sheetId)
  const exists = tab.lines.some((line) => line.key === rowKey)
  if (exists) change.purge({ sheet: sheetId, line: rowKey, col: column })
}

function clockOf(fact: string | undefined): number {
  return fact?.startsWith('set:') ? Number(fact.slice(4)) : Date.now()
}
