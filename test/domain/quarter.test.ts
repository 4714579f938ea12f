import { expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import { quarterEnd } from '../../src/domain/quarter'
import { nextQuarterly } from '../../src/domain/quarterly-tasks'

test.each([
  ['2024-01-01', 0, '2024-03-31'],
  ['2024-03-31', 0, '2024-03-31'],
  ['2024-11-15', 0, '2024-12-31'],
  ['2024-11-15', 1, '2025-03-31'],
  ['2024-12-31', 2, '2025-06-30'],
  ['2025-07-01', 5, '2026-12-31'],
])('of %s, %i quarters on, the quarter ends on %s', (on, later, end) => {
  expect(quarterEnd(day(on), later)).toBe(end)
})

test.each([
  ['met in its quarter', '2025-03-31', '2025-02-14', '2025-06-30'],
  ['met late, in the quarter after', '2024-12-31', '2025-01-20', '2025-03-31'],
  ['met early, quarters before', '2025-06-30', '2024-11-20', '2025-09-30'],
  ['met so late that the next has passed too', '2024-12-31', '2025-08-01', '2025-09-30'],
  ['met on the last day of the next', '2024-12-31', '2025-03-31', '2025-03-31'],
])('what recurs each quarter is due next: %s', (_, met, today, due) => {
  expect(nextQuarterly(day(met), day(today))).toBe(due)
})
