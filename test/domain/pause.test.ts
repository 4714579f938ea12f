import { expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import { putOff, stoodDays } from '../../src/domain/pause'
import { calendarOf } from '../../src/domain/working-days'

const calendar = calendarOf([])
const pause = (from: string, to?: string) => ({
  from: day(from),
  to: to === undefined ? undefined : day(to),
  why: '等待',
})
const due = day('2024-11-22')

test('days that several pauses hold stand still once', () => {
  const both = [pause('2024-11-18', '2024-11-21'), pause('2024-11-19', '2024-11-22')]
  expect(stoodDays(both, day('2024-11-25'), calendar)).toHaveLength(4)
  expect(putOff(due, both, day('2024-11-25'), calendar)).toBe('2024-11-28')
})

test.each([
  ['within the time, whole at once', '2024-11-21', '2024-11-27', '2024-11-21', '2024-11-28'],
  [
    'after it ran out, only what has passed',
    '2024-11-26',
    '2024-11-29',
    '2024-11-27',
    '2024-11-25',
  ],
  [
    'only ahead of us and after it ran out, nothing',
    '2024-11-27',
    '2024-11-29',
    '2024-11-26',
    '2024-11-22',
  ],
])('days confirmed %s put the deadline off', (_, from, to, today, expected) => {
  expect(putOff(due, [pause(from, to)], day(today), calendar)).toBe(expected)
})
