import { describe, expect, test } from 'vitest'
import { tinyWorkspace } from '../tiny-workspace'

type Tiny = ReturnType<typeof tinyWorkspace>
type Answer = { sheets: Record<string, unknown>[] }

function get({ run, control }: Tiny, fields: string): Answer {
  const ended = run(`return Sheets.Spreadsheets.get('${control}', { fields: '${fields}' })`)
  expect(ended.outcome, ended.error).toBe('done')
  return ended.result as Answer
}

type Data = { columnMetadata: object[]; rowData: { values?: unknown[] }[] }

function dataOf(sheet: Record<string, unknown> | undefined): Data {
  const [data] = (sheet?.data ?? []) as Data[]
  return data ?? { columnMetadata: [], rowData: [] }
}

const colored = { backgroundColor: { red: 0.85, green: 0, blue: 1 }, wrapStrategy: 'WRAP' }

describe('spreadsheets.get (Sheets API v4)', () => {
  test('gives what the mask names and leaves out what is at its default', () => {
    const tiny = tinyWorkspace()
    expect(get(tiny, 'spreadsheetId,properties.timeZone,sheets.properties')).toEqual({
      spreadsheetId: tiny.control,
      properties: { timeZone: 'Asia/Shanghai' },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: '工作表1',
            index: 0,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 26 },
          },
        },
      ],
    })
  })

  test('a colour comes back in 8 bits, under both its names, without zeros', () => {
    const tiny = tinyWorkspace()
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, endColumnIndex: 2 }
    const cell = { userEnteredFormat: colored }
    const fields = 'userEnteredFormat(backgroundColor,wrapStrategy)'
    tiny.store.looks(tiny.control, [{ repeatCell: { range, cell, fields } }])
    const color = { red: 0.8509804, blue: 1 }
    const kept = {
      backgroundColor: color,
      backgroundColorStyle: { rgbColor: color },
      wrapStrategy: 'WRAP',
    }
    expect(get(tiny, 'sheets.data.rowData.values.userEnteredFormat').sheets).toEqual([
      { data: [{ rowData: [{ values: [kept, kept].map((f) => ({ userEnteredFormat: f })) }] }] },
    ])
  })

  test('a later format replaces what its mask names and nothing else', () => {
    const tiny = tinyWorkspace()
    const range = {
      sheetId: 0,
      startRowIndex: 0,
      endRowIndex: 1,
      startColumnIndex: 0,
      endColumnIndex: 1,
    }
    const repeat = (format: object, fields: string) => ({
      repeatCell: { range, cell: { userEnteredFormat: format }, fields },
    })
    tiny.store.looks(tiny.control, [
      repeat({ textFormat: { bold: true, fontSize: 12 } }, 'userEnteredFormat.textFormat'),
      repeat({ textFormat: { bold: false } }, 'userEnteredFormat.textFormat.bold'),
      repeat({ horizontalAlignment: 'CENTER' }, 'userEnteredFormat.horizontalAlignment'),
      repeat({}, 'userEnteredFormat.horizontalAlignment'),
    ])
    expect(get(tiny, 'sheets.data.rowData').sheets).toEqual([
      {
        data: [
          {
            rowData: [
              { values: [{ userEnteredFormat: { textFormat: { bold: false, fontSize: 12 } } }] },
            ],
          },
        ],
      },
    ])
  })

  test('widths, hidden columns, groups, freezes and tab colour come back', () => {
    const tiny = tinyWorkspace()
    const range = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 3 }
    const size = { properties: { pixelSize: 240 }, fields: 'pixelSize' }
    tiny.store.looks(tiny.control, [
      { updateDimensionProperties: { range, ...size } },
      { addDimensionGroup: { range } },
      {
        updateDimensionGroup: {
          dimensionGroup: { range, depth: 1, collapsed: true },
          fields: 'collapsed',
        },
      },
      {
        updateSheetProperties: {
          properties: {
            sheetId: 0,
            gridProperties: { frozenRowCount: 1, frozenColumnCount: 2 },
            tabColorStyle: { rgbColor: { red: 1 } },
          },
          fields: 'gridProperties(frozenRowCount,frozenColumnCount),tabColorStyle',
        },
      },
    ])
    const [sheet] = get(tiny, 'sheets(properties,columnGroups,data.columnMetadata)').sheets
    expect(sheet).toMatchObject({
      properties: {
        gridProperties: {
          rowCount: 1000,
          columnCount: 26,
          frozenRowCount: 1,
          frozenColumnCount: 2,
        },
        tabColorStyle: { rgbColor: { red: 1 } },
      },
      columnGroups: [{ range, depth: 1, collapsed: true }],
    })
    expect(dataOf(sheet).columnMetadata.slice(0, 4)).toEqual([
      { pixelSize: 100 },
      { pixelSize: 240, hiddenByUser: true },
      { pixelSize: 240, hiddenByUser: true },
      { pixelSize: 100 },
    ])
    const [view] = tiny.store.view(tiny.control)
    expect(view?.columns.slice(0, 3).map((column) => column.collapsed)).toEqual([false, true, true])
  })

  test('protections, drop-downs, conditional formats and merges come back', () => {
    const tiny = tinyWorkspace()
    const range = {
      sheetId: 0,
      startRowIndex: 1,
      endRowIndex: 9,
      startColumnIndex: 0,
      endColumnIndex: 2,
    }
    const values = [{ userEnteredValue: '是' }, { userEnteredValue: '否' }]
    const validation = { condition: { type: 'ONE_OF_LIST', values }, showCustomUi: true }
    const condition = { type: 'TEXT_EQ', values: [{ userEnteredValue: '迟' }] }
    const booleanRule = { condition, format: { textFormat: { bold: true } } }
    tiny.store.looks(tiny.control, [
      { addProtectedRange: { protectedRange: { protectedRangeId: 4, range, warningOnly: true } } },
      { setDataValidation: { range, rule: validation } },
      { addConditionalFormatRule: { rule: { ranges: [range], booleanRule }, index: 0 } },
      {
        mergeCells: {
          range: { ...range, startRowIndex: 0, endRowIndex: 1 },
          mergeType: 'MERGE_ALL',
        },
      },
    ])
    const [sheet] = get(tiny, 'sheets(protectedRanges,conditionalFormats,merges,data)').sheets
    expect(sheet).toMatchObject({
      protectedRanges: [{ protectedRangeId: 4, range, warningOnly: true }],
      conditionalFormats: [{ ranges: [range], booleanRule }],
      merges: [{ startRowIndex: 0, endRowIndex: 1 }],
    })
    const { rowData } = dataOf(sheet)
    expect(rowData[0]).toEqual({})
    expect(rowData[1]?.values).toEqual([
      { dataValidation: validation },
      { dataValidation: validation },
    ])
    tiny.store.looks(tiny.control, [
      { deleteProtectedRange: { protectedRangeId: 4 } },
      { setDataValidation: { range } },
      { deleteConditionalFormatRule: { sheetId: 0, index: 0 } },
      { unmergeCells: { range: { sheetId: 0 } } },
    ])
    expect(get(tiny, 'sheets(protectedRanges,conditionalFormats,merges)').sheets).toEqual([{}])
  })

  test('looks move with the rows that the script inserts', () => {
    const tiny = tinyWorkspace()
    tiny.run(`sheet.appendRow(['甲']); sheet.appendRow(['乙'])`)
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 2 }
    tiny.store.looks(tiny.control, [
      { repeatCell: { range, cell: { userEnteredFormat: colored }, fields: 'userEnteredFormat' } },
    ])
    tiny.run('sheet.insertRowsAfter(1, 1)')
    const looks = tiny.store.view(tiny.control)[0]?.looks.map((row) => row[0]?.background)
    expect(looks).toEqual([undefined, undefined, '#d900ff'])
  })
})
