import { expect, test } from 'vitest'
import { dayAfter } from '../../../src/local/sample/days'
import { type PlanLine, planLines } from '../../../src/local/sample/plan-lines'
import { sampleDistrict } from '../../../src/local/sample/sample-district'

const district = sampleDistrict('2024-11-18')
const mondays = Array.from({ length: 12 }, (_, index) => dayAfter('2024-11-18', index * 7))
const weeks = mondays.map((monday) => planLines(monday, district, '安澜'))

function pairs(lines: readonly PlanLine[], clash: (one: PlanLine, other: PlanLine) => boolean) {
  return lines.flatMap((one, index) =>
    lines
      .slice(index + 1)
      .filter((other) => one.day === other.day && overlap(one, other) && clash(one, other)),
  ).length
}

function overlap(one: PlanLine, other: PlanLine): boolean {
  return one.from !== '' && other.from !== '' && one.from < other.to && other.from < one.to
}

test('a leader has up to six lines of their own beside what a clash adds', () => {
  const counts = weeks.flatMap((lines) =>
    district.leaders.map((leader) => lines.filter((line) => line.leader === leader).length),
  )
  expect(Math.max(...counts)).toBeLessThanOrEqual(7)
  const planned = counts.filter((lines) => lines > 1)
  expect(planned.reduce((sum, lines) => sum + lines, 0) / planned.length).toBeGreaterThan(3)
})

test('every week has two offices in one place at one time, and a leader at two things at once', () => {
  for (const lines of weeks) {
    const place = pairs(
      lines,
      (one, other) => one.matter[3] === other.matter[3] && one.matter[0] !== other.matter[0],
    )
    const twice = pairs(lines, (one, other) => one.leader === other.leader)
    expect(place).toBeGreaterThanOrEqual(1)
    expect(place).toBeLessThanOrEqual(3)
    expect(twice).toBe(1)
  }
})

test('in every second week 书记 and 区长 are both away on one day (E14)', () => {
  const away = weeks.map(
    (lines) => lines.filter(({ leader, part }) => leader.principal && part === '全天').length,
  )
  expect(away).toEqual(mondays.map((_, index) => ((away[0] === 2) === (index % 2 === 0) ? 2 : 0)))
})

test('on the days of a public holiday nothing is planned, nor is it called a blank (国庆节)', () => {
  const lines = planLines('2024-09-30', district, '安澜')
  const days = new Set(lines.map(({ day }) => day))
  expect([...days].sort()).toEqual(['', '2024-09-30'])
  expect(new Set(lines.map(({ leader }) => leader)).size).toBe(22)
})

test('every line of a week falls into that week', () => {
  weeks.forEach((lines, index) => {
    const monday = mondays[index] ?? ''
    for (const { day } of lines.filter((line) => line.day !== '')) {
      expect(day >= monday && day <= dayAfter(monday, 6)).toBe(true)
    }
  })
})
