import { expect, test } from 'vitest'
import { smallNumber } from '../../src/domain/small-number'

test.each([
  ['9', 9],
  ['20', 20],
  ['九', 9],
  ['两', 2],
  ['十', 10],
  ['十一', 11],
  ['二十', 20],
  ['二十一', 21],
  ['廿一', 21],
  ['零', 0],
])('%s is %i', (text, number) => {
  expect(smallNumber(text)).toBe(number)
})

test.each(['', '百', '一一', '十十', '123'])('%j is no number below 100', (text) => {
  expect(smallNumber(text)).toBeUndefined()
})
