import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { exportBook } from '../../src/local/export-xlsx'
import type { SmallDistrict } from './small-district'

/** What a workbook says once it was exported and read back: every text of every tab. */
export const exported = async (district: SmallDistrict, desk: string): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-export-'))
  const file = join(folder, 'book.xlsx')
  try {
    await exportBook(district.workspace.store, district.book(desk), file)
    const book = new excel.Workbook()
    await book.xlsx.readFile(file)
    const texts: string[] = []
    book.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.text)))),
    )
    return texts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
