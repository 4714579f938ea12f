import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const onPath = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, name)))

/** What is missing here to turn a workbook into pages, '' where nothing is. */
export const missingForPdf = ['soffice', 'pdfinfo', 'pdftotext']
  .filter((tool) => !onPath(tool))
  .join(', ')

export type PrintedPages = { count: number; width: number; height: number; texts: string[] }

/** The pages of a PDF: how many, their size in points, and what each says. */
export function readPdf(file: string): PrintedPages {
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? []
  const count = Number(/Pages:\s+(\d+)/.exec(info)?.[1] ?? 0)
  const texts = Array.from({ length: count }, (_, i) =>
    execFileSync('pdftotext', ['-layout', '-f', String(i + 1), '-l', String(i + 1), file, '-'], {
      encoding: 'utf8',
    }),
  )
  return { count, width: Number(width), height: Number(height), texts }
}

/** Prints a workbook as LibreOffice does. */
export function printXlsx(bytes: Uint8Array): { file: string; pages: PrintedPages } {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-print-'))
  writeFileSync(join(folder, 'paper.xlsx'), bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const asked = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder]
  execFileSync('soffice', [...asked, join(folder, 'paper.xlsx')], { stdio: 'ignore' })
  const file = join(folder, 'paper.pdf')
  return { file, pages: readPdf(file) }
}
