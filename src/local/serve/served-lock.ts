import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { BadInput } from '../bad-input'

const served = v.object({ pid: v.number(), port: v.number(), url: v.string(), token: v.string() })

/** The server that holds a workspace; the token lets commands of this user through to it. */
export type Served = v.InferOutput<typeof served>

function lockFile(dir: string): string {
  return join(dir, 'served.json')
}

/** The server that holds this workspace, or undefined; what a dead process left is ignored. */
export function servedBy(dir: string): Served | undefined {
  const found = readLock(dir)
  return found !== undefined && isAlive(found.pid) ? found : undefined
}

/** @throws BadInput when another server holds the workspace. */
export function mustBeUnserved(dir: string): void {
  const other = servedBy(dir)
  if (other === undefined) return
  throw new BadInput(
    `${dir}：进程 ${other.pid} 正在 ${other.url} 提供这个工作区，应先结束它，或直接打开该地址。`,
  )
}

/** Holds the workspace for this process. @throws BadInput when another server was faster. */
export function holdServed(dir: string, mine: Served): void {
  mustBeUnserved(dir)
  rmSync(lockFile(dir), { force: true })
  try {
    writeFileSync(lockFile(dir), JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    mustBeUnserved(dir)
  }
}

/** Lets the workspace go again, if this process holds it. */
export function releaseServed(dir: string): void {
  if (readLock(dir)?.pid === process.pid) rmSync(lockFile(dir), { force: true })
}

function readLock(dir: string): Served | undefined {
  try {
    const read = v.safeParse(served, JSON.parse(readFileSync(lockFile(dir), 'utf8')))
    return read.success ? read.output : undefined
  } catch (error) {
    if (isCode(error, 'ENOENT') || error instanceof SyntaxError) return undefined
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return isCode(error, 'EPERM')
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
