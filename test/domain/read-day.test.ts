import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, dayFromNumber, sayDay } from '../../src/domain/day'
import { readDay } from '../../src/domain/read-day'

const context = { monday: day('2024-11-18'), near: day('2024-11-15') }

describe('a day typed in the plan of 2024-11-18', () => {
  test.each([
    '2024-11-20',
    '2024/11/20',
    '2024年11月20日',
    '2024.11.20',
    '2024-11-20 ',
    '20241120',
    '24年11月20日',
    '24.11.20',
    '11.20',
    '11-20',
    '11/20',
    '11月20日',
    '11月20',
    '11 月 20 日',
    '十一月二十日',
    '１１月２０日',
    '20日',
    '20号',
    '20',
    '二十号',
    '周三',
    '星期三',
    '礼拜三',
    '本周三',
    '下周三',
  ])('%j is 2024-11-20', (typed) => {
    expect(readDay(typed, context)).toMatchObject({ day: '2024-11-20', rest: '' })
  })

  test.each(['2024-11-20', '2024/11/20', '2024年11月20日', '2024年03月05日'])(
    '%j says the whole date and needs no note',
    (typed) => {
      expect(readDay(typed, context)).not.toHaveProperty('note')
    },
  )

  test.each([
    ['11.20', '“11.20”按2024年11月20日理解'],
    ['24年11月20日', '“24年11月20日”按2024年11月20日理解'],
    ['周三', '“周三”按2024年11月20日理解'],
  ])('%s is noted as it was understood', (typed, note) => {
    expect(readDay(typed, context)).toMatchObject({ note })
  })

  test.each([
    ['20日 上午9点-11点', '上午9点-11点'],
    ['11月20日（周三）', '（周三）'],
    ['11.20 9:00-11:00', '9:00-11:00'],
    ['11月20日9:00-11:00', '9:00-11:00'],
    ['11月20日　上午９：００', '上午９：００'],
  ])('E38: %j leaves %j to be read', (typed, rest) => {
    expect(readDay(typed, context)).toMatchObject({ day: '2024-11-20', rest })
  })

  test('a weekday that contradicts the date is noted', () => {
    expect(readDay('2024年11月20日（周四）', context)).toMatchObject({
      day: '2024-11-20',
      note: '2024年11月20日是星期三，不是星期四，请核对',
    })
  })

  test('a weekday that agrees is not', () => {
    expect(readDay('2024年11月20日（星期三）', context)).not.toHaveProperty('note')
  })

  test.each(['20-22日', '11月20-22日', '11月20日-22日', '20日、21日', '周一至周三', '11.20-11.22'])(
    '%s is more than one day: one line each is asked for',
    (typed) => {
      expect(readDay(typed, context)).toEqual({
        problem: `“${typed}”不止一天，请一天填一行，如 11月20日`,
      })
    },
  )

  test.each([
    '2月30日',
    '2024年2月30日',
    '13月5日',
    '32日',
    '开会',
    '9-11点',
    '2024-11',
    '29',
    '2月29日',
  ])('%s is a problem in words', (typed) => {
    expect(readDay(typed, context)).toEqual({
      problem: `“${typed}”不是日期，请填如 11月20日`,
    })
  })
})

describe('the year or month left out', () => {
  test.each([
    ['1月3日', '2024-12-30', '2025-01-03'],
    ['12月31日', '2024-12-30', '2024-12-31'],
    ['12月31日', '2025-01-06', '2024-12-31'],
    ['2日', '2024-12-30', '2025-01-02'],
    ['30日', '2024-12-30', '2024-12-30'],
    ['2月29日', '2024-02-26', '2024-02-29'],
  ])('%s in the week of %s is %s', (typed, monday, expected) => {
    expect(readDay(typed, { monday: day(monday) })).toMatchObject({ day: expected })
  })

  test('下周三 counts from the day of typing, 周三 from the week of the plan', () => {
    const late = { monday: day('2024-11-18'), near: day('2024-11-18') }
    expect(readDay('下周三', late)).toMatchObject({ day: '2024-11-27' })
    expect(readDay('周三', late)).toMatchObject({ day: '2024-11-20' })
    expect(readDay('明天', late)).toMatchObject({ day: '2024-11-19' })
  })

  test('in a row that has its week 下周三 is of that week, not of the one after', () => {
    expect(readDay('下周三', { monday: day('2024-11-18') })).toEqual({
      day: '2024-11-20',
      rest: '',
      note: '“下周三”按2024年11月20日理解',
    })
  })

  test.each([
    ['11月20日', '“11月20日”没有年份，请填如 2024年11月20日'],
    ['20日', '“20日”没有月份，请填如 11月20日'],
    ['周三', '“周三”不知是哪一周，请填如 11月20日'],
  ])('without a week to go by, %s is a problem', (typed, problem) => {
    expect(readDay(typed, {})).toEqual({ problem })
  })
})

test('every day said in full reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 30_000 }).map(dayFromNumber), (any) => {
      expect(readDay(sayDay(any), {})).toEqual({ day: any, rest: '' })
      expect(readDay(any, {})).toEqual({ day: any, rest: '' })
    }),
  )
})

test('no text is too odd to be answered', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789年月日号周三上下.-/:： 至')) }),
      (typed) => {
        const read = readDay(typed, context)
        expect('problem' in read || /^\d{4}-\d\d-\d\d$/.test(read.day)).toBe(true)
      },
    ),
  )
})
