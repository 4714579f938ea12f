import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  mondayOf,
  sayDay,
  sayRange,
  weekdayName,
  weekdayOf,
  weekTitle,
} from '../../src/domain/day'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map(dayFromNumber)

describe('a day', () => {
  test.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-1-5', '2024/11/20', '11月20日', ''])(
    'is not made of %j',
    (text) => {
      expect(() => day(text)).toThrow(RangeError)
    },
  )

  test('29 February is a day in a leap year', () => {
    expect(day('2024-02-29')).toBe('2024-02-29')
  })

  test.each([
    ['2024-11-15', '2024年11月15日'],
    ['2024-03-05', '2024年3月5日'],
    ['2025-01-01', '2025年1月1日'],
  ])('%s is said %s, without a padded zero', (text, said) => {
    expect(sayDay(day(text))).toBe(said)
  })

  test('what is said can be read back', () => {
    fc.assert(
      fc.property(anyDay, (any) => {
        const [year, month, date] = sayDay(any).split(/[年月日]/)
        expect(`${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`).toBe(any)
      }),
    )
  })

  test('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (any, days) => {
        expect(daysBetween(any, addDays(any, days))).toBe(days)
        expect(dayFromNumber(dayNumber(any))).toBe(any)
      }),
    )
  })

  test('days agree with the calendar of the machine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
        const machine = new Date(number * 86_400_000)
        expect(dayFromNumber(number)).toBe(machine.toISOString().slice(0, 10))
        expect(weekdayOf(dayFromNumber(number)) % 7).toBe(machine.getUTCDay())
      }),
    )
  })
})

describe('a week', () => {
  test.each([
    ['2024-11-18', '2024-11-18', '星期一'],
    ['2024-11-20', '2024-11-18', '星期三'],
    ['2024-11-24', '2024-11-18', '星期日'],
    ['2025-01-01', '2024-12-30', '星期三'],
  ])('%s is in the week of %s and is %s', (any, monday, name) => {
    expect(mondayOf(day(any))).toBe(monday)
    expect(weekdayName(day(any))).toBe(name)
  })

  test('E9: the first plan week is headed 2024年11月18日—11月24日（第47周）', () => {
    const { title, label } = weekTitle(day('2024-11-18'))
    expect(title + label).toBe('2024年11月18日—11月24日（第47周）')
  })

  test('30 December 2024 opens week 1 of 2025', () => {
    expect(weekTitle(day('2024-12-30'))).toEqual({
      title: '2024年12月30日—2025年1月5日',
      year: 2025,
      number: 1,
      label: '（第1周）',
    })
  })

  test.each([
    ['2024-11-15', 2024, 46],
    ['2021-01-03', 2020, 53],
    ['2026-12-31', 2026, 53],
    ['2027-01-04', 2027, 1],
  ])('%s is in week %i-%i of GB/T 7408.1', (any, year, number) => {
    expect(weekTitle(day(any))).toMatchObject({ year, number })
  })

  test('a range of one day is said as that day', () => {
    expect(sayRange(day('2024-11-18'), day('2024-11-18'))).toBe('2024年11月18日')
  })

  test('a range within a month names month and day again, not the year', () => {
    expect(sayRange(day('2024-03-05'), day('2024-03-08'))).toBe('2024年3月5日—3月8日')
  })
})
