import { expect, onTestFinished, test } from 'vitest'
import { compileBundle, runFunction } from '../../../src/local/runtime/run-function'
import { openStore } from '../../../src/local/store'
import { emptyFolder, wednesday } from '../tiny-workspace'

const code = `function read(id, rows, spoil) {
  const sheet = SpreadsheetApp.openById(id).getSheetByName('工作表1')
  const range = sheet.getRange(1, 1, rows, 2)
  const [values, formulas] = [range.getValues(), range.getFormulas()]
  const said = [...values.map((row) => row.map((cell) => cell instanceof Date ? cell.getTime() : cell)),
    ...formulas]
  if (spoil) for (const row of values) {
    row.forEach((cell, at) => { if (cell instanceof Date) cell.setTime(0); else row[at] = 'spoilt' })
  }
  return said
}
function write(id, text) {
  const sheet = SpreadsheetApp.openById(id).getSheetByName('工作表1')
  sheet.getRange(1, 1, 1, 1).setValues([[text]])
  return sheet.getRange(1, 1, 1, 1).getValues()
}`

/** One workbook of two rows, read again and again in a realm that is kept. */
const district = () => {
  const dir = emptyFolder()
  const [store, other] = [openStore(dir), openStore(dir)]
  onTestFinished(() => {
    store.close()
    other.close()
  })
  store.setFact('clock', `set:${wednesday}`)
  const id = store.createBook('总台账', 'control')
  store.type(id, 0, [{ kind: 'append', values: ['甲', '2024-11-20'] }], 'lin@anlan.local')
  store.type(id, 0, [{ kind: 'append', values: ['乙', '=1'] }], 'lin@anlan.local')
  const post = { send: () => {}, close: () => Promise.resolve() }
  const machine = { store, post, bundle: compileBundle(code), kept: {} }
  const call = (fn: string, ...args: unknown[]) =>
    runFunction(machine, fn, [id, ...args], wednesday)
  const keys = () => store.view(id)[0]?.rowKeys ?? []
  return { store, other, id, call, keys }
}

const day = Date.parse('2024-11-20T00:00:00+08:00')
const asTyped = [
  ['甲', day],
  ['乙', '#ERROR!'],
  ['', ''],
  ['', '=1'],
]

test('what a run does to the values it read is no concern of the next', () => {
  const { call } = district()
  expect(call('read', 2, true).result).toEqual(asTyped)
  expect(call('read', 2).result).toEqual(asTyped)
})

test('a cell that was typed through another connection is read', () => {
  const { call, other, id, keys } = district()
  call('read', 2)
  const [rowKey = ''] = keys()
  const edit = { kind: 'set' as const, rowKey, column: 1, value: '2024-11-21' }
  other.type(id, 0, [edit], 'lin@anlan.local')
  expect(call('read', 2).result).toEqual([['甲', day + 86_400_000], ...asTyped.slice(1)])
})

test('rows that went, moved or came are read as they stand', () => {
  const { call, other, id, keys } = district()
  call('read', 3)
  other.type(id, 0, [{ kind: 'delete', rowKey: keys()[0] ?? '' }], 'lin@anlan.local')
  expect(call('read', 2).result).toEqual([
    ['乙', '#ERROR!'],
    ['', ''],
    ['', '=1'],
    ['', ''],
  ])
  other.type(id, 0, [{ kind: 'append', values: ['丙', ''] }], 'lin@anlan.local')
  expect(call('read', 2).result).toEqual([
    ['乙', '#ERROR!'],
    ['丙', ''],
    ['', '=1'],
    ['', ''],
  ])
})

test('a run reads what it wrote, and so does the next', () => {
  const { call } = district()
  call('read', 2)
  expect(call('write', '丁').result).toEqual([['丁']])
  expect(call('read', 2).result).toEqual([['丁', day], ...asTyped.slice(1)])
})

test('a number that is shown as a day from now on is read as one', () => {
  const { call, store, id } = district()
  store.type(id, 0, [{ kind: 'append', values: ['戊', '45616'] }], 'lin@anlan.local')
  expect(call('read', 3).result).toContainEqual(['戊', 45616])
  const range = { sheetId: 0, startRowIndex: 2, endRowIndex: 3 }
  const cell = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } } }
  const fields = 'userEnteredFormat.numberFormat'
  store.looks(id, [{ repeatCell: { range, cell, fields } }])
  expect(call('read', 3).result).toContainEqual(['戊', day])
})

test('a day is another instant once the workbook keeps another zone', () => {
  const { call, store, id } = district()
  call('read', 2)
  const properties = { timeZone: 'Asia/Tokyo' }
  store.looks(id, [{ updateSpreadsheetProperties: { properties, fields: 'timeZone' } }])
  expect(call('read', 2).result).toEqual([['甲', day - 3_600_000], ...asTyped.slice(1)])
})

test('a run that failed while it wrote left nothing behind that is read', () => {
  const { call } = district()
  call('read', 2)
  expect(call('write', 'x'.repeat(50_001)).outcome).toBe('failed')
  expect(call('read', 2).result).toEqual(asTyped)
})

test('a read that hands nothing new over costs what the first one cost', () => {
  const { call } = district()
  const [first, second] = [call('read', 2), call('read', 2)]
  expect(second.trace).toEqual(first.trace)
})
