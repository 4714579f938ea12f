import { relative } from 'node:path'
import { BadInput } from '../bad-input'

/** What a disk or a file does to a workspace, in a sentence that says what to do. */
export class StorageFault extends BadInput {
  constructor(
    sentence: string,
    readonly kind: StorageKind,
  ) {
    super(sentence)
  }
}

type DiskKind = 'damaged' | 'full' | 'locked' | 'unreadable' | 'busy'
/** `foreign` is a file that is no workspace. */
type StorageKind = DiskKind | 'foreign'

/** SQLite's primary result codes, and those of the operating system, that are no bug of ours. */
const kinds: Record<string, DiskKind> = {
  5: 'busy',
  6: 'busy',
  8: 'locked',
  10: 'unreadable',
  11: 'damaged',
  13: 'full',
  14: 'locked',
  24: 'damaged',
  26: 'damaged',
  522: 'damaged',
  778: 'full',
  1034: 'full',
  1546: 'full',
  4874: 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'locked',
  EACCES: 'locked',
  EPERM: 'locked',
  EIO: 'unreadable',
}

const sentences: Record<DiskKind, (dir: string) => string> = {
  damaged: (dir) =>
    `${dir}：工作区的数据库已损坏，没有改动任何内容；应先把整个文件夹另存一份，再用最近一份完好的备份整个替换它（lianxi check 列出损坏之处）。`,
  full: (dir) =>
    `${dir}：磁盘已满或超出限额，刚才的内容没有写入，以前确认过的都在；应腾出空间后再做一次。`,
  locked: (dir) =>
    `${dir}：文件夹或其中的文件不能写入，没有改动任何内容；查看可用 show、mail、explain、export，要填写或运行应先把整个文件夹拷到可以写入的地方。`,
  unreadable: (dir) =>
    `${dir}：磁盘读写出错，没有做完；应检查磁盘，把整个文件夹拷到别的盘上，再用 lianxi check 核对。`,
  busy: (dir) => `${dir}：别的程序占着工作区的数据库，没有做完；应关掉它后再做一次。`,
}

/** Of a file outside the workspace: what is exported, read or given. */
const elsewhere: Partial<Record<DiskKind, string>> = {
  full: '磁盘已满或超出限额，没有写成；应腾出空间后再做一次。',
  locked: '没有读写的权限；应改权限，或另给一个地方。',
  unreadable: '磁盘读写出错；应另给一个地方。',
}

/** The fault of the disk or the database behind an error; undefined when it is none. */
export function storageFault(error: unknown, dir: string): StorageFault | undefined {
  if (error instanceof StorageFault) return error
  const kind = kindOf(error)
  if (kind === undefined) return undefined
  const file = fileOf(error)
  const apart = file !== undefined && relative(dir, file).startsWith('..') && elsewhere[kind]
  return new StorageFault(apart ? `${file}：${apart}` : sentences[kind](dir), kind)
}

function fileOf(error: unknown): string | undefined {
  const isNamed = error instanceof Error && 'path' in error && typeof error.path === 'string'
  return isNamed ? String(error.path) : undefined
}

/** Something in the database is not in the form in which it was written. */
export function damageOf(dir: string): StorageFault {
  return new StorageFault(sentences.damaged(dir), 'damaged')
}

function kindOf(error: unknown): DiskKind | undefined {
  if (!(error instanceof Error)) return undefined
  const raw = 'rawCode' in error ? Number(error.rawCode) : openingCode(error)
  if (raw !== undefined) return kinds[String(raw)] ?? kinds[String(raw & 0xff)]
  return 'code' in error ? kinds[String(error.code)] : undefined
}

/** A database that cannot even be opened is told by libsql in a text of its own. */
function openingCode(error: Error): number | undefined {
  const code = /^ConnectionFailed\(.*: (\d+)"\)$/.exec(error.message)?.[1]
  return code === undefined ? undefined : Number(code)
}
