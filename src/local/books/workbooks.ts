import type { Book, BookKind } from '../contract'
import { emptyLooks, type TabLooks } from '../looks/tab-looks'
import type { BookState, Line, Tab } from './book'
import { newTab } from './book'
import type { Author } from './book-change'
import { BookChange } from './book-change'
import type { Cell } from './cells'
import { type Connection, prepared } from './database'
import { inTransaction } from './in-transaction'
import { DamagedText, parsed } from './parsed'
import { saveChange } from './save-change'
import { refuseTooLarge } from './size-limits'

type BookRow = {
  id: string
  name: string
  kind: BookKind
  counter: number
  reshaped: number
  modified: number
  props: string
}
type LineRow = { sheet: number; key: string; pos: number; cells: string }
/** Looks that came into being later are missing in what was kept before. */
type KeptTab = Omit<Tab, 'lines' | 'looks'> & { looks: Partial<TabLooks> }

type Statement = ReturnType<Connection['prepare']>

/** The workbooks of one workspace, read and changed as wholes through one connection. */
export class Workbooks {
  readonly #db: Connection
  readonly #find: Statement
  readonly #known = new Map<string, BookState>()
  #isRunning = false
  /** Whether the log still holds texts that were purged. */
  #isPurged = false

  constructor(db: Connection) {
    this.#db = db
    this.#find = db.prepare('select * from book where id = ?')
  }

  list(): Book[] {
    const rows = this.#db.prepare('select * from book order by seq').all() as BookRow[]
    return rows.map(({ id, name, kind, counter, modified }) => ({
      id,
      name,
      kind,
      counter,
      modified,
    }))
  }

  /** Makes an empty workbook with one empty tab 工作表1. @returns its id. */
  create(name: string, kind: BookKind, at: number): string {
    return inTransaction(this.#db, 'immediate', () => {
      const { n } = this.#db.prepare('select count(*) as n from book').get([]) as { n: number }
      const id = `book-${String(n + 1).padStart(4, '0')}`
      const props = { locale: 'zh_CN', timeZone: 'Asia/Shanghai', nextKey: 1 }
      this.#db
        .prepare('insert into book values (?, ?, ?, ?, 1, 1, ?, ?)')
        .run(id, n + 1, name, kind, at, JSON.stringify(props))
      const tab = JSON.stringify({ ...newTab(0, '工作表1', 0), lines: undefined })
      this.#db.prepare('insert into sheet values (?, 0, ?)').run(id, tab)
      return id
    })
  }

  /** Who changed a workbook last, its cells or its looks; '' where nobody has. */
  editorOf(id: string): string {
    const props = this.#row(id)?.props
    const { by } = parsed(props ?? '{}') as Partial<BookState['props']>
    if (by !== undefined) return by
    // As the version before left it: of its cells only.
    const last = 'select who from history where book = ? order by id desc limit 1'
    const found = prepared(this.#db, last).get([id]) as { who: string } | undefined
    return found?.who ?? ''
  }

  find(id: string): Book | undefined {
    return this.#row(id)
  }

  /** A workbook as of now. @throws when no such workbook exists. */
  load(id: string): BookState {
    const row = this.#row(id)
    if (!row) throw new Error(`没有这个工作簿：${id}`)
    const known = this.#known.get(id)
    if (known?.counter === row.counter) return known
    const book = this.#readAsOfNow(row, known)
    this.#known.set(id, book)
    return book
  }

  /** Rows, tabs and counter as of one moment, whoever writes meanwhile. */
  #readAsOfNow(row: BookRow, known: BookState | undefined): BookState {
    const read = (now: BookRow) => (known ? this.#caughtUp(known, now) : this.#loaded(now))
    if (this.#db.inTransaction) return read(row)
    return inTransaction(this.#db, 'deferred', () => read(this.#row(row.id) ?? row))
  }

  /** A workbook as it was read last, without asking what other connections wrote since. */
  held(id: string): BookState {
    return this.#known.get(id) ?? this.load(id)
  }

  /**
   * Changes a workbook, all or nothing; on disk when it returns.
   *
   * @throws what `edit` throws, and then nothing has changed.
   */
  change<T>(id: string, author: Author, edit: (change: BookChange) => T): T {
    const run = () => {
      const change = new BookChange(this.load(id), author)
      const result = edit(change)
      if (change.tabs.size > 0) refuseTooLarge(change.book)
      if (!change.isEmpty) saveChange(this.#db, change)
      return { result, isPurged: change.purged.length > 0 }
    }
    try {
      const { result, isPurged } = inTransaction(this.#db, 'immediate', run)
      this.#isPurged ||= isPurged
      if (!this.#isRunning) this.#settle()
      return result
    } catch (error) {
      // What is in memory may be half changed: read it again next time.
      this.#known.delete(id)
      throw error
    }
  }

  /** Carries out a run, whose purged texts leave the log together at its end, however it ends. */
  within<T>(run: () => T): T {
    this.#isRunning = true
    try {
      return run()
    } finally {
      this.#isRunning = false
      this.#settle()
    }
  }

  #settle(): void {
    if (!this.#isPurged) return
    this.truncateLog()
    this.#isPurged = false
  }

  /**
   * Empties the write-ahead log, so that purged text is in no file any more.
   *
   * @throws when another connection keeps it busy for long: the text would still be there.
   */
  truncateLog(): void {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const [state] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      if (state?.busy === 0) return
    }
    throw new Error('数据库正忙，旧内容还未从磁盘清除')
  }

  #row(id: string): BookRow | undefined {
    return this.#find.get([id]) as BookRow | undefined
  }

  #tabs(id: string): Tab[] {
    const rows = this.#db.prepare('select props from sheet where book = ?').all([id]) as {
      props: string
    }[]
    const tabs = rows.map(({ props }) => {
      const kept = parsed(props) as KeptTab
      return { ...kept, looks: { ...emptyLooks(), ...kept.looks }, lines: [] as Line[] }
    })
    return tabs.sort((left, right) => left.index - right.index)
  }

  #loaded(row: BookRow): BookState {
    const rows = this.#db
      .prepare('select sheet, key, pos, cells from line where book = ?')
      .all([row.id]) as LineRow[]
    const tabs = this.#tabs(row.id)
    const bySheet = new Map(tabs.map((tab) => [tab.sheetId, tab.lines]))
    for (const line of rows) place(bySheet.get(line.sheet), line, row.counter)
    return stateOf(row, tabs)
  }

  /** Reads only the rows changed since, unless rows moved or went. */
  #caughtUp(known: BookState, row: BookRow): BookState {
    if (row.reshaped > known.counter) return this.#loaded(row)
    const tabs = this.#tabs(row.id)
    for (const tab of tabs) {
      tab.lines = known.tabs.find((before) => before.sheetId === tab.sheetId)?.lines ?? []
    }
    const bySheet = new Map(tabs.map((tab) => [tab.sheetId, tab.lines]))
    const rows = this.#db
      .prepare('select sheet, key, pos, cells from line where book = ? and counter > ?')
      .all([row.id, known.counter]) as LineRow[]
    for (const line of rows) place(bySheet.get(line.sheet), line, row.counter)
    return stateOf(row, tabs)
  }
}

function place(lines: Line[] | undefined, row: LineRow, changed: number): void {
  const cells = parsed(row.cells)
  if (!Array.isArray(cells)) throw new DamagedText('no row')
  if (lines) lines[row.pos] = { key: row.key, cells: cells as Cell[], changed }
}

function stateOf(row: BookRow, tabs: Tab[]): BookState {
  const props = parsed(row.props) as BookState['props']
  // The tabs were read anew: of their looks nothing is known to have stayed.
  return { id: row.id, counter: row.counter, reshaped: row.counter, props, tabs }
}
