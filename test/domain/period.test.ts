import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import { momentAt, sayStamp } from '../../src/domain/moment'
import {
  deadlineInDays,
  deadlineInWorkingDays,
  handlingDeadline,
  overdueDays,
  overdueFrom,
  preparatoryCutOff,
  sameTimeLater,
} from '../../src/domain/period'
import { calendarOf } from '../../src/domain/working-days'

const calendar = calendarOf([])

describe('a handling deadline', () => {
  test('on a rest day moves to the next working day (民法典 Art. 203)', () => {
    expect(handlingDeadline(calendar, day('2024-11-16'))).toBe('2024-11-18')
    expect(handlingDeadline(calendar, day('2025-01-31'))).toBe('2025-02-05')
  })

  test('on a working Sunday stays', () => {
    expect(handlingDeadline(calendar, day('2024-09-29'))).toBe('2024-09-29')
  })

  test('in calendar days does not count the starting day (民法典 Art. 201)', () => {
    expect(deadlineInDays(calendar, day('2024-11-15'), 5)).toBe('2024-11-20')
    expect(deadlineInDays(calendar, day('2024-11-15'), 1)).toBe('2024-11-18')
  })

  test.each([
    ['2024-11-15', 20, '2024-12-13'],
    ['2024-09-27', 3, '2024-10-08'],
    ['2025-01-24', 3, '2025-02-05'],
  ])('%s and %i working days is %s', (from, days, due) => {
    expect(deadlineInWorkingDays(calendar, day(from), days)).toBe(due)
  })
})

describe('a preparatory cut-off', () => {
  test('E12: for the plan of 2025-02-03 it moves from Friday 01-31 to Monday 2025-01-27', () => {
    expect(preparatoryCutOff(calendar, day('2025-01-31'))).toBe('2025-01-27')
  })

  test('may fall on a Saturday worked instead: Friday 2026-02-20 gives 2026-02-14', () => {
    expect(preparatoryCutOff(calendar, day('2026-02-20'))).toBe('2026-02-14')
  })
})

describe('overdue', () => {
  test('starts at 00:00 of the next day, even when that day is a rest day', () => {
    expect(sayStamp(overdueFrom({ day: day('2024-11-29') }))).toBe('2024-11-30 00:00')
  })

  test('starts the minute after a deadline with a time', () => {
    expect(sayStamp(overdueFrom({ day: day('2024-11-15'), time: '12:00' }))).toBe(
      '2024-11-15 12:01',
    )
  })

  test('is shown in calendar days and never negative', () => {
    expect(overdueDays(day('2024-11-29'), day('2024-12-02'))).toBe(3)
    expect(overdueDays(day('2024-11-29'), day('2024-11-29'))).toBe(0)
    expect(overdueDays(day('2024-11-29'), day('2024-11-20'))).toBe(0)
  })
})

test('one working day after Friday 15:00 is Monday 15:00', () => {
  const due = sameTimeLater(calendar, momentAt(day('2024-11-15'), '15:00'), 1)
  expect(sayStamp(due)).toBe('2024-11-18 15:00')
})
