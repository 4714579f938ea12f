import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { expect, test } from 'vitest'
import { exportBook } from '../../src/local/export-xlsx'
import { makeDistrict } from '../acceptance/small-district'

const week = '2024-11-18'

test('an exported workbook prints: the week sideways on A3, its heads repeated, its days over both halves', async () => {
  const district = await makeDistrict('2024-11-15 08:50')
  await district.fileWeek(week, '2024-11-15 09:00')
  await district.decide(week, 1, '2024-11-15 10:00')
  await district.playTo('2024-11-15 17:00')
  const file = join(mkdtempSync(join(tmpdir(), 'lianxi-export-')), 'desk.xlsx')
  await exportBook(district.workspace.store, district.book('区委办'), file)
  const book = new excel.Workbook()
  await book.xlsx.readFile(file)

  const sheet = book.getWorksheet('一周安排表')
  expect(sheet?.pageSetup).toMatchObject({
    paperSize: 8,
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:5',
  })
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 5 })
  expect(sheet?.getCell('C4').text).toBe('星期一 11月18日')
  expect(sheet?.getCell('D4').master.address).toBe('C4')
  expect(sheet?.getCell('P4').master.address).toBe('O4')
  const todo = book.getWorksheet('本办待办')
  expect(todo?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 })
})
