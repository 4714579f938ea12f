import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStamp, stampOf } from '../../src/domain/stamp'
import { when } from '../fakes/paper-district'

test('the ledger writes a moment in Shanghai to the second', () => {
  expect(stampOf(when('2024-11-15 12:00') + 59_999)).toBe('2024-11-15 12:00:59')
  expect(stampOf(Date.UTC(2024, 11, 31, 16))).toBe('2025-01-01 00:00:00')
})

test('a stamp reads back as its moment', () => {
  const second = fc.integer({ min: 0, max: 4_102_444_800 })
  fc.assert(fc.property(second, (s) => readStamp(stampOf(s * 1000)) === s * 1000))
})

test.each(['2024-11-15 12:00', '15.11.2024 12:00:00', '', '2024-02-30 12:00:00'])(
  '%j is no stamp',
  (text) => {
    expect(() => readStamp(text)).toThrow(RangeError)
  },
)
