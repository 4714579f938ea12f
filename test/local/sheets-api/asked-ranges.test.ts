import { describe, expect, test } from 'vitest'
import { tinyWorkspace } from '../tiny-workspace'

const ask = (ranges: unknown, fields = 'sheets(properties(sheetId),data(startRow,rowData))') => {
  const tiny = tinyWorkspace()
  const asked = JSON.stringify({ fields, ranges })
  return tiny.run(`return Sheets.Spreadsheets.get('${tiny.control}', ${asked})`)
}

describe('ranges asked of spreadsheets.get (Sheets API v4)', () => {
  test.each([
    '',
    '!1:3',
    "'工作表1",
    '工作表1!',
    '工作表1!0:3',
    '工作表1!A:3',
    '工作表1!1:A',
    '工作表1!3',
    '工作表1!A1:B2:C3',
    '工作表1!AAAA1',
    '工作表1!-1:2',
    '没有这张表!1:3',
    '没有这张表',
    'R1C1:R2C2',
  ])('%j is malformed, or names no tab, and refused', (range) => {
    const { outcome, error } = ask([range])
    expect(outcome).toBe('failed')
    expect(error).toContain(`Unable to parse range: ${range}`)
  })

  test.each(['工作表1!1001:1002', "'工作表1'!AB1:AC2", '工作表1!AA:AA', '工作表1!A5000'])(
    '%s leaves the grid of 1000 rows and 26 columns and is refused',
    (range) => {
      expect(ask([range]).error).toContain(
        `Range (${range}) exceeds grid limits. Max rows: 1000, max columns: 26`,
      )
    },
  )

  test('one bad range among good ones refuses all', () => {
    expect(ask(['工作表1!1:3', '工作表1!2000:2001']).outcome).toBe('failed')
  })

  test.each(['工作表1!999:2000', '工作表1!Y1:ZZ2', '工作表1', "'工作表1'!A:B", '工作表1!1:3'])(
    '%s begins within the grid and is answered',
    (range) => {
      expect(ask([range]).outcome).toBe('done')
    },
  )

  test('what is no list of texts is refused', () => {
    expect(ask('工作表1!1:3').outcome).toBe('failed')
    expect(ask([3]).outcome).toBe('failed')
  })

  test('the price grows with the size of the answer', () => {
    const tiny = tinyWorkspace()
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 800, endColumnIndex: 26 }
    const cell = { userEnteredFormat: { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' } }
    tiny.store.looks(tiny.control, [{ repeatCell: { range, cell, fields: 'userEnteredFormat' } }])
    const priceOf = (ranges: string[]) => {
      const asked = JSON.stringify({ fields: 'sheets(data(rowData))', ranges })
      const { trace } = tiny.run(`return Sheets.Spreadsheets.get('${tiny.control}', ${asked})`)
      const line = trace.find(({ kind }) => kind === 'api.ss.getMeta')
      return { ms: line?.ms ?? 0, kb: line?.kb ?? 0 }
    }
    const [few, many] = [priceOf(['工作表1!1:8']), priceOf(['工作表1!1:800'])]
    expect(many.kb / few.kb).toBeGreaterThan(90)
    // 350 ms for any, and 2 ms a kilobyte.
    expect(few.ms).toBeCloseTo(350 + 2 * few.kb, 0)
    expect(many.ms).toBeCloseTo(350 + 2 * many.kb, 0)
    expect(many.ms).toBeGreaterThan(5 * few.ms)
  })
})
