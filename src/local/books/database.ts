import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

export type Connection = Database.Database

const schema = `
create table if not exists book (
  id text primary key, seq integer not null, name text not null, kind text not null,
  counter integer not null, reshaped integer not null, modified integer not null,
  props text not null
);
create table if not exists sheet (
  book text not null, sheet integer not null, props text not null, primary key (book, sheet)
) without rowid;
create table if not exists line (
  book text not null, sheet integer not null, key text not null, pos integer not null,
  counter integer not null, cells text not null, primary key (book, sheet, key)
) without rowid;
create index if not exists line_counter on line (book, counter);
create table if not exists history (
  id integer primary key, book text not null, sheet integer not null, line text not null,
  col integer not null, at integer not null, who text not null, old text, new text
);
create index if not exists history_book on history (book);
create index if not exists history_cell on history (book, sheet, line, col);
create table if not exists property (name text primary key, value text not null) without rowid;
create table if not exists fact (name text primary key, value text not null) without rowid;
create table if not exists typing (id integer primary key, line text not null);
create table if not exists run (id integer primary key, at integer not null, run text not null);
`

/**
 * Opens lianxi.db of a workspace folder: write-ahead log, every commit on disk before the reply,
 * freed content overwritten with zeros. Several connections may be open at once.
 */
export function openDatabase(dir: string): Connection {
  mkdirSync(dir, { recursive: true })
  const db = new Database(join(dir, 'lianxi.db'))
  db.pragma('busy_timeout = 10000')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('secure_delete = ON')
  db.exec(schema)
  emptyLog(db)
  return db
}

/** A process that was killed may have left purged texts in the log; nobody is waited for. */
function emptyLog(db: Connection): void {
  db.pragma('busy_timeout = 0')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('busy_timeout = 10000')
}

const statements = new WeakMap<Connection, Map<string, Database.Statement>>()

/** A statement that is carried out again and again, prepared once for each connection. */
export function prepared(db: Connection, sql: string): Database.Statement {
  const known = statements.get(db) ?? new Map<string, Database.Statement>()
  statements.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement)
  return statement
}

/** Pages of the write-ahead log that are carried over at once: SQLite's default, and twenty times it. */
const [pages, manyPages] = [1000, 20_000]

/**
 * Whether each commit waits for the disk. Without, the write-ahead log still keeps every commit whole
 * and in order, and outlives a kill of the process; only a power cut may take the last ones.
 */
export function syncEach(db: Connection, isSynced: boolean): void {
  db.pragma(`synchronous = ${isSynced ? 'FULL' : 'NORMAL'}`)
  db.pragma(`wal_autocheckpoint = ${isSynced ? pages : manyPages}`)
  // A checkpoint syncs the log first: what was not waited for is on disk after it.
  if (isSynced) db.pragma('wal_checkpoint(FULL)')
}
