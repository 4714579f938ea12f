import { expect, test } from 'vitest'
import { tinyWorkspace } from '../tiny-workspace'

const grid = (gridProperties: Record<string, number>) => ({
  updateSheetProperties: {
    properties: { sheetId: 0, gridProperties },
    fields: Object.keys(gridProperties)
      .map((name) => `gridProperties.${name}`)
      .join(','),
  },
})

test('a workbook takes 200 tabs, 18,278 columns and 10 million cells, and no more', () => {
  const { store, control } = tinyWorkspace()
  const tab = (sheetId: number) => ({
    addSheet: { properties: { sheetId, title: `表${sheetId}` } },
  })
  const looks = (...requests: Record<string, unknown>[]) => store.looks(control, requests)
  looks(grid({ rowCount: 10, columnCount: 18_278 }))
  expect(() => looks(grid({ columnCount: 18_279 }))).toThrow('limit of 18278 columns')
  looks(grid({ rowCount: 547 }))
  expect(() => looks(grid({ rowCount: 548 }))).toThrow('limit of 10000000 cells')
  looks(grid({ rowCount: 10, columnCount: 10 }))
  looks(...Array.from({ length: 199 }, (_, n) => tab(n + 1)))
  expect(() => looks(tab(200))).toThrow('limit of 200 sheets')
  expect(store.view(control)).toHaveLength(200)
})

test('rows that a run adds count as well', () => {
  const { store, control, run } = tinyWorkspace()
  store.looks(control, [grid({ rowCount: 1000, columnCount: 9_000 })])
  const ended = run('sheet.insertRowsAfter(1000, 200)')
  expect(ended.error).toContain('limit of 10000000 cells')
  expect(store.view(control)[0]?.rows).toEqual([])
})
