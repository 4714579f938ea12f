import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import {
  dayOf,
  minutesOf,
  momentAt,
  sayLength,
  sayMoment,
  sayStamp,
  timeFromMinutes,
  timeOf,
} from '../../src/domain/moment'

describe('a moment in Asia/Shanghai', () => {
  test('2024年11月15日 12:00 is 04:00 UTC', () => {
    expect(momentAt(day('2024-11-15'), '12:00')).toBe(Date.UTC(2024, 10, 15, 4))
  })

  test.each([
    [Date.UTC(2024, 10, 14, 15, 59, 59), '2024-11-14', '23:59'],
    [Date.UTC(2024, 10, 14, 16), '2024-11-15', '00:00'],
    [Date.UTC(2024, 11, 31, 16, 5), '2025-01-01', '00:05'],
  ])('%i is on %s at %s', (moment, on, time) => {
    expect(dayOf(moment)).toBe(on)
    expect(timeOf(moment)).toBe(time)
  })

  test('is said in text and stamped in records', () => {
    const noon = momentAt(day('2024-03-05'), '12:00')
    expect(sayMoment(noon)).toBe('2024年3月5日 12:00')
    expect(sayStamp(noon)).toBe('2024-03-05 12:00')
  })

  test('agrees with the zone data of the machine since 1992', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const range = { min: Date.UTC(1992, 0, 1), max: Date.UTC(2099, 0, 1) }
    fc.assert(
      fc.property(fc.integer(range), (moment) => {
        expect(sayStamp(moment)).toBe(zone.format(moment))
        expect(momentAt(dayOf(moment), timeOf(moment))).toBe(moment - (moment % 60_000))
      }),
    )
  })

  test('24:00 is the start of the next day', () => {
    expect(momentAt(day('2024-11-15'), '24:00')).toBe(momentAt(day('2024-11-16'), '00:00'))
  })

  test.each(['9:00', '24:01', '12:60', '12', ''])('%j is no time of day', (text) => {
    expect(() => minutesOf(text)).toThrow(RangeError)
  })

  test('minutes and times are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
        expect(minutesOf(timeFromMinutes(minutes))).toBe(minutes)
      }),
    )
  })
})

test.each([
  [0, '0分钟'],
  [20, '20分钟'],
  [185, '3小时5分钟'],
  [120, '2小时'],
  [3320, '2天7小时'],
  [1445, '1天'],
])('%i minutes are %s', (minutes, said) => {
  expect(sayLength(minutes)).toBe(said)
})
