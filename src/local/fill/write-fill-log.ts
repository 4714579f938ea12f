import { appendFileSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../contract'
import { storageFault } from '../damage/storage-fault'

/** The fact that says how far fills.jsonl is written: the last typing's number, and the bytes. */
const mark = 'fillLog'

/**
 * Brings fills.jsonl up to the typings that the database holds. What a process that was killed
 * left beyond its mark is its own next lines, whole or in part, and is written anew.
 */
export function writeFillLog(store: Store, dir: string): void {
  try {
    write(store, dir)
  } catch (error) {
    // The typing itself is kept: the next writer brings the file up to it.
    if (!storageFault(error, dir)) throw error
  }
}

function write(store: Store, dir: string): void {
  const file = join(dir, 'fills.jsonl')
  const [last, bytes] = markOf(store, file)
  const lines = store.typings(last)
  const [newest] = lines.slice(-1)
  if (newest === undefined) return
  const text = lines.map(({ line }) => `${line}\n`).join('')
  const size = sizeOf(file)
  // An older version of the program knows no mark: what it wrote stays.
  if (size > bytes && text.startsWith(tailOf(file, bytes))) truncateSync(file, bytes)
  appendFileSync(file, text, { mode: 0o600 })
  store.setFact(mark, `${newest.id} ${sizeOf(file)}`)
}

function markOf(store: Store, file: string): [last: number, bytes: number] {
  const kept = store.fact(mark)
  if (kept === undefined) return [0, sizeOf(file)]
  const [last, bytes] = kept.split(' ').map(Number)
  return [last ?? 0, bytes ?? 0]
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function tailOf(file: string, from: number): string {
  return readFileSync(file).subarray(from).toString('utf8')
}
