import { beforeEach, describe, expect, test } from 'vitest'
import { describe as describeDistrict } from '../../src/jobs/describe'
import { explain } from '../../src/jobs/explain'
import { decideOn, filedDistrict, filedWeek, fileOffices } from '../fakes/filed-district'
import type { MemoryDistrict, Row } from '../fakes/memory-district'
import { paperDigest } from '../fakes/paper-district'
import { registryWith } from '../fakes/paper-run'

let district: MemoryDistrict

beforeEach(() => {
  district = filedDistrict()
})

const tick = (...at: string[]): void => {
  for (const moment of at) district.tick(`2024-${moment}`)
}

const given = { 任务内容: '编制清单', 牵头: '区政府办', 督办专员: '林堯安', 交办日期: '2024-11-14' }

const enter = (cells: Row, at = '11-14 09:10'): string => {
  district.type('总台账', '任务交办', {}, { ...given, ...cells })
  tick(at)
  return district.page('总台账', '任务交办').at(-1)?.['编号'] ?? ''
}

const row = (desk: string, tab: string, id: string): Row =>
  district.page(desk, tab).find((each) => each['编号'] === id) ?? {}

const report = (id: string, cells: Row): void =>
  district.type('区政府办', '承办任务', { 编号: id }, cells)

const problems = (): string =>
  district
    .page('总台账', '问题')
    .map((each) => each['说明'])
    .join('\n')

/** Who has a letter of any kind that says the task is overdue. */
const redLetters = (): string[] =>
  district.world.letters.filter(({ text }) => /编制清单.*逾期/.test(text)).map(({ to }) => to)

describe('a note on progress', () => {
  test('another text beside the same day is a note of the day it was read', () => {
    const id = enter({ 完成时限: '2024-12-31', 反馈周期: '每周' })
    report(id, { 签收: '是', 最新进展: '已征求意见', 进展日期: '2024-11-14' })
    tick('11-14 10:00', '11-22 09:00')
    expect(row('总台账', '任务交办', id)['灯']).toBe('黄（应报进展未报）')
    report(id, { 最新进展: '已形成初稿' })
    tick('11-22 09:10')
    expect(row('总台账', '任务交办', id)['灯']).toMatch(/^绿/)
    // The same text typed again is no note, another day is.
    tick('11-30 09:00')
    expect(row('总台账', '任务交办', id)['灯']).toBe('黄（应报进展未报）')
    report(id, { 进展日期: '2024-11-28' })
    tick('11-30 09:10')
    expect(row('总台账', '任务交办', id)['灯']).toMatch(/^绿/)
  })
})

describe('a deadline that is past when it is typed', () => {
  test('is asked of whoever typed it, and goes to no head on that day', () => {
    const id = enter({ 完成时限: '2024-11-04' })
    expect(row('总台账', '任务交办', id)['灯']).toBe('红（逾期10天）')
    expect(problems()).toContain('完成时限2024年11月4日已过，请核对')
    expect(redLetters()).toEqual([])
    expect(district.page('总台账', '待审核事项').filter((each) => each['编号'])).toEqual([])
    tick('11-15 08:30')
    expect(problems()).not.toContain('已过，请核对')
    expect(new Set(redLetters().map((to) => to.slice(0, 4)))).toContain('p007')
  })
})

test('特急: on the first red day the second step goes too', () => {
  const usual = enter({ 完成时限: '2024-11-14' })
  const urgent = enter(
    { 任务内容: '防汛物资', 完成时限: '2024-11-14', 优先级: '特急' },
    '11-14 09:20',
  )
  tick('11-15 08:30')
  const drafts = district.page('总台账', '待审核事项').map((each) => each['编号'])
  expect(drafts).toContain(`${urgent}督办单1`)
  expect(drafts).not.toContain(`${usual}督办单1`)
})

test('上级部署: the inner deadline lies two working days before the outer one', () => {
  const id = enter({ 任务来源: '上级部署', 完成时限: '2024-12-16' })
  expect(row('总台账', '任务交办', id)).toMatchObject({
    完成时限: '2024-12-16',
    现时限: '2024-12-12',
  })
  expect(row('区政府办', '承办任务', id)['完成时限']).toBe('2024-12-12')
  const why = explain(district.world.ports, registryWith(), paperDigest, { what: id }).sentences
  expect(why).toContain('上级时限2024年12月16日，内部时限提前为2024年12月12日')
  // One that would be past already stays the outer one.
  const near = enter(
    { 任务内容: '报送台账', 任务来源: '上级部署', 完成时限: '2024-11-15' },
    '11-14 09:30',
  )
  expect(row('总台账', '任务交办', near)['现时限']).toBe('2024-11-15')
})

test.each([
  ['区法院', '督促王某执行案件', true],
  ['区检察院', '某公司起诉情况', true],
  ['区法院', '报送诉讼服务工作方案', false],
  ['区政府办', '督促王某执行案件', false],
])('%s：%s asks whether it is a case: %s', (lead, what, asks) => {
  enter({ 牵头: lead, 任务内容: what })
  expect(problems().includes('案件不列入督办')).toBe(asks)
})

test('an objection still open ends when the task is struck off', () => {
  const id = enter({ 完成时限: '2024-11-29' })
  report(id, {
    签收: '是',
    异议理由: '不属本办职责',
    建议单位: '区政协办',
    完成: '是',
    完成说明: '已编好',
  })
  tick('11-14 10:00')
  expect(row('总台账', '待审核事项', `${id}异议1`)['状态']).toBe('待审核')
  district.type('总台账', '待审核事项', { 编号: `${id}核验1` }, { 决定: '同意', 签批人: '林堯安' })
  tick('11-14 10:10', '11-14 10:20')
  expect(row('总台账', '任务交办', id)['状态']).toBe('办结销号')
  expect(row('总台账', '待审核事项', `${id}异议1`)['状态']).toBe('已失效')
})

test('after 转交 the row says who leads now, and so does the overview', () => {
  const id = enter({ 完成时限: '2024-11-21' })
  report(id, { 签收: '是', 异议理由: '不属本办职责', 建议单位: '区政协办' })
  tick('11-14 10:00')
  district.type('总台账', '待审核事项', { 编号: `${id}异议1` }, { 决定: '转交', 签批人: '周衡' })
  tick('11-14 10:10')
  expect(row('总台账', '任务交办', id)).toMatchObject({ 牵头: '区政府办', 现牵头: '区政协办' })
  tick('11-19 09:00')
  const overview = district.sheet('总览', '总览').find((cells) => cells[0] === id)
  expect(overview?.[2]).toBe('区政协办')
})

test('whoever strikes off sees which helpers have not received the task', () => {
  const id = enter({ 完成时限: '2024-11-29', 协办单位: '区检察院、区政协办' })
  report(id, { 签收: '是', 完成: '是', 完成说明: '已编好' })
  district.type('区政协办', '承办任务', { 编号: id }, { 签收: '是' })
  tick('11-14 10:00', '11-14 10:10')
  expect(row('总台账', '待审核事项', `${id}核验1`)['办理情况']).toContain(
    '协办的区检察院尚未签收，请核实后再销号',
  )
})

test('the approver has typed 退回: nobody is told that it waits for 审定', () => {
  fileOffices(district)
  tick('11-14 09:10')
  decideOn(district, 1, { 审定: '退回', 审定人: '周衡' })
  tick('11-14 09:20', '11-15 08:30')
  const week = describeDistrict(district.world.ports, registryWith(), paperDigest, {}).weeks.find(
    ({ monday }) => monday === filedWeek,
  )
  expect(week?.state).toBe('已退回')
  const morning = district.mailTo('p001').filter(({ subject }) => subject.startsWith('今日提醒'))
  expect(morning.at(-1)?.text).toContain('退回')
  expect(morning.at(-1)?.text).not.toContain('待审定')
})

describe('what became of what an office asked for', () => {
  const todo = (desk: string): string =>
    district
      .page(desk, '本办待办')
      .map((each) => Object.values(each).join(' '))
      .join('\n')

  test('an extension granted and a task struck off stand at its desk for two working days', () => {
    const id = enter({ 完成时限: '2024-11-21' })
    report(id, { 签收: '是', 申请延期至: '2024-12-05', 延期原因: '征求意见面广' })
    tick('11-14 10:00')
    const yes = { 决定: '同意', 签批人: '林堯安' }
    district.type('总台账', '待审核事项', { 编号: `${id}延期1` }, yes)
    tick('11-14 10:10')
    expect(todo('区政府办')).toContain('延期申请已同意，现时限2024年12月5日')
    report(id, { 完成: '是', 完成说明: '已编好' })
    tick('11-15 10:00')
    district.type('总台账', '待审核事项', { 编号: `${id}核验1` }, { ...yes, 意见: '材料齐全' })
    tick('11-15 10:10')
    expect(todo('区政府办')).toContain('经核验已销号；意见：材料齐全')
    tick('11-20 09:00')
    expect(todo('区政府办')).not.toMatch(/已销号|已同意/)
  })

  test('an office that objects is not asked for the receipt as well', () => {
    const id = enter({ 完成时限: '2024-12-31' })
    report(id, { 异议理由: '不属本办职责', 建议单位: '区政协办' })
    tick('11-14 10:00')
    expect(row('区政府办', '承办任务', id)['状态']).toBe('异议待定')
    expect(todo('区政府办')).toContain('异议待定')
    expect(todo('区政府办')).not.toMatch(/待签收|办理中/)
  })
})

describe('a deadline typed on a rest day', () => {
  // 30 November 2024 is a Saturday.
  const lit = (id: string) => row('总台账', '任务交办', id)['灯']
  const morning = (): string =>
    district
      .mailTo('p008')
      .filter(({ subject }) => subject.startsWith('今日提醒'))
      .at(-1)?.text ?? ''

  test('stays: due on the working day before, red from the day after it, the head told on Monday', () => {
    const id = enter({ 完成时限: '2024-11-30' })
    report(id, { 签收: '是' })
    tick('11-14 10:00', '11-29 08:30')
    expect(row('总台账', '任务交办', id)['现时限']).toBe('2024-11-30')
    expect(lit(id)).toBe('黄（今天到期（11月30日为休息日））')
    expect(morning()).toContain('今天到期')
    tick('12-01 09:00')
    expect(lit(id)).toBe('红（逾期1天）')
    expect(redLetters()).toEqual([])
    tick('12-02 08:30')
    expect(lit(id)).toBe('红（逾期2天）')
    expect(redLetters().some((to) => to.startsWith('p007'))).toBe(true)
  })

  test('moves on where task.typedRestDay says 顺延', () => {
    district.type('总台账', '参数表', { 参数: 'task.typedRestDay' }, { 值: '顺延' })
    const id = enter({ 完成时限: '2024-11-30' })
    tick('12-02 09:00')
    expect(lit(id)).toMatch(/^黄/)
    tick('12-03 09:00')
    expect(lit(id)).toBe('红（逾期1天）')
  })
})
