import { expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import { daysAfter, sayDays, sayExceptions } from '../../src/domain/day-list'
import { calendarOf } from '../../src/domain/working-days'

test.each([
  ['2024-11-25', '2024-11-27', '11月26日、27日'],
  ['2024-11-28', '2024-12-02', '11月29日、30日、12月1日、2日'],
  ['2024-12-30', '2025-01-02', '12月31日、2025年1月1日、2日'],
  ['2024-11-25', '2024-11-25', ''],
  ['2024-11-25', '2024-11-20', ''],
  // More than ten are said as stretches.
  ['2024-11-25', '2024-12-08', '11月26日—12月8日'],
  ['2024-12-20', '2025-01-03', '12月21日—2025年1月3日'],
])('the days after %s up to %s are %s', (from, to, said) => {
  expect(sayDays(daysAfter(day(from), day(to)))).toBe(said)
})

test('many days with gaps are said as stretches, each day in one of them', () => {
  const days = [
    ...daysAfter(day('2024-11-01'), day('2024-11-08')),
    ...daysAfter(day('2024-11-10'), day('2024-11-15')),
  ]
  expect(sayDays(days)).toBe('11月2日—8日、11日—15日')
})

test('every exception is said with where it comes from, a plain week with nothing', () => {
  const days = (from: string, to: string) => daysAfter(day(from), day(to))
  const calendar = calendarOf([
    { day: day('2024-11-16'), kind: 'work', note: '防汛值守' },
    { day: day('2027-03-01'), kind: 'off' },
  ])
  expect(sayExceptions(calendar, days('2024-11-10', '2024-11-15'))).toEqual([])
  expect(sayExceptions(calendar, days('2024-11-15', '2024-11-17'))).toEqual([
    '不计的休息日：11月17日（周末）',
    '按工作日计的调休日：11月16日（星期六，防汛值守上班，工作日历表）',
  ])
  expect(sayExceptions(calendarOf([]), days('2026-12-31', '2027-01-01'))).toEqual([
    '不计的休息日：1月1日（法定日放假，《全国年节及纪念日放假办法》第二条）',
  ])
})
