import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fingerprint } from '../../src/domain/fingerprint'

it('names a text in sixteen signs, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fingerprint(text)).toMatch(/^[0-9a-f]{16}$/)
      expect(fingerprint(text)).toBe(fingerprint(`${text}`))
    }),
  )
})

it('tells pages apart that differ in one sign, one cell or the order of two', () => {
  const pages = ['', ' ', '江岳', '岳江', '["江岳",""]', '["","江岳"]', '0', '00', '000']
  for (let n = 0; n < 20_000; n++) pages.push(`第${n}版`, JSON.stringify([[n, n + 1]]))
  expect(new Set(pages.map(fingerprint)).size).toBe(pages.length)
})
