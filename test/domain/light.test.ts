import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../../src/domain/day'
import { effectiveDue, type LightFacts, lightOf } from '../../src/domain/light'
import { calendarOf } from '../../src/domain/working-days'

const calendar = calendarOf([])

const facts = (changes: Partial<LightFacts>): LightFacts => ({
  due: day('2024-11-29'),
  assigned: day('2024-11-15'),
  pauses: [],
  noted: day('2024-11-22'),
  every: undefined,
  claimed: undefined,
  over: false,
  today: day('2024-11-25'),
  calendar,
  near: 3,
  ...changes,
})

const cases: [what: string, changes: Partial<LightFacts>, colour: string, overdue: number][] = [
  ['no deadline is grey and never overdue', { due: undefined }, '灰', 0],
  ['four working days left is green', {}, '绿', 0],
  ['three working days left is yellow', { today: day('2024-11-26') }, '黄', 0],
  ['the deadline day itself is yellow', { today: day('2024-11-29') }, '黄', 0],
  ['the day after is red by one calendar day', { today: day('2024-11-30') }, '红', 1],
  ['a weekend counts in calendar days', { today: day('2024-12-02') }, '红', 3],
  ['a note asked for at half time and missing is yellow', { noted: undefined }, '黄', 0],
  [
    'on the half day itself the note may still come',
    { noted: undefined, today: day('2024-11-22') },
    '绿',
    0,
  ],
  [
    'a weekly note that is eight days old is yellow',
    { every: 7, noted: day('2024-11-17') },
    '黄',
    0,
  ],
  [
    'what is only to report at the end asks for no note',
    { every: 100_000, noted: undefined },
    '绿',
    0,
  ],
  [
    'handed over in time stays as on that day',
    { claimed: day('2024-11-25'), today: day('2024-12-10') },
    '绿',
    0,
  ],
  [
    'handed over late is red by the days it was late',
    { claimed: day('2024-12-01'), today: day('2024-12-10') },
    '红',
    2,
  ],
  ['what is over has no light', { over: true, today: day('2025-01-10') }, '', 0],
  [
    'what was handed over late and struck off keeps the days it was late',
    { over: true, claimed: day('2024-12-01'), today: day('2025-01-10') },
    '',
    2,
  ],
  [
    'the days a clock stood still are not counted against what was struck off',
    {
      over: true,
      claimed: day('2024-12-01'),
      pauses: [{ from: day('2024-11-20'), to: day('2024-11-25'), why: '待市级批复' }],
      today: day('2025-01-10'),
    },
    '',
    0,
  ],
  [
    'an open pause moves the deadline along',
    { pauses: [{ from: day('2024-11-20'), to: undefined, why: '异议' }], today: day('2024-12-02') },
    '绿',
    0,
  ],
  [
    'a closed pause adds its working days for good',
    {
      pauses: [{ from: day('2024-11-20'), to: day('2024-11-22'), why: '异议' }],
      today: day('2024-12-03'),
    },
    '黄',
    0,
  ],
  [
    'a step past its day is red, whatever is left of the whole',
    { step: '方案', due: day('2024-11-18'), today: day('2024-11-20') },
    '红',
    2,
  ],
]

test.each(cases)('%s', (_, changes, colour, overdue) => {
  const light = lightOf(facts(changes))
  expect([light.colour, light.overdue]).toEqual([colour, overdue])
})

test('a light of a step says which one', () => {
  const why = (today: string) =>
    lightOf(facts({ step: '方案', due: day('2024-11-29'), today: day(today) })).why
  expect(why('2024-11-20')).toMatch(/^节点“方案”还有7个工作日$|^应报进展未报$/)
  expect(why('2024-11-27')).toBe('节点“方案”还有2个工作日')
  expect(why('2024-12-02')).toBe('节点“方案”逾期3天')
})

test('a day typed on a rest day stays: due on the last working day before, red from the day after it', () => {
  const saturday = { due: day('2024-11-30') }
  const on = (today: string) => lightOf(facts({ ...saturday, today: day(today) }))
  expect(on('2024-11-28')).toMatchObject({ colour: '黄', why: '还有1个工作日' })
  expect(on('2024-11-29')).toMatchObject({ colour: '黄', why: '今天到期（11月30日为休息日）' })
  expect(on('2024-11-30')).toMatchObject({ colour: '黄', why: '今天到期' })
  expect(on('2024-12-01')).toMatchObject({ colour: '红', overdue: 1 })
  const moved = facts({ ...saturday, shifts: true, today: day('2024-12-02') })
  expect(lightOf(moved)).toMatchObject({ colour: '黄', due: '2024-12-02' })
})

test('a null deadline is never an old date (Kademi #1297)', () => {
  expect(effectiveDue(facts({ due: undefined }))).toBeUndefined()
})

test.each([
  ['a weekend', '2024-11-23', '2024-11-25', '2024-11-29'],
  ['a Friday and the weekend after it', '2024-11-22', '2024-11-25', '2024-12-02'],
  ['a weekend and the Monday', '2024-11-23', '2024-11-26', '2024-12-02'],
])('a clock that stood still over %s adds the working days in it', (_, from, to, expected) => {
  const pauses = [{ from: day(from), to: day(to), why: '异议' }]
  expect(effectiveDue(facts({ due: day('2024-11-29'), pauses, today: day('2024-11-28') }))).toBe(
    expected,
  )
})

test('however long a clock stands still, it never makes a task overdue by itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 0, max: 9 }),
      (later, start) => {
        const from: Day = addDays(day('2024-11-15'), start)
        const today = addDays(from, later)
        const light = lightOf(facts({ pauses: [{ from, to: undefined, why: '异议' }], today }))
        return light.overdue === 0
      },
    ),
  )
})

test('what was reported done on its last day counts no days that are left', () => {
  const last = day('2024-11-29')
  const { colour, why } = lightOf(facts({ claimed: last, today: day('2024-12-03') }))
  expect([colour, why]).toEqual(['黄', '时限当天报办结'])
  expect(lightOf(facts({ today: last })).why).toBe('今天到期')
})
