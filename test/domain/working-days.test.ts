import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, dayFromNumber, dayNumber } from '../../src/domain/day'
import {
  addWorkingDays,
  calendarMark,
  calendarNote,
  calendarOf,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  unknownYears,
  workingDaysBetween,
} from '../../src/domain/working-days'

const calendar = calendarOf([])
const first = dayNumber(day('2024-01-01'))
const someDay = fc.integer({ min: first, max: first + 1_090 }).map(dayFromNumber)

describe('the embedded years', () => {
  test.each([
    [2024, 251],
    [2025, 248],
  ])('%i has %i working days', (year, sum) => {
    expect(workingDaysBetween(calendar, day(`${year - 1}-12-31`), day(`${year}-12-31`))).toBe(sum)
  })

  test.each(['2024-02-04', '2024-09-29', '2025-01-26', '2026-01-04', '2026-02-14', '2026-10-10'])(
    '%s is a working day at a weekend',
    (text) => {
      expect(isWorkingDay(calendar, day(text))).toBe(true)
    },
  )

  test.each(['2024-02-12', '2024-09-16', '2025-02-04', '2025-06-02', '2026-02-23', '2026-09-25'])(
    '%s is a rest day in the week',
    (text) => {
      expect(isWorkingDay(calendar, day(text))).toBe(false)
    },
  )

  test('every day is as the functions of chinese-days say', () => {
    const ours = []
    for (let at = day('2024-01-01'); at <= '2026-12-31'; at = addDays(at, 1))
      if (isWorkingDay(calendar, at)) ours.push(at)
    // Unlike its data, its functions are a day off in zones west of Greenwich: ask it in UTC.
    const script = `console.log(JSON.stringify(
      require('chinese-days').getWorkdaysInRange('2024-01-01', '2026-12-31', true)))`
    const env = { ...process.env, TZ: 'UTC' }
    const said = execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' })
    expect(ours).toEqual(JSON.parse(said))
  })
})

test('every day of the data is a day', () => {
  for (const on of calendar.days.keys()) expect(day(on)).toBe(on)
})

describe('counting working days', () => {
  test.each([
    ['2024-11-15', 1, '2024-11-18'],
    ['2024-11-15', 3, '2024-11-20'],
    ['2024-11-15', 5, '2024-11-22'],
    ['2024-11-15', 10, '2024-11-29'],
    ['2024-11-15', 15, '2024-12-06'],
    ['2024-11-15', 20, '2024-12-13'],
    ['2024-09-27', 3, '2024-10-08'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2024-11-15', 0, '2024-11-15'],
    ['2024-10-08', -3, '2024-09-27'],
  ])('%s and %i working days is %s', (from, days, to) => {
    expect(addWorkingDays(calendar, day(from), days)).toBe(to)
  })

  test('E5: on 2024-11-25 a deadline of 11-29 is 4 working days away, on 11-26 three', () => {
    expect(workingDaysBetween(calendar, day('2024-11-25'), day('2024-11-29'))).toBe(4)
    expect(workingDaysBetween(calendar, day('2024-11-26'), day('2024-11-29'))).toBe(3)
  })

  test.each([
    ['2025-01-31', '2025-01-27', '2025-02-05'],
    ['2026-02-20', '2026-02-14', '2026-02-24'],
    ['2024-11-20', '2024-11-20', '2024-11-20'],
  ])('the working day before or on %s is %s, after or on it %s', (any, before, after) => {
    expect(previousWorkingDay(calendar, day(any))).toBe(before)
    expect(nextWorkingDay(calendar, day(any))).toBe(after)
  })

  test('adding and counting are inverse', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), (from, days) => {
        const start = nextWorkingDay(calendar, from)
        expect(workingDaysBetween(calendar, start, addWorkingDays(calendar, start, days))).toBe(
          days,
        )
      }),
    )
  })

  test('the count to an earlier day is the same, negative', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        const sum = workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, a)
        expect(sum).toBe(0)
      }),
    )
  })
})

describe('a year nobody has entered', () => {
  test('E34: weekdays and the dates fixed by law decide, Friday 2027-01-01 is off', () => {
    const off = ['2027-01-01', '2027-01-02', '2027-10-01', '2027-05-02']
    expect(off.map((text) => isWorkingDay(calendar, day(text)))).toEqual(off.map(() => false))
    expect(isWorkingDay(calendar, day('2027-01-04'))).toBe(true)
    // 2027-05-03 and 10-04 may be decreed off, but nobody knows yet.
    expect(isWorkingDay(calendar, day('2027-05-03'))).toBe(true)
  })

  test('E34: a date in it is marked, with how it was reckoned', () => {
    expect(calendarMark(calendar, day('2027-01-04'))).toBe('2027年放假安排未录入')
    expect(calendarNote(calendar, day('2027-01-04'))).toBe(
      '2027年放假安排未录入，按双休日和法定日推算',
    )
    expect(calendarMark(calendar, day('2026-12-31'))).toBeUndefined()
    expect(calendarNote(calendar, day('2026-12-31'))).toBeUndefined()
  })

  test('the unknown years among some days are named once, ascending', () => {
    const days = ['2028-01-01', '2027-03-01', '2026-03-01', '2027-04-01'].map(day)
    expect(unknownYears(calendar, days)).toEqual([2027, 2028])
  })
})

describe('the calendar sheet', () => {
  const sheet = calendarOf([
    { day: day('2026-05-09'), kind: 'off', note: '改为休息' },
    { day: day('2027-01-01'), kind: 'off', note: '元旦' },
    { day: day('2027-01-03'), kind: 'work' },
    { day: day('2027-05-01'), kind: 'work' },
  ])

  test('overrides the data and the law', () => {
    expect(isWorkingDay(sheet, day('2026-05-09'))).toBe(false)
    expect(isWorkingDay(sheet, day('2027-01-03'))).toBe(true)
    expect(isWorkingDay(sheet, day('2027-05-01'))).toBe(true)
  })

  test('one row makes its year known; the dates fixed by law stay off', () => {
    expect(unknownYears(sheet, [day('2027-06-01')])).toEqual([])
    expect(isWorkingDay(sheet, day('2027-10-01'))).toBe(false)
  })
})
