import { describe, expect, test } from 'vitest'
import { everyRow } from '../../src/layout/rows-to-read'
import { kinds, plan, workbook } from './desk-looks'

const bands = 7
const rows = 200

/** What a paste from elsewhere leaves in one row: its colours, and no drop-down. */
const pasted = (row: number) => {
  const range = { sheetId: plan, startRowIndex: row, endRowIndex: row + 1, startColumnIndex: 0 }
  const cell = { userEnteredFormat: { backgroundColor: { blue: 1 } } }
  return [
    { repeatCell: { range, cell, fields: 'userEnteredFormat.backgroundColor' } },
    { setDataValidation: { range } },
  ]
}

describe('the rows that a repair looks at', () => {
  test.each([1, 2, rows - 1])(
    'what a paste destroyed in row %i (from 0) is seen at once',
    (row) => {
      const { repair, wanted, spoil } = workbook()
      repair()
      for (let nth = 0; nth < bands; nth += 1) {
        spoil(...pasted(row))
        expect(kinds(wanted({ nth, of: bands }))).toContain('repeatCell')
      }
    },
  )

  test('every other row is seen in one of seven nights', () => {
    const { repair, wanted, spoil } = workbook()
    repair()
    for (const row of [3, 40, 99, 100, 151, rows - 2]) {
      spoil(...pasted(row))
      const seen = Array.from({ length: bands }, (_, nth) => wanted({ nth, of: bands }).length > 0)
      expect(
        seen.filter((each) => each),
        String(row),
      ).toEqual([true])
      expect(repair().length).toBeGreaterThan(0)
      expect(wanted(everyRow)).toEqual([])
    }
  })

  test('rows of a tab that people renamed are found, and a tab that is gone is not asked for', () => {
    const { repair, wanted, spoil } = workbook()
    repair()
    const properties = { sheetId: plan, title: "周'计划(旧)" }
    spoil({ updateSheetProperties: { properties, fields: 'title' } }, ...pasted(2))
    expect(kinds(wanted({ nth: 3, of: bands }))).toContain('repeatCell')
    spoil({ deleteSheet: { sheetId: plan } })
    expect(kinds(wanted({ nth: 3, of: bands }))).toContain('addSheet')
  })
})
