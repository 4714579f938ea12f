import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
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
    await mkdir(dir, { recursive: true })
    const files: string[] = []
    for (const book of store.books()) {
      const file = join(dir, `${book.name.replace(/[\\/:*?"<>|]/g, '_')}.xlsx`)
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
