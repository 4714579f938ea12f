import { expect, test } from 'vitest'
import type { WeekDescription } from '../../../src/local/description'
import type { Typing } from '../../../src/local/fill/typing'
import { dayAfter, dayLength, hour } from '../../../src/local/sample/days'
import { dutyOffices, scopedLeaders } from '../../../src/local/sample/plot'
import { sampleDistrict } from '../../../src/local/sample/sample-district'
import { sampleTypings } from '../../../src/local/sample/sample-plans'

const district = sampleDistrict('2024-11-18')
const eight = Array.from({ length: 8 }, (_, index) => weekOf(dayAfter('2024-11-18', index * 7)))
const played = eight.map((week) => ({ week, typings: sampleTypings(week, district, '安澜') }))

function weekOf(monday: string): WeekDescription {
  const closes = Date.parse(`${monday}T00:00:00+08:00`)
  const cutoff = closes - 2.5 * dayLength
  return {
    monday,
    title: '',
    number: 0,
    opens: cutoff - 7 * dayLength,
    cutoff,
    remind: cutoff - 21 * hour,
    feedback: cutoff + 5 * hour,
    closes,
    state: '填报中',
    version: 0,
    duties: 6,
    filed: 0,
    late: 0,
    missing: [],
    clashes: 0,
    notices: 0,
  }
}

function count(given: (week: WeekDescription, typings: Typing[]) => boolean): number {
  return played.filter(({ week, typings }) => given(week, typings)).length
}

const handIns = (typings: Typing[]) => typings.filter(({ tab }) => tab === '报送')
const plans = (typings: Typing[]) => typings.filter(({ tab }) => tab === '周计划填报')
const cellsOf = (typings: Typing[]) => typings.flatMap(({ rows }) => rows.map(({ cells }) => cells))
const typed = (typings: Typing[]) =>
  cellsOf(plans(typings)).filter((cells) => cells['周次'] !== undefined)

test('the same seed types the same, another seed another plan', () => {
  const [week] = eight
  if (!week) throw new Error('no week')
  expect(sampleTypings(week, district, '安澜')).toEqual(played[0]?.typings)
  expect(sampleTypings(week, district, '别的')).not.toEqual(played[0]?.typings)
})

test('typings come in order of time, none before the week opens', () => {
  for (const { week, typings } of played) {
    const moments = typings.map(({ at }) => at)
    expect(moments).toEqual([...moments].sort((a, b) => a - b))
    expect(moments[0]).toBeGreaterThan(week.opens)
    expect(moments.every((at) => Number.isInteger(at))).toBe(true)
  }
})

test('eight weeks have late, missing, returned, clashing and adjusted plans', () => {
  const late = count((week, typings) =>
    dutyOffices(district).some(({ short }) => {
      const own = handIns(typings).filter(({ desk }) => desk === short)
      return own.length === 1 && own.every(({ at }) => at > week.cutoff && at < week.closes)
    }),
  )
  const missing = count((_, typings) => new Set(handIns(typings).map(({ desk }) => desk)).size < 6)
  const returned = count((_, typings) => typings.some(({ tab }) => tab === '报送情况'))
  const adjusted = count((week, typings) =>
    plans(typings).some(
      ({ at, rows }) =>
        at > week.closes && rows.some(({ cells }) => cells['调整原因'] !== undefined),
    ),
  )
  const away = count(
    (_, typings) =>
      typed(typings).filter(({ 类别, 时段 }) => 类别 === '外出' && 时段 === '全天').length === 2,
  )
  expect({ missing, adjusted, away }).toEqual({ missing: 2, adjusted: 8, away: 4 })
  for (const weeks of [late, returned]) {
    expect(weeks).toBeGreaterThanOrEqual(3)
    expect(weeks).toBeLessThan(8)
  }
})

test('every leader in scope of an office that hands in has a line or 无统一安排', () => {
  const silent = played.flatMap(({ week, typings }) => {
    const named = new Set(typed(typings).map((cells) => cells['领导姓名']))
    const filing = new Set(handIns(typings).map(({ desk }) => desk))
    return scopedLeaders(district)
      .filter(({ office }) =>
        filing.has(district.offices.find(({ id }) => id === office)?.short ?? ''),
      )
      .filter(({ name }) => !named.has(name))
      .map(({ name }) => `${week.monday} ${name}`)
  })
  expect(silent).toEqual([])
})

test('plans are written in the habits of the offices and vary in what they say', () => {
  const all = played.flatMap(({ typings }) => typed(typings))
  const forms = [/^\d{4}-/, /^\d+月\d+日$/, /^\d+\.\d+$/, /^周.$/, /^\d+日 [上下晚]午?.*点/]
  for (const form of forms) {
    expect(all.filter((cells) => form.test(cells['日期'] ?? '')).length).toBeGreaterThan(5)
  }
  expect(all.filter((cells) => cells['领导姓名'] === undefined).length).toBeGreaterThan(20)
  expect(all.some((cells) => cells['活动内容'] === '无统一安排')).toBe(true)
  expect(all.some((cells) => cells['知悉范围'] === '本办')).toBe(true)
  expect(new Set(all.map((cells) => cells['活动内容'])).size).toBeGreaterThan(150)
})

test('a day that is on no calendar and a name written wrong are typed and put right', () => {
  const all = played.flatMap(({ typings }) => typed(typings))
  expect(all.some((cells) => cells['日期'] === '2月30日')).toBe(true)
  expect(all.some((cells) => cells['领导姓名'] === '江越')).toBe(true)
  const corrected = played.flatMap(({ typings }) => plans(typings)).flatMap(({ rows }) => rows)
  expect(corrected.some(({ match, cells }) => match && cells['领导姓名'] === '江岳')).toBe(true)
})

test('the approver decides after the cut-off, in some weeks before 17:00 and in some after', () => {
  const first = played.map(({ week, typings }) => {
    const approved = typings.find(
      ({ tab, rows }) => tab === '审定' && rows[0]?.cells['审定'] === '同意',
    )
    expect(approved?.by).toBe('周衡')
    expect(approved?.at).toBeGreaterThan(week.cutoff)
    return (approved?.at ?? 0) < week.feedback
  })
  expect(new Set(first)).toEqual(new Set([true, false]))
})

test('a plan handed in after the approval is approved once more', () => {
  for (const { typings } of played) {
    const last = handIns(typings).at(-1)
    const approval = typings.findLast(({ tab }) => tab === '审定')
    expect(approval?.at).toBeGreaterThan(last?.at ?? Number.POSITIVE_INFINITY)
  }
})

test('the week after has outcomes, some of them 顺延 and dated again', () => {
  const cells = played.flatMap(({ typings }) => cellsOf(plans(typings)))
  const outcomes = cells.flatMap((one) => one['落实情况'] ?? [])
  expect(new Set(outcomes)).toEqual(new Set(['已落实', '未落实', '顺延', '取消']))
})
