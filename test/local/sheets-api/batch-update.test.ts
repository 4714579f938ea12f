import { describe, expect, test } from 'vitest'
import { tinyWorkspace } from '../tiny-workspace'

const sheet = { addSheet: { properties: { sheetId: 5, title: '周计划' } } }
const bold = { cell: { userEnteredFormat: { textFormat: { bold: true } } } }

describe('spreadsheets.batchUpdate (Sheets API v4)', () => {
  test('is atomic: one refused request leaves nothing of the others', () => {
    const { store, control } = tinyWorkspace()
    expect(() => {
      store.looks(control, [sheet, { deleteSheet: { sheetId: 99 } }])
    }).toThrow('Invalid requests[1].deleteSheet: Sheet 99 not found')
    expect(store.view(control).map((tab) => tab.name)).toEqual(['工作表1'])
    expect(store.books()[0]?.counter).toBe(1)
  })

  test('refuses a sheet id, a title and a protected range id that exist', () => {
    const { store, control } = tinyWorkspace()
    store.looks(control, [sheet])
    const again = (request: Record<string, unknown>) => () => {
      store.looks(control, [request])
    }
    expect(again(sheet)).toThrow('A sheet with the ID 5 already exists')
    expect(again({ addSheet: { properties: { sheetId: 6, title: '周计划' } } })).toThrow(
      'A sheet with the name "周计划" already exists',
    )
    const protect = {
      addProtectedRange: { protectedRange: { protectedRangeId: 3, range: { sheetId: 5 } } },
    }
    store.looks(control, [protect])
    expect(again(protect)).toThrow('A protected range with the ID 3 already exists')
  })

  test('refuses values', () => {
    const { store, control } = tinyWorkspace()
    const range = { sheetId: 0 }
    const cell = { userEnteredValue: { stringValue: '甲' } }
    const send = (request: Record<string, unknown>) => () => {
      store.looks(control, [request])
    }
    expect(send({ repeatCell: { range, cell, fields: 'userEnteredValue' } })).toThrow(
      'userEnteredValue is refused: only looks may be sent',
    )
    expect(send({ repeatCell: { range, ...bold, fields: '*' } })).toThrow('field * is refused')
    expect(send({ updateCells: {} })).toThrow('updateCells is not implemented in the local store')
  })

  test('refuses a member that the local store does not know', () => {
    const { store, control } = tinyWorkspace()
    expect(() => {
      store.looks(control, [{ addSheet: { properties: { sheetId: 5, rightToLeft: true } } }])
    }).toThrow('properties.rightToLeft')
  })

  test('fails by name while the run has pending writes to that workbook', () => {
    const { run, store, control } = tinyWorkspace()
    const update = `Sheets.Spreadsheets.batchUpdate({ requests: [${JSON.stringify(sheet)}] }, '${control}')`
    const ended = run(`sheet.getRange(1, 1, 1, 1).setValues([['甲']]); ${update}`)
    expect(ended.error).toMatch(/^GoogleJsonResponseException: .*has pending SpreadsheetApp writes/)
    const flushed = run(`sheet.getRange(1, 1, 1, 1).setValues([['甲']])
      SpreadsheetApp.flush(); return ${update}`)
    expect(flushed.result).toMatchObject({
      spreadsheetId: control,
      replies: [{ addSheet: { properties: { sheetId: 5, title: '周计划', index: 1 } } }],
    })
    expect(store.view(control).map((tab) => tab.name)).toEqual(['工作表1', '周计划'])
  })

  test('rows change their place with their keys; a place inside themselves is refused', () => {
    const { store, control, run } = tinyWorkspace()
    run("sheet.getRange(1, 1, 5, 1).setValues([['甲'], ['乙'], ['丙'], ['丁'], ['戊']])")
    const move = (startIndex: number, endIndex: number, destinationIndex: number) => () => {
      const source = { sheetId: 0, dimension: 'ROWS', startIndex, endIndex }
      store.looks(control, [{ moveDimension: { source, destinationIndex } }])
    }
    const column = () => {
      const tab = store.view(control)[0]
      return tab?.rowKeys.map((key, row) => [key, tab.rows[row]?.[0]])
    }
    const keys = new Map(column()?.map(([key, text]) => [text, key]))
    const order = () => {
      expect(column()?.map(([key, text]) => keys.get(text) === key)).toEqual(Array(5).fill(true))
      return column()
        ?.map(([, text]) => text)
        .join('')
    }
    move(3, 5, 1)()
    expect(order()).toBe('甲丁戊乙丙')
    move(0, 2, 5)()
    expect(order()).toBe('戊乙丙甲丁')
    expect(move(0, 3, 1)).toThrow('destinationIndex 1 is inside the source or outside the sheet')
    store.looks(control, [
      {
        repeatCell: {
          range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2 },
          ...bold,
          fields: 'userEnteredFormat.textFormat.bold',
        },
      },
    ])
    expect(move(3, 4, 0)).toThrow('moving rows of different looks is not implemented')
  })

  test('a deleted tab takes its rows along, and its id may come again empty', () => {
    const { store, control } = tinyWorkspace()
    store.looks(control, [sheet])
    store.type(control, 5, [{ kind: 'append', values: ['甲'] }], '周衡')
    store.looks(control, [{ deleteSheet: { sheetId: 5 } }])
    store.looks(control, [sheet])
    expect(store.view(control)[1]?.rows).toEqual([])
  })

  test('tabs stand in the order of their index', () => {
    const { store, control } = tinyWorkspace()
    store.looks(control, [
      sheet,
      { updateSheetProperties: { properties: { sheetId: 5, index: 0 }, fields: 'index' } },
    ])
    expect(store.view(control).map((tab) => [tab.index, tab.name])).toEqual([
      [0, '周计划'],
      [1, '工作表1'],
    ])
  })

  test('a size that would cut values is refused', () => {
    const { store, control } = tinyWorkspace()
    store.type(control, 0, [{ kind: 'append', values: ['甲', '乙'] }], '周衡')
    const properties = { sheetId: 0, gridProperties: { columnCount: 1 } }
    expect(() => {
      store.looks(control, [
        { updateSheetProperties: { properties, fields: 'gridProperties.columnCount' } },
      ])
    }).toThrow('columnCount would cut columns with values')
  })
})
