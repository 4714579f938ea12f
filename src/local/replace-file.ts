import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BadInput } from './bad-input'

const mine = 0o600
const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = constants

/**
 * Writes a file that only this account reads, whole or not at all. What stands under its name, a
 * link too, is replaced; nothing is written where a link leads.
 *
 * @throws BadInput when a folder stands there.
 */
export async function replaceFile(file: string, contents: Uint8Array): Promise<void> {
  const draft = join(dirname(file), `.${randomBytes(8).toString('hex')}.part`)
  const handle = await open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mine)
  try {
    await handle.writeFile(contents)
    await handle.sync()
    await handle.close()
    await rename(draft, file)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(draft, { force: true })
    if (isFolder(error)) throw new BadInput(`${file}：是一个文件夹，应移走它再导出。`)
    throw error
  }
}

function isFolder(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'EISDIR' || code === 'ENOTEMPTY' || code === 'EEXIST'
}
