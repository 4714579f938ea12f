import { describe, expect, test } from 'vitest'
import type { Run } from '../../../src/local/contract'
import { tinyWorkspace } from '../tiny-workspace'

function resultOf(run: Run): unknown {
  expect(run.outcome, run.error).toBe('done')
  return run.result
}

describe('workbooks (Google’s reference of SpreadsheetApp)', () => {
  test('an unknown workbook is refused with the sentence about permission', () => {
    const run = tinyWorkspace().run('SpreadsheetApp.openById("nothing")')
    expect(run.error).toMatch(/^Exception: You do not have permission to access the requested/)
  })

  test('the bound workbook is control', () => {
    const { run, control } = tinyWorkspace()
    expect(resultOf(run('return SpreadsheetApp.getActiveSpreadsheet().getId()'))).toBe(control)
  })

  test('a new workbook is a ledger of one tab 工作表1 of 1000 rows and 26 columns', () => {
    const { run, store } = tinyWorkspace()
    const body = `const [tab, ...more] = SpreadsheetApp.create('机器账 2024').getSheets()
      return [tab.getName(), tab.getMaxRows(), tab.getMaxColumns(), more.length]`
    expect(resultOf(run(body))).toEqual(['工作表1', 1000, 26, 0])
    expect(store.books().map((book) => [book.name, book.kind])).toEqual([
      ['总台账', 'control'],
      ['机器账 2024', 'ledger'],
    ])
  })

  test('name, zone and tabs are told', () => {
    const body = `return [ss.getName(), ss.getSpreadsheetTimeZone(), sheet.getSheetId(),
      ss.getSheetByName('没有'), ss.getUrl().includes(ss.getId())]`
    expect(resultOf(tinyWorkspace().run(body))).toEqual(['总台账', 'Asia/Shanghai', 0, null, true])
  })
})

describe('values (Range.setValues, Range.getValues)', () => {
  test('are typed as by a person, and an apostrophe in front is not part of the text', () => {
    const body = `sheet.getRange(1, 1, 1, 6).setValues([["'=A1", '001', 'TRUE', '', "'001", '周报']])
      return sheet.getRange(1, 1, 1, 7).getValues()`
    expect(resultOf(tinyWorkspace().run(body))).toEqual([['=A1', 1, true, '', '001', '周报', '']])
  })

  test('a formula is never computed and its text is told by getFormulas', () => {
    const body = `sheet.getRange(1, 1, 1, 2).setValues([['=1+2', 3]])
      const range = sheet.getRange(1, 1, 1, 2)
      return [range.getValues(), range.getFormulas()]`
    expect(resultOf(tinyWorkspace().run(body))).toEqual([[['#ERROR!', 3]], [['=1+2', '']]])
  })

  test('a day comes back as a Date of the bundle’s own realm, at midnight of the zone', () => {
    const body = `sheet.getRange(1, 1, 1, 1).setValues([['2024-11-20']])
      const values = sheet.getRange(1, 1, 1, 1).getValues()
      return [values instanceof Array, values[0][0] instanceof Date, values[0][0].toISOString()]`
    const day = '2024-11-19T16:00:00.000Z'
    expect(resultOf(tinyWorkspace().run(body))).toEqual([true, true, day])
  })

  test('a time alone comes back 5 minutes 43 seconds off', () => {
    const body = `sheet.getRange(1, 1, 1, 1).setValues([['09:00']])
      return sheet.getRange(1, 1, 1, 1).getValues()[0][0].toISOString()`
    expect(resultOf(tinyWorkspace().run(body))).toBe('1899-12-30T00:54:17.000Z')
  })

  test('a Date that is written comes back as the same instant', () => {
    const body = `sheet.getRange(1, 1, 1, 1).setValues([[new Date(1732064400000)]])
      return sheet.getRange(1, 1, 1, 1).getValues()[0][0].getTime()`
    expect(resultOf(tinyWorkspace().run(body))).toBe(1732064400000)
  })

  test('a text cell keeps what looks like a number or a day', () => {
    const { run, store, control } = tinyWorkspace()
    const cell = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } }
    const fields = 'userEnteredFormat.numberFormat'
    const range = { sheetId: 0, startColumnIndex: 0, endColumnIndex: 2 }
    store.looks(control, [{ repeatCell: { range, cell, fields } }])
    const body = `sheet.getRange(1, 1, 1, 3).setValues([['11.20', '001', '001']])
      return sheet.getRange(1, 1, 1, 3).getValues()`
    expect(resultOf(run(body))).toEqual([['11.20', '001', 1]])
  })

  test('undefined clears the cell (migration guide to V8)', () => {
    const body = `sheet.getRange(1, 1, 1, 2).setValues([['甲', '乙']])
      sheet.getRange(1, 1, 1, 1).setValues([[undefined]])
      return sheet.getRange(1, 1, 1, 2).getValues()`
    expect(resultOf(tinyWorkspace().run(body))).toEqual([['', '乙']])
  })

  test('a block of another size is refused in Google’s words', () => {
    const { run } = tinyWorkspace()
    const rows = run('sheet.getRange(1, 1, 2, 1).setValues([["甲"]])')
    const columns = run('sheet.getRange(1, 1, 1, 1).setValues([["甲", "乙"]])')
    expect(rows.error).toContain('The data has 1 but the range has 2.')
    expect(columns.error).toContain('The data has 2 but the range has 1.')
  })

  test('a range outside the grid is refused', () => {
    const run = tinyWorkspace().run('sheet.getRange(1000, 1, 2, 1)')
    expect(run.error).toContain('outside the dimensions of the sheet')
  })

  test('a text of more than 50,000 characters is refused', () => {
    const run = tinyWorkspace().run('sheet.appendRow(["长".repeat(50001)])')
    expect(run.error).toContain('more than the maximum of 50000 characters')
  })

  test('a value that a strict drop-down does not offer is refused', () => {
    const { run, store, control } = tinyWorkspace()
    const values = ['是', '否'].map((userEnteredValue) => ({ userEnteredValue }))
    const rule = { condition: { type: 'ONE_OF_LIST', values }, strict: true }
    store.looks(control, [{ setDataValidation: { range: { sheetId: 0 }, rule } }])
    expect(run('sheet.getRange(1, 2, 1, 1).setValues([["是"]])').outcome).toBe('done')
    expect(run('sheet.getRange(1, 2, 1, 1).setValues([["也许"]])').error).toContain(
      'cell B1 violates the data validation rules',
    )
  })
})

describe('buffered writes (SpreadsheetApp.flush)', () => {
  test('nothing is on disk before the flush, everything at the end of the run', () => {
    const { run, store, control } = tinyWorkspace()
    const run1 = run(`sheet.getRange(1, 1, 1, 1).setValues([['甲']])
      throw new Error('stop')`)
    expect(run1.outcome).toBe('failed')
    expect(store.view(control)[0]?.rows).toEqual([['甲']])
    expect(run1.trace.map((line) => line.kind)).toContain('ss.flush')
  })

  test('a read of the same workbook flushes first and the trace says so', () => {
    const run = tinyWorkspace().run(`sheet.getRange(1, 1, 1, 1).setValues([['甲']])
      return sheet.getLastRow()`)
    expect(resultOf(run)).toBe(1)
    const [flush] = run.trace.filter((line) => line.kind === 'ss.flush')
    expect(flush).toMatchObject({ cells: 1, implicit: true })
  })

  test('a read of another workbook flushes nothing', () => {
    const { run, store } = tinyWorkspace()
    const desk = store.createBook('党政办工作台', 'desk')
    const trace = run(`sheet.getRange(1, 1, 1, 1).setValues([['甲']])
      SpreadsheetApp.openById('${desk}').getName()`).trace
    expect(trace.filter((line) => line.implicit)).toEqual([])
    expect(trace.at(-1)?.kind).toBe('ss.flush')
  })

  test('flush applies the pending writes of all workbooks', () => {
    const { run, store } = tinyWorkspace()
    const desk = store.createBook('党政办工作台', 'desk')
    const trace = run(`sheet.getRange(1, 1, 1, 1).setValues([['甲']])
      const other = SpreadsheetApp.openById('${desk}').getSheets()[0]
      other.getRange(1, 1, 1, 1).setValues([['乙']])
      SpreadsheetApp.flush()`).trace
    expect(trace.filter((line) => line.kind === 'ss.flush')).toHaveLength(2)
  })

  test('appendRow writes below the last row and is at once on disk', () => {
    const run = tinyWorkspace().run(`sheet.appendRow(['甲']); sheet.appendRow(['乙', 2])
      return sheet.getRange(1, 1, 2, 2).getValues()`)
    expect(resultOf(run)).toEqual([
      ['甲', ''],
      ['乙', 2],
    ])
    expect(run.trace.filter((line) => line.kind === 'ss.flush')).toEqual([])
  })

  test('a row that comes in below the grid looks as the one above it', () => {
    const { run, store, control } = tinyWorkspace()
    const cell = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } }
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 2 }
    store.looks(control, [
      { repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } },
      {
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { rowCount: 2 } },
          fields: 'gridProperties.rowCount',
        },
      },
    ])
    const body = `for (const text of ['001', '002', '003']) sheet.appendRow([text])
      return [sheet.getMaxRows(), sheet.getRange(1, 1, 3, 1).getValues()]`
    expect(resultOf(run(body))).toEqual([3, [['001'], ['002'], ['003']]])
  })

  test('rows inserted by the script push the ones below and keep their keys', () => {
    const { run, store, control } = tinyWorkspace()
    run(`sheet.appendRow(['甲']); sheet.appendRow(['乙'])`)
    const before = store.view(control)[0]?.rowKeys ?? []
    run('sheet.insertRowsAfter(1, 2)')
    const after = store.view(control)[0]
    expect(after?.rows).toEqual([['甲'], [''], [''], ['乙']])
    expect([after?.rowKeys[0], after?.rowKeys[3]]).toEqual(before)
    expect(after?.maxRows).toBe(1002)
  })

  test('columns inserted by the script push the ones to the right', () => {
    const run = tinyWorkspace().run(`sheet.appendRow(['甲', '乙']); sheet.insertColumnsAfter(1, 1)
      return [sheet.getRange(1, 1, 1, 3).getValues(), sheet.getMaxColumns()]`)
    expect(resultOf(run)).toEqual([[['甲', '', '乙']], 27])
  })

  test('a write lands on whoever stands there now, not on who was read', () => {
    const { run, store, control } = tinyWorkspace()
    const rows = ['甲', '乙'].map((text) => ({ kind: 'append' as const, values: [text] }))
    const [first = ''] = store.type(control, 0, rows, '周衡')
    store.type(control, 0, [{ kind: 'delete', rowKey: first }], '周衡')
    run('sheet.getRange(1, 2, 1, 1).setValues([["收讫"]])')
    expect(store.view(control)[0]?.rows).toEqual([['乙', '收讫']])
  })
})
