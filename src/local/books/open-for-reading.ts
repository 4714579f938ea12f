import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import type { Connection } from './database'

/**
 * Opens lianxi.db of a workspace folder for somebody who only looks: nothing is made, moved or
 * waited for, and whoever writes it goes on. A copy on a disk that takes no writes is read too.
 */
export function openForReading(dir: string): Connection {
  const file = join(dir, 'lianxi.db')
  const live = opened(`${pathToFileURL(file).href}?mode=ro`)
  try {
    live.pragma('busy_timeout = 10000')
    live.prepare('select count(*) from sqlite_schema').get([])
    return live
  } catch (error) {
    live.close()
    if (!cannotWrite(error)) throw error
    return openUnwritable(file)
  }
}

/** Even reading keeps a file beside the database while it is open, which cannot be made here. */
function openUnwritable(file: string): Connection {
  const log = `${file}-wal`
  const isWhole = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) === 0
  // Nothing can change it, so it may be read without asking who writes.
  if (isWhole) return opened(`${pathToFileURL(file).href}?immutable=1`)
  return openCopy(file, log)
}

/** The last commits stand in the log alone: they are read from a copy, gone when it is closed. */
function openCopy(file: string, log: string): Connection {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-read-'))
  try {
    const copy = join(folder, 'lianxi.db')
    copyFileSync(file, copy)
    if (existsSync(log)) copyFileSync(log, `${copy}-wal`)
    const db = opened(copy)
    db.pragma('query_only = ON')
    db.prepare('select count(*) from sqlite_schema').get([])
    return db
  } finally {
    // An open file is read to its end though its name is gone.
    rmSync(folder, { recursive: true, force: true })
  }
}

/** SQLite's result codes. */
const [readOnly, cannotOpen] = [8, 14]

function opened(name: string): Connection {
  return new Database(name)
}

function cannotWrite(error: unknown): boolean {
  const code = error instanceof Error && 'rawCode' in error ? Number(error.rawCode) & 0xff : 0
  return code === readOnly || code === cannotOpen
}
