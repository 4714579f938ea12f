import { mkdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { exportBook } from '../export-xlsx'
import type { CommonOptions } from './options'
import { answer, type ExitCode, type Shell } from './shell'
import { readingWorkspace } from './workspace-at'

/** `lianxi export DIR`: every workbook as an .xlsx file. */
export async function exportCommand(
  shell: Shell,
  folder: string,
  options: CommonOptions,
): Promise<ExitCode> {
  return readingWorkspace<ExitCode>(shell, options.in, async ({ store }) => {
    const dir = resolve(shell.cwd, folder)
    // Only for this account: the workbooks name people.
    await mkdir(dir, { recursive: true, mode: 0o700 })
    const files: string[] = []
    for (const book of store.books()) {
      const file = join(dir, fileName(book.name, files))
      await exportBook(store, book.id, file)
      files.push(file)
    }
    answer(shell, options.json === true, { files }, [
      ...files,
      `已导出 ${files.length} 本工作簿到 ${dir}。`,
    ])
    return 0
  })
}

/** A name that every system takes, and no other workbook of this export has. */
function fileName(book: string, files: readonly string[]): string {
  const plain = book.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_')
  const taken = files.map((file) => basename(file).toLowerCase())
  for (let nth = 1; ; nth += 1) {
    const name = `${plain}${nth === 1 ? '' : `(${nth})`}.xlsx`
    if (!taken.includes(name.toLowerCase())) return name
  }
}
