import { describe, expect, test } from 'vitest'
import { everyRow } from '../../src/layout/rows-to-read'
import { kinds, plan, todo, workbook } from './desk-looks'

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

  test('a band alone leaves out what shows damage first', () => {
    const { repair, wanted, spoil } = workbook()
    repair()
    const seenIn = (row: number, alone: boolean): number[] => {
      spoil(...pasted(row))
      const nights = Array.from({ length: bands }, (_, nth) => nth)
      const seen = nights.filter((nth) => wanted({ nth, of: bands, alone }).length > 0)
      repair()
      return seen
    }
    expect([1, 2, 40, rows - 1].map((row) => seenIn(row, true).length)).toEqual([0, 1, 1, 1])
    expect(seenIn(1, false)).toHaveLength(bands)
  })

  test('a band alone leaves out colourings, groups and charts too, but a tab that is gone comes back whole', () => {
    const { repair, wanted, spoil, store, control } = workbook()
    repair()
    const alone = { nth: 3, of: bands, alone: true }
    spoil({ deleteConditionalFormatRule: { sheetId: plan, index: 0 } })
    expect(wanted(alone)).toEqual([])
    expect(kinds(wanted({ ...alone, alone: false }))).toContain('addConditionalFormatRule')
    repair()
    spoil({ deleteSheet: { sheetId: plan } })
    store.looks(control, wanted(alone))
    expect(wanted(everyRow)).toEqual([])
  })

  test('a tab that only the script can change has its turn once in all the bands', () => {
    const { repair, wanted, spoil } = workbook()
    repair()
    const nights = Array.from({ length: bands }, (_, nth) => nth)
    const seenIn = () => nights.filter((nth) => wanted({ nth, of: bands }).length > 0)
    const range = { sheetId: todo, startRowIndex: 0, endRowIndex: 1 }
    const cell = { userEnteredFormat: { backgroundColor: { blue: 1 } } }
    spoil({ repeatCell: { range, cell, fields: 'userEnteredFormat.backgroundColor' } })
    expect(seenIn()).toEqual([0])
    // Where its protection is gone, or has a gap, anybody may have changed it.
    const protection = { protectedRangeId: todo * 100, unprotectedRanges: [range] }
    spoil({
      updateProtectedRange: { protectedRange: protection, fields: 'unprotectedRanges' },
    })
    expect(seenIn()).toEqual(nights)
    spoil({ deleteProtectedRange: { protectedRangeId: todo * 100 } })
    expect(
      nights.filter((nth) => kinds(wanted({ nth, of: bands })).includes('repeatCell')),
    ).toEqual(nights)
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
