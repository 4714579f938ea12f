import { expect, test } from 'vitest'
import { pacedBy } from '../../src/apps-script/paced'

/** When each of so many calls begins, of calls that take so long themselves. */
const beginsOf = (calls: number, took: (nth: number) => number): number[] => {
  let now = 1_700_000_000_000
  const paced = pacedBy(
    (ms) => {
      now += ms
    },
    () => now,
  )
  return Array.from({ length: calls }, (_, nth) =>
    paced(() => {
      const begin = now
      now += took(nth)
      return begin
    }),
  )
}

const mostInAMinute = (begins: readonly number[]): number =>
  Math.max(...begins.map((from) => begins.filter((at) => at >= from && at < from + 60_000).length))

test('however fast Google answers, fewer than 60 readings begin in any minute', () => {
  for (const took of [() => 0, () => 350, (nth: number) => (nth % 7) * 200]) {
    expect(mostInAMinute(beginsOf(300, took))).toBeLessThan(60)
  }
})

test('a slow answer costs no pause, and one that fails counts as a reading', () => {
  const begins = beginsOf(4, () => 2000)
  expect(begins.map((at) => at - (begins[0] ?? 0))).toEqual([0, 2000, 4000, 6000])
  let [now, slept] = [0, 0]
  const paced = pacedBy(
    (ms) => {
      slept += ms
      now += ms
    },
    () => now,
  )
  const fails = () => {
    throw new Error('Quota exceeded')
  }
  for (let nth = 0; nth < 3; nth += 1) expect(() => paced(fails)).toThrow('Quota exceeded')
  expect(slept).toBeGreaterThanOrEqual(2000)
})
