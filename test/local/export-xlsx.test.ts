import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { describe, expect, test } from 'vitest'
import { exportBook } from '../../src/local/export-xlsx'
import { tinyWorkspace } from './tiny-workspace'

async function exported(): Promise<excel.Workbook> {
  const { store, control } = tinyWorkspace()
  const values = ['2024-11-20', '12.5', '=IMPORTDATA("x")', '是', "'001"]
  store.type(control, 0, [{ kind: 'append', values }], '周衡')
  const choices = [{ userEnteredValue: '是' }, { userEnteredValue: '否' }]
  const column = { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }
  const cell = { userEnteredFormat: { textFormat: { bold: true }, backgroundColor: { red: 1 } } }
  store.looks(control, [
    { updateDimensionProperties: { range: column, properties: { pixelSize: 210 }, fields: '*' } },
    {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
        fields: 'gridProperties.frozenRowCount',
      },
    },
    { repeatCell: { range: { sheetId: 0, endColumnIndex: 1 }, cell, fields: 'userEnteredFormat' } },
    {
      setDataValidation: {
        range: { sheetId: 0, startColumnIndex: 3, endColumnIndex: 4 },
        rule: { condition: { type: 'ONE_OF_LIST', values: choices } },
      },
    },
    { addSheet: { properties: { sheetId: 5, title: '记录', hidden: true } } },
    { addProtectedRange: { protectedRange: { range: { sheetId: 5 } } } },
  ])
  const file = join(store.dir, 'out.xlsx')
  await exportBook(store, control, file)
  const book = new excel.Workbook()
  await book.xlsx.readFile(file)
  return book
}

describe('a workbook as .xlsx', () => {
  test('carries values, days and text as they are; a formula only as its text', async () => {
    const sheet = (await exported()).getWorksheet('工作表1')
    expect(sheet?.getRow(1).values).toEqual([
      undefined,
      new Date('2024-11-20T00:00:00Z'),
      12.5,
      '=IMPORTDATA("x")',
      '是',
      '001',
    ])
    expect(sheet?.getCell('A1').numFmt).toBe('yyyy-mm-dd')
  })

  test('carries widths, freezes, looks, drop-downs, hidden and locked tabs', async () => {
    const book = await exported()
    const sheet = book.getWorksheet('工作表1')
    expect(sheet?.getColumn(1).width).toBe(30)
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.getCell('A1').font.bold).toBe(true)
    expect(sheet?.getCell('A1').fill).toMatchObject({ fgColor: { argb: 'FFFF0000' } })
    expect(sheet?.getCell('D1').dataValidation).toMatchObject({ formulae: ['"是,否"'] })
    expect(book.getWorksheet('记录')?.state).toBe('hidden')
    expect(book.getWorksheet('记录')).toHaveProperty('sheetProtection.sheet', true)
  })
})

describe('what stands where a workbook is exported to', () => {
  const folder = (): string => mkdtempSync(join(tmpdir(), 'lianxi-export-'))

  test('a link is replaced, and nothing is written where it leads', async () => {
    const { store, control } = tinyWorkspace()
    const dir = folder()
    const [secret, file] = [join(dir, 'secret.txt'), join(dir, 'out.xlsx')]
    writeFileSync(secret, 'keep me')
    symlinkSync(secret, file)
    await exportBook(store, control, file)
    expect(readFileSync(secret, 'utf8')).toBe('keep me')
    expect(lstatSync(file).isSymbolicLink()).toBe(false)
    expect(readdirSync(dir).sort()).toEqual(['out.xlsx', 'secret.txt'])
  })

  test('only this account may read a file, also where one stood that all could read', async () => {
    const { store, control } = tinyWorkspace()
    const file = join(folder(), 'out.xlsx')
    writeFileSync(file, 'old', { mode: 0o644 })
    await exportBook(store, control, file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('a folder in the place of the file is told', async () => {
    const { store, control } = tinyWorkspace()
    const file = join(folder(), 'out.xlsx')
    mkdirSync(join(file, 'inside'), { recursive: true })
    await expect(exportBook(store, control, file)).rejects.toThrow('是一个文件夹')
  })
})

test('signs that XML forbids are left out, and a text that Excel cannot hold is cut and says so', async () => {
  const { store, control } = tinyWorkspace()
  const long = '长'.repeat(40_000)
  const values = ['调\uffff研\u0000', '半\ud800个', '会😀议', long]
  store.type(control, 0, [{ kind: 'append', values }], '周衡')
  const file = join(store.dir, 'out.xlsx')
  await exportBook(store, control, file)
  const book = new excel.Workbook()
  await book.xlsx.readFile(file)
  const row = book.worksheets[0]?.getRow(1)
  expect([1, 2, 3].map((column) => row?.getCell(column).text)).toEqual(['调研', '半个', '会😀议'])
  expect(row?.getCell(4).text).toHaveLength(32_767)
  expect(row?.getCell(4).text).toMatch(/长……（文字过长，其余见工作簿）$/)
})
