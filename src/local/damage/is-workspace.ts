import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BadInput } from '../bad-input'
import { openForReading } from '../books/open-for-reading'
import { StorageFault, storageFault } from './storage-fault'

/** True when a workspace stands in this folder, sound or not. */
export function isWorkspace(dir: string): boolean {
  return existsSync(join(dir, 'lianxi.db'))
}

/** @throws BadInput when no workspace stands in this folder, or what stands there is none. */
export function mustBeWorkspace(dir: string, given: string): void {
  if (!isWorkspace(dir)) {
    throw new BadInput(
      `--in：${dir} 里没有工作区，应为 lianxi new 建立的文件夹（可先运行 lianxi new ${given}）。`,
    )
  }
  if (statSync(join(dir, 'lianxi.db')).size === 0) {
    throw new StorageFault(
      `${dir}：其中的 lianxi.db 是空文件，不是工作区；应用最近一份完好的备份整个替换这个文件夹，没有备份则删去它，用 lianxi new 重建。`,
      'foreign',
    )
  }
  try {
    if (hasBooks(dir)) return
  } catch (error) {
    throw storageFault(error, dir) ?? error
  }
  throw new StorageFault(
    `${dir}：其中的 lianxi.db 里没有工作簿，不是联席的工作区；应为 lianxi new 建立的文件夹。`,
    'foreign',
  )
}

function hasBooks(dir: string): boolean {
  const db = openForReading(dir)
  try {
    const found = db
      .prepare("select count(*) as n from sqlite_schema where name in ('book', 'sheet', 'line')")
      .get([]) as { n: number }
    return found.n === 3
  } finally {
    db.close()
  }
}
