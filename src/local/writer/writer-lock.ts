import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import * as v from 'valibot'
import { BadInput } from '../bad-input'
import { sayMoment } from '../say-moment'

const page = v.object({ port: v.number(), url: v.string(), token: v.string() })
const holder = v.object({
  pid: v.number(),
  command: v.string(),
  since: v.number(),
  page: v.optional(page),
})

/** Where the page of a workspace is served; the token lets commands of this user through to it. */
export type ServedPage = v.InferOutput<typeof page>

/** The process that writes a workspace: its command, since when, and its page while it serves one. */
export type Holder = v.InferOutput<typeof holder>

/** Held by the one process that may write a workspace. */
export type WriterLock = {
  /** Lets commands find the page that this process serves. */
  serves(page: ServedPage): void
  release(): void
}

/** Real ms that a writer waits for whoever is just looking whether there is one. */
const patience = 400

const lockFile = (dir: string): string => join(dir, 'writer.lock')
const noteFile = (dir: string): string => join(dir, 'writer.json')

/**
 * Makes this process the one writer of a workspace. The lock is the operating system's, on an empty
 * database beside the workspace's own: it is gone with the process, however that ends.
 * @throws BadInput when another process writes, in a sentence that says which and since when.
 */
export function takeWriterLock(dir: string, command: string): WriterLock {
  const db = new Database(lockFile(dir))
  try {
    db.pragma(`busy_timeout = ${patience}`)
    db.pragma('journal_mode = MEMORY')
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if (!isBusy(error)) throw error
    throw new BadInput(sayHeld(dir, readHolder(dir)))
  }
  const mine: Holder = { pid: process.pid, command, since: Date.now() }
  const release = (): void => {
    rmSync(noteFile(dir), { force: true })
    // Closing alone may wait for the garbage collector.
    db.exec('rollback')
    db.close()
  }
  try {
    note(dir, mine)
  } catch (error) {
    release()
    throw error
  }
  return {
    serves: (its) => {
      note(dir, { ...mine, page: its })
    },
    release,
  }
}

/** The process that writes this workspace now, or undefined; what a dead one left is ignored. */
export function writerOf(dir: string): Holder | undefined {
  return isHeld(dir) ? readHolder(dir) : undefined
}

/** @throws BadInput when another process writes this workspace. */
export function mustBeUnheld(dir: string): void {
  if (isHeld(dir)) throw new BadInput(sayHeld(dir, readHolder(dir)))
}

function isHeld(dir: string): boolean {
  if (!existsSync(lockFile(dir))) return false
  const db = new Database(`${pathToFileURL(lockFile(dir)).href}?mode=ro`)
  try {
    db.prepare('select count(*) from sqlite_schema').get([])
    return false
  } catch (error) {
    if (isBusy(error)) return true
    throw error
  } finally {
    db.close()
  }
}

/** Written whole, and only by whoever holds the lock. */
function note(dir: string, mine: Holder): void {
  rmSync(noteFile(dir), { force: true })
  writeFileSync(noteFile(dir), JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
}

function readHolder(dir: string): Holder | undefined {
  try {
    const read = v.safeParse(holder, JSON.parse(readFileSync(noteFile(dir), 'utf8')))
    return read.success ? read.output : undefined
  } catch (error) {
    // It is just being written, or belongs to another account.
    if (isCode(error, ['ENOENT', 'EACCES', 'EPERM']) || error instanceof SyntaxError) {
      return undefined
    }
    throw error
  }
}

function sayHeld(dir: string, its: Holder | undefined): string {
  if (its === undefined) return `${dir}：另一条命令正在使用这个工作区，应等它结束后再试。`
  const who = `lianxi ${its.command}（进程 ${its.pid}，${sayMoment(its.since)} 开始）`
  return its.page === undefined
    ? `${dir}：${who}正在使用这个工作区，应等它结束后再试。`
    : `${dir}：${who}正在 ${its.page.url} 提供这个工作区，应先结束它，或直接打开该地址。`
}

function isBusy(error: unknown): boolean {
  return isCode(error, ['SQLITE_BUSY'])
}

function isCode(error: unknown, codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
