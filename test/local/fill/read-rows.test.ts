import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readRows } from '../../../src/local/fill/read-rows'

async function fileOf(name: string, bytes: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'lianxi-rows-')), name)
  await writeFile(file, bytes)
  return file
}

async function workbookOf(fillIn: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  fillIn(workbook.addWorksheet('周计划'))
  return fileOf('plan.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
}

test('a CSV with a byte order mark is read by its headings, blank cells are not given', async () => {
  const file = await fileOf(
    'a.csv',
    '\uFEFF领导姓名,日期,活动内容\n龚立言,2024-11-20,"调研,座谈"\n,,会见\n',
  )
  expect(await readRows(file)).toEqual([
    { cells: { 领导姓名: '龚立言', 日期: '2024-11-20', 活动内容: '调研,座谈' } },
    { cells: { 活动内容: '会见' } },
  ])
})

test('a CSV that Excel saved in GB18030 is read as well', async () => {
  // 日期,地点 / 周三,区委 in GB18030
  const bytes = [
    0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xb5, 0xd8, 0xb5, 0xe3, 0x0a, 0xd6, 0xdc, 0xc8, 0xfd, 0x2c, 0xc7,
    0xf8, 0xce, 0xaf, 0x0a,
  ]
  const file = await fileOf('b.csv', Uint8Array.from(bytes))
  expect(await readRows(file)).toEqual([{ cells: { 日期: '周三', 地点: '区委' } }])
})

test('a table pasted from Word is read below its title, merged cells stand once', async () => {
  const file = await workbookOf((sheet) => {
    sheet.addRow(['区政协领导一周工作安排'])
    sheet.mergeCells('A1:C1')
    sheet.addRow(['领导\n姓名', '日 期', '活动内容'])
    sheet.addRow(['龚立言', new Date(Date.UTC(2024, 10, 20)), '调研'])
    sheet.addRow(['', '周四', { richText: [{ text: '会见' }, { text: '来宾' }] }])
    sheet.mergeCells('A3:A4')
  })
  expect(await readRows(file)).toEqual([
    { cells: { 领导姓名: '龚立言', 日期: '2024-11-20', 活动内容: '调研' } },
    { cells: { 日期: '周四', 活动内容: '会见来宾' } },
  ])
})

test('11.20 shown in a number cell stays 11.20, and a time of day stays HH:mm', async () => {
  const file = await workbookOf((sheet) => {
    sheet.addRow(['日期', '开始'])
    const row = sheet.addRow([11.2, new Date(Date.UTC(1899, 11, 30, 14, 30))])
    row.getCell(1).numFmt = '0.00'
    row.getCell(2).numFmt = 'hh:mm'
  })
  expect(await readRows(file)).toEqual([{ cells: { 日期: '11.20', 开始: '14:30' } }])
})

test.each([
  ['plan.txt', '日期', '应为 .csv 或 .xlsx'],
  ['plan.xlsx', 'not a workbook', '应为 .xlsx 工作簿'],
  ['plan.csv', '日期,地点\n', '没有数据行'],
  ['plan.csv', '日期,日期\n1,2\n', '“日期”出现了两次'],
  ['plan.csv', '日期,地点\n"周三,区委\n', '引号成对'],
])('%s that is no table is told in one sentence', async (name, bytes, told) => {
  await expect(readRows(await fileOf(name, bytes))).rejects.toThrow(told)
})
