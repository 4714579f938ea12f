import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../src/local/store'
import { tinyWorkspace } from '../tiny-workspace'

const frozen = (count: number) => ({
  updateSheetProperties: {
    properties: { sheetId: 0, gridProperties: { frozenRowCount: count } },
    fields: 'gridProperties.frozenRowCount',
  },
})

const setUp = () => {
  const { store, control, run } = tinyWorkspace()
  const other = openStore(store.dir)
  onTestFinished(() => {
    other.close()
  })
  const fields = 'sheets(properties(title,gridProperties))'
  const ask = `return Sheets.Spreadsheets.get('${control}', { fields: '${fields}' })`
  const looks = () => run(ask).result
  const grid = (frozenRowCount: number, rowCount = 1000) => ({
    sheets: [
      {
        properties: {
          title: '工作表1',
          gridProperties: { rowCount, columnCount: 26, frozenRowCount },
        },
      },
    ],
  })
  return { store, other, control, run, ask, looks, grid }
}

test('the looks of a workbook are read as they stand, whoever changed them', () => {
  const { store, other, control, looks, grid } = setUp()
  store.looks(control, [frozen(1)])
  expect(looks()).toEqual(grid(1))
  expect(looks()).toEqual(grid(1))
  other.looks(control, [frozen(2)])
  expect(looks()).toEqual(grid(2))
  store.looks(control, [frozen(3)])
  expect(looks()).toEqual(grid(3))
})

test('a tab that grew for what was written is read as large as it is', () => {
  const { store, control, run, looks, grid } = setUp()
  store.looks(control, [frozen(1)])
  looks()
  run('sheet.insertRowsAfter(1000, 5)')
  expect(looks()).toEqual(grid(1, 1005))
})

test('other fields are another answer', () => {
  const { control, run, looks } = setUp()
  looks()
  const titles = `return Sheets.Spreadsheets.get('${control}', { fields: 'properties(title)' })`
  expect(run(titles).result).toEqual({ properties: { title: '总台账' } })
})

test('what a run does to the looks it read is no concern of the next', () => {
  const { ask, looks, run } = setUp()
  const before = looks()
  run(`${ask.replace('return', 'const answer =')}\nanswer.sheets[0].properties.title = '改名'`)
  expect(looks()).toEqual(before)
})
