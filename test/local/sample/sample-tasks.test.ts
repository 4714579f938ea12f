import { expect, test } from 'vitest'
import type { Typing } from '../../../src/local/fill/typing'
import { dayAfter, hour } from '../../../src/local/sample/days'
import { sampleDistrict } from '../../../src/local/sample/sample-district'
import { taskTypings } from '../../../src/local/sample/sample-tasks'
import { jointMeetingItems } from '../../../src/local/sample/task-matters'
import { isWorkDay, workDayAfter, workDays } from '../../../src/local/sample/work-days'

const firstDay = '2024-11-11'
const district = sampleDistrict('2024-11-18')
const typings = taskTypings(firstDay, dayAfter(firstDay, 55), district)

type Cells = Record<string, string>
type Line = { at: number; desk: string; tab: string; cells: Cells; match: Cells | undefined }

const linesOf = (all: Typing[]): Line[] =>
  all.flatMap(({ at, desk, tab, rows }) =>
    rows.map(({ cells, match }) => ({ at, desk, tab, cells, match: match as Cells | undefined })),
  )
const lines = linesOf(typings)
const given = (all: Line[]) =>
  all.filter(({ tab, match }) => tab === '任务交办' && match === undefined)
const masters = given(lines).map(({ cells }) => cells)
const told = lines.filter(({ tab }) => tab === '承办任务')
const decided = lines.filter(({ tab }) => tab === '待审核事项')
const cellOf = (cells: Cells, heading: string) => cells[heading] ?? ''
const decisions = (kind: string, word: string) =>
  decided.filter(({ match, cells }) => match?.['事项'] === kind && cells['决定'] === word).length
const dayOf = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 10)

test('the first day brings the eight items of the joint meeting, the first seven without a day', () => {
  const [first] = typings
  expect(first).toMatchObject({ desk: '总台账', tab: '任务交办', by: '周衡' })
  expect(first?.rows.map(({ cells }) => cells['任务内容'])).toEqual(
    jointMeetingItems.map(([what]) => what),
  )
  expect(first?.rows.map(({ cells }) => cells['完成时限'] ?? '')).toEqual([
    ...Array.from({ length: 7 }, () => ''),
    '2025-03-31',
  ])
  expect(new Set(first?.rows.map(({ cells }) => cells['督办专员']))).toEqual(new Set(['林堯安']))
})

test('thirty more tasks are given in the first four weeks, then one every two working days', () => {
  const upTo = (until: string) => given(linesOf(taskTypings(firstDay, until, district))).length
  const fifteenth = workDayAfter(firstDay, 15)
  expect(upTo(workDayAfter(firstDay, 14))).toBe(38)
  expect(upTo(fifteenth)).toBe(39)
  const year = '2025-11-10'
  const more = Math.ceil(workDays(fifteenth, year).length / 2)
  expect(upTo(year)).toBe(38 + more)
})

test('no two tasks of a year have the same text, by which their rows are found again', () => {
  const year = given(linesOf(taskTypings(firstDay, '2025-11-10', district)))
  const texts = year.map(({ cells }) => cells['任务内容'])
  expect(new Set(texts).size).toBe(texts.length)
})

test('everybody who leads, helps or supervises is a person or an office of the district', () => {
  const shorts = district.offices.map(({ short }) => short)
  const names = [...shorts, ...district.people.map(({ name }) => name)]
  const leads = masters.map((cells) => cellOf(cells, '牵头'))
  const helpers = masters.flatMap((cells) => cellOf(cells, '协办单位').split('、')).filter(Boolean)
  expect(leads.filter((lead) => !names.includes(lead))).toEqual([])
  expect(helpers.filter((helper) => !shorts.includes(helper))).toEqual([])
  const watching = district.people.filter(({ roles }) => roles.includes('督办专员'))
  const commissioners = new Set(masters.map((cells) => cells['督办专员']))
  expect(commissioners).toEqual(new Set(watching.map(({ name }) => name)))
})

test('over eight weeks tasks are received, done, sent back, extended, objected to, urged and stopped', () => {
  const done = new Set(
    told.filter(({ cells }) => cells['完成'] === '是').map(({ match }) => match?.['任务内容']),
  )
  expect(told.filter(({ cells }) => cells['签收'] === '是').length).toBeGreaterThan(35)
  expect(done.size).toBeGreaterThan(25)
  expect(decisions('核验', '通过')).toBeGreaterThan(25)
  expect(decisions('核验', '退回')).toBeGreaterThanOrEqual(3)
  expect(decisions('延期', '同意')).toBeGreaterThanOrEqual(3)
  expect(decisions('延期', '不同意')).toBeGreaterThanOrEqual(1)
  expect(decisions('异议', '转交')).toBeGreaterThanOrEqual(1)
  expect(decisions('异议', '维持')).toBeGreaterThanOrEqual(1)
  expect(lines.filter(({ cells }) => cells['催办记录'] !== undefined).length).toBeGreaterThan(6)
  expect(lines.filter(({ cells }) => cells['中止'] === '是').length).toBeGreaterThanOrEqual(1)
  expect(told.some(({ cells }) => cells['等待单位'] === '（清空）')).toBe(true)
})

test('some tasks are finished after their day and some were given none until their office set one', () => {
  const due = new Map(masters.map((cells) => [cells['任务内容'], cells['完成时限'] ?? '']))
  const late = told.filter(({ at, cells, match }) => {
    const day = due.get(match?.['任务内容'] ?? '') ?? ''
    return cells['完成'] === '是' && day !== '' && dayOf(at) > day
  })
  expect(late.length).toBeGreaterThanOrEqual(4)
  expect(told.filter(({ cells }) => cells['拟定时限'] !== undefined).length).toBeGreaterThan(3)
})

test('an objection comes within two working days and is decided by the coordinator', () => {
  const assigned = new Map(masters.map((cells) => [cells['任务内容'], cells['交办日期'] ?? '']))
  const objections = told.filter(({ cells }) => cells['异议理由'] !== undefined)
  expect(objections.length).toBeGreaterThan(1)
  for (const { at, match } of objections) {
    const from = assigned.get(match?.['任务内容']) ?? ''
    expect(workDays(from, dayOf(at)).length - 1).toBeLessThanOrEqual(2)
  }
  const by = decided.filter(({ match }) => match?.['事项'] === '异议')
  expect(new Set(by.map(({ cells }) => cells['签批人']))).toEqual(new Set(['周衡']))
})

test('days of waiting are confirmed after they were asked for, five working days at most', () => {
  const asked = told.filter(({ cells }) => (cells['起始日期'] ?? '').startsWith('20'))
  const confirmed = decided.filter(({ match }) => match?.['事项'] === '等待')
  expect(confirmed.length).toBeGreaterThan(1)
  for (const { match, cells } of confirmed) {
    const about = match?.['任务内容'] ?? ''
    const since = asked.find((line) => about.endsWith(line.match?.['任务内容'] ?? '无'))
    const [from = '', to = ''] = [cells['确认自'], cells['确认至']]
    expect(from >= (since?.cells['起始日期'] ?? '9')).toBe(true)
    expect(workDays(from, to).length).toBeLessThanOrEqual(5)
  }
})

test('what 书记 or 区长 gave is struck off on a day whose basis is noted first', () => {
  const bases = lines.filter(({ cells }) => cells['批准依据']?.includes('圈阅'))
  const principals = masters.filter(({ 交办领导: by }) => ['江岳', '程波'].includes(by ?? ''))
  const wanted = new Set(principals.map((cells) => cellOf(cells, '任务内容')))
  const passed = decided.filter(({ cells }) => cells['决定'] === '通过')
  for (const { at, match } of passed) {
    const what = [...wanted].find((each) => match?.['任务内容']?.endsWith(`：${each}`))
    const noted = bases.find((line) => line.match?.['任务内容'] === what)
    if (what !== undefined) expect([what, (noted?.at ?? at) < at]).toEqual([what, true])
  }
  expect(bases.length).toBeGreaterThan(5)
})

test('people type within office hours of working days, in order of time', () => {
  const moments = typings.map(({ at }) => at)
  expect(moments).toEqual([...moments].sort((a, b) => a - b))
  for (const at of moments) {
    const local = new Date(at + 8 * hour)
    const clock = local.getUTCHours() + local.getUTCMinutes() / 60
    expect([dayOf(at), isWorkDay(dayOf(at))]).toEqual([dayOf(at), true])
    expect((clock >= 9 && clock < 12) || (clock >= 13 && clock < 17)).toBe(true)
  }
})

test('whatever changes a row is left out in silence where the row is not there', () => {
  const rows = typings.flatMap((typing) => typing.rows)
  const changing = rows.filter(({ match }) => match !== undefined)
  expect(changing.length).toBeGreaterThan(100)
  expect(changing.every(({ ifThere }) => ifThere === true)).toBe(true)
})

test('the same seed types the same, and a later day only adds to what was typed', () => {
  const until = dayAfter(firstDay, 25)
  const end = Date.parse(`${until}T23:59:00+08:00`)
  const short = taskTypings(firstDay, until, district).filter(({ at }) => at <= end)
  expect(short).toEqual(typings.filter(({ at }) => at <= end))
  expect(taskTypings(firstDay, dayAfter(firstDay, 55), district, '别的')).not.toEqual(typings)
})

test('a sample that begins on a holiday begins its tasks on the first working day after it', () => {
  const [first] = taskTypings('2026-10-01', '2026-10-20', sampleDistrict('2026-10-12'))
  expect(dayOf(first?.at ?? 0)).toBe('2026-10-08')
})
