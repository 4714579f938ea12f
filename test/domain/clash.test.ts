import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clashesOf, type Engagement } from '../../src/domain/clash'
import { day } from '../../src/domain/day'

const base: Engagement = {
  id: 'A',
  leader: 'L1',
  principal: false,
  day: day('2024-11-20'),
  away: false,
  office: 'D1',
}
const a = (more: Partial<Engagement>): Engagement => ({ ...base, ...more })
const b = (more: Partial<Engagement>): Engagement => ({ ...base, id: 'B', ...more })
const kinds = (...engagements: Engagement[]) => clashesOf(engagements).map(({ kind }) => kind)

describe('two engagements of one leader', () => {
  test.each<[string, Partial<Engagement>, Partial<Engagement>, string[]]>([
    ['times overlap', { from: '09:00', to: '11:00' }, { from: '10:30', to: '12:00' }, ['时间重叠']],
    [
      'one within the other',
      { from: '09:00', to: '17:00' },
      { from: '10:00', to: '11:00' },
      ['时间重叠'],
    ],
    ['same start, ends unknown', { from: '09:00' }, { from: '09:00' }, ['时间重叠']],
    [
      'a start within a known time',
      { from: '09:00', to: '11:00' },
      { from: '10:00' },
      ['时间重叠'],
    ],
    ['ends touch, no place', { from: '09:00', to: '10:00' }, { from: '10:00', to: '11:00' }, []],
    ['30 minutes between', { from: '09:00', to: '11:00' }, { from: '11:30', to: '12:00' }, []],
    ['half an hour after a start', { from: '09:00' }, { from: '09:30', to: '10:00' }, ['可能冲突']],
    ['an hour after a start', { from: '09:00' }, { from: '10:00', to: '11:00' }, []],
    ['same half-day without times', { part: '上午' }, { part: '上午' }, ['可能冲突']],
    ['another half-day', { part: '上午' }, { part: '下午' }, []],
    ['全天 and an evening', { part: '全天' }, { part: '晚上' }, ['可能冲突']],
    ['a time in a half-day', { from: '15:00', to: '16:00' }, { part: '下午' }, ['可能冲突']],
    ['an end at noon', { from: '09:00', to: '12:00' }, { part: '下午' }, []],
    ['over noon', { from: '09:00', to: '13:00' }, { part: '下午' }, ['可能冲突']],
    ['nothing known of the time', {}, { part: '上午' }, []],
    ['another day', { part: '上午' }, { part: '上午', day: day('2024-11-21') }, []],
  ])('%s', (_, one, other, expected) => {
    expect(kinds(a(one), b(other))).toEqual(expected)
    expect(kinds(b(other), a(one))).toEqual(expected)
  })

  test('one after the other in one place is not tight', () => {
    const room = { place: '区委 常委会议室' }
    const [first, second] = [
      a({ from: '09:00', to: '11:00', ...room }),
      b({ from: '11:00', to: '12:00' }),
    ]
    expect(kinds(first, { ...second, place: '区委常委会议室' })).toEqual([])
    expect(kinds(first, { ...second, place: '三楼会议室' })).toEqual(['衔接紧'])
    expect(kinds(first, { ...second, from: '11:29', place: '三楼会议室' })).toEqual(['衔接紧'])
    expect(kinds(first, { ...second, from: '11:30', place: '三楼会议室' })).toEqual([])
  })

  test.each(['', '待定', '全区', '另行通知', '区内'])(
    'nor is one to %j, which is no place',
    (to) => {
      const first = a({ from: '09:00', to: '10:00', place: '区委常委会议室' })
      expect(kinds(first, b({ from: '10:00', to: '11:00', place: to }))).toEqual([])
    },
  )

  test('an overlap says for how many minutes, where both ends are known', () => {
    const first = a({ from: '09:00', to: '11:00' })
    const minutes = (more: Partial<Engagement>) => clashesOf([first, b(more)])[0]?.minutes
    expect(minutes({ from: '10:30', to: '12:00' })).toBe(30)
    expect(minutes({ from: '09:30', to: '10:00' })).toBe(30)
    expect(minutes({ from: '10:30' })).toBeUndefined()
  })
})

describe('engagements of different leaders', () => {
  const room = { place: '常委会议室', from: '09:00', to: '11:00' }

  test('in one place at one time for different things are a clash', () => {
    const found = clashesOf([
      b({ ...room, leader: 'L2', what: '项目推进会' }),
      a({ ...room, what: '常委会' }),
    ])
    expect(found).toEqual([
      {
        kind: '同一地点同一时间',
        ids: ['A', 'B'],
        leaders: ['L1', 'L2'],
        day: '2024-11-20',
        key: '同一地点同一时间:A+B',
        severity: 'warn',
        minutes: 120,
      },
    ])
  })

  test('attending together is none', () => {
    expect(
      kinds(a({ ...room, what: '常委会' }), b({ ...room, leader: 'L2', what: '常 委 会' })),
    ).toEqual([])
  })

  test('one after the other in one place is none', () => {
    const later = { ...room, from: '11:00', to: '12:00' }
    expect(kinds(a(room), b({ ...later, leader: 'L2' }))).toEqual([])
  })

  test.each(['区内', '待定', '全区', '地点待定', '另行通知', '线上', '会议室（待定）'])(
    '%s is no place and not compared',
    (place) => {
      const both = [
        a({ ...room, place, what: '甲' }),
        b({ ...room, place, what: '乙', leader: 'L2' }),
      ]
      expect(clashesOf(both)).toEqual([])
    },
  )

  test.each([
    ['主持召开区委常委会', '参加区委常委会会议'],
    ['主持：常委会', '出席：常委会'],
    ['陪同市领导调研', '市领导调研'],
  ])('%s and %s in one room are one meeting', (what, other) => {
    expect(kinds(a({ ...room, what }), b({ ...room, leader: 'L2', what: other }))).toEqual([])
  })

  test('at other times or places is none', () => {
    expect(kinds(a({ part: '上午' }), b({ part: '上午', leader: 'L2' }))).toEqual([])
  })
})

describe('E14: 江岳书记 and 程波区长 both out on 2024-11-21', () => {
  const out = { principal: true, away: true, day: day('2024-11-21') }

  test('is a warning', () => {
    expect(clashesOf([a(out), b({ ...out, leader: 'L2' })])).toMatchObject([
      { kind: '党政主要领导同日离市', leaders: ['L1', 'L2'], day: '2024-11-21', severity: 'warn' },
    ])
  })

  test('at one meeting above is only a hint to name who stays, under the same key', () => {
    const meeting = { ...out, what: '赴省委参加全省经济工作会议', place: '省委' }
    const found = clashesOf([a(meeting), b({ ...meeting, leader: 'L2' })])
    expect(found).toMatchObject([
      { kind: '请明确在家主持工作的领导', severity: 'info', key: '主要领导同日外出:A+B' },
    ])
  })

  test('keeps the key under which people were told before it was called so', () => {
    const [clash] = clashesOf([a(out), b({ ...out, leader: 'L2' })])
    expect(clash?.key).toBe('主要领导同日外出:A+B')
  })

  test('is none when one is no principal, stays in the district or is the same person', () => {
    expect(kinds(a(out), b({ ...out, leader: 'L2', principal: false }))).toEqual([])
    expect(kinds(a(out), b({ ...out, leader: 'L2', away: false }))).toEqual([])
    expect(kinds(a(out), b(out))).toEqual([])
  })
})

test('the order in which rows stand changes neither clashes nor keys', () => {
  const time = fc.constantFrom('08:00', '09:00', '09:20', '10:00', '11:00')
  const engagement = fc.record({
    leader: fc.constantFrom('L1', 'L2', 'L3'),
    from: time,
    to: fc.constantFrom('11:10', '12:00'),
    place: fc.constantFrom('一楼', '二楼'),
    what: fc.constantFrom('会', '调研'),
  })
  fc.assert(
    fc.property(fc.array(engagement, { maxLength: 8 }), (list) => {
      const rows = list.map((one, at) => ({ ...base, ...one, id: `R${at}` }))
      expect(clashesOf([...rows].reverse())).toEqual(clashesOf(rows))
    }),
  )
})
