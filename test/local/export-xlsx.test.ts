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
