import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, serialOf, shownSerial } from '../../../src/local/books/serial-day'

const zone = 'Asia/Shanghai'

describe('serial days in the workbook’s zone', () => {
  test('a time-only cell read in Shanghai is 1899-12-30 at offset +8:05:43', () => {
    expect(new Date(instantOf(9 / 24, zone)).toISOString()).toBe('1899-12-30T00:54:17.000Z')
  })

  test('a day is midnight in Shanghai', () => {
    expect(new Date(instantOf(45616, zone)).toISOString()).toBe('2024-11-19T16:00:00.000Z')
  })

  test('summer time of 1988 is known', () => {
    expect(new Date(instantOf(32330, zone)).toISOString()).toBe('1988-07-05T15:00:00.000Z')
  })

  test('an instant comes back from its serial day to the millisecond', () => {
    const years = { min: new Date('1993-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(years), fc.constantFrom(zone, 'America/New_York'), (at, where) => {
        const inFall = where !== zone
        const back = instantOf(serialOf(at.getTime(), where), where)
        // In the hour that autumn repeats, two instants have one wall time.
        expect([0, inFall ? 3_600_000 : 0]).toContain(Math.abs(back - at.getTime()))
      }),
    )
  })

  test.each([
    [45616, 'yyyy-mm-dd', '2024-11-20'],
    [45616, 'm月d日', '11月20日'],
    [45616.75, 'yyyy-mm-dd h:mm', '2024-11-20 18:00'],
    [45616 + 9.0833334 / 24, 'hh:mm', '09:05'],
    [0.5 / 24, 'mm:ss', '30:00'],
  ])('%d shown as %s is %s', (serial, pattern, shown) => {
    expect(shownSerial(serial, pattern)).toBe(shown)
  })
})
