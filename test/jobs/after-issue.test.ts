import { beforeEach, describe, expect, test } from 'vitest'
import {
  approvalOf,
  decideOn,
  filedDistrict,
  filedWeek,
  fileOffices,
} from '../fakes/filed-district'
import type { MemoryDistrict, Row } from '../fakes/memory-district'

let district: MemoryDistrict
let id = ''

/** The week given back on Friday at 17:00 with one line of 邓清棠, Wednesday 9 to 10. */
beforeEach(() => {
  district = filedDistrict()
  const line = {
    周次: filedWeek,
    领导姓名: '邓清棠',
    日期: '2024-11-20',
    开始: '9:00',
    结束: '10:00',
  }
  const more = { 活动内容: '调研代表之家', 地点: '云溪镇', '参加人员/单位': '区政协办' }
  district.type('区人大办', '周计划填报', {}, { ...line, ...more })
  fileOffices(district)
  district.tick('2024-11-14 09:10')
  decideOn(district, 1, { 审定: '同意', 审定人: '周衡' })
  district.tick('2024-11-15 12:00')
  district.tick('2024-11-15 17:00')
  id = found('活动内容', '调研代表之家')['编号'] ?? ''
})

const found = (heading: string, text: string): Row =>
  district.page('区人大办', '周计划填报').find((row) => row[heading] === text) ?? {}

const change = (cells: Row): void => district.type('区人大办', '周计划填报', { 编号: id }, cells)

const ticks = (...at: string[]): void => {
  for (const moment of at) district.tick(`2024-11-${moment}`)
}

const sheet = (desk: string): string => district.sheet(desk, '一周安排表').flat().join('\n')

const notices = (): string[] =>
  district.world.letters
    .filter(({ subject }) => subject.includes('安排调整通知'))
    .map(({ to, subject }) => `${to.slice(0, 4)} ${/第\d+号/.exec(subject)?.[0]}`)

const checks = (): Row[] => district.page('总台账', '调整待核')

const todo = (desk: string, kind: string): string[] =>
  district
    .page(desk, '本办待办')
    .flatMap((row) => (row['类别'] === kind ? [row['说明'] ?? ''] : []))

describe('what changes after issue is marked where it stands', () => {
  test('another hour within its half-day: marked, the former words beneath, the head counts it', () => {
    change({ 开始: '10:00', 结束: '11:00', 调整原因: '主办单位改期' })
    ticks('18 09:10', '18 09:20')
    expect(sheet('区政协办')).toContain(
      '〔调整〕10:00–11:00 调研代表之家（云溪镇）\n（原：09:00–10:00 调研代表之家（云溪镇））',
    )
    expect(sheet('区政协办')).toContain(
      '第1版（周衡11月15日审定），审定后调整1处，截至11月18日09:20',
    )
    expect(notices()).toEqual(['p010 第1号'])
    expect(todo('区政协办', '调整通知')[0]).toContain('开始：09:00→10:00，结束：10:00→11:00')
    expect(todo('区人大办', '调整通知')).toEqual([])
  })

  test('a day further off waits for its reason, one of tomorrow does not', () => {
    change({ 日期: '2024-11-21' })
    ticks('18 09:10', '18 09:20')
    expect(notices()).toEqual([])
    expect(sheet('区政协办')).toContain('（原：11月20日 09:00–10:00')
    expect(found('编号', id)['状态']).toBe('待补原因')
    change({ 日期: '2024-11-19' })
    ticks('18 09:30', '18 09:40')
    expect(notices()).toEqual(['p010 第1号'])
    expect(todo('区政协办', '调整通知')[0]).toMatch(/改为11月19日；原因待补$/)
    const letter = district.world.letters.find(({ subject }) => subject.includes('安排调整通知'))
    expect(letter?.text).toContain('原因待补')
    change({ 调整原因: '市里会议' })
    ticks('18 09:50', '18 10:00', '18 10:10')
    expect(notices()).toEqual(['p010 第1号'])
    expect(todo('区政协办', '调整通知')[0]).toContain('原因：市里会议')
    expect(todo('区人大办', '待补原因')).toEqual([])
  })

  test('former words go with the line when it is kept to its office, at once', () => {
    change({ 地点: '老干部局', 调整原因: '改地点' })
    ticks('18 09:10', '18 09:20')
    expect(sheet('区政协办')).toContain('（原：09:00–10:00 调研代表之家（云溪镇））')
    change({ 知悉范围: '本办' })
    ticks('18 09:30')
    expect(sheet('区政协办')).not.toMatch(/调研代表之家|云溪镇|老干部局/)
    expect(sheet('区人大办')).toContain('云溪镇')
  })

  test('what was kept to its office when it was issued stays unread as former words', () => {
    change({ 知悉范围: '本办' })
    ticks('18 09:10', '18 09:20')
    change({ 活动内容: '走访', 知悉范围: '四办' })
    ticks('18 09:30', '18 09:40')
    // The first version had it open: those words may be read again.
    expect(sheet('区政协办')).toContain('〔调整〕09:00–10:00 走访（云溪镇）')
  })
})

describe('调整待核', () => {
  test('other words stand there until they are ticked, and nobody is written to', () => {
    change({ 活动内容: '调研人大代表之家' })
    ticks('18 09:10', '18 09:20')
    expect(checks()).toMatchObject([
      {
        单位: '区人大办',
        变动内容: '邓清棠11月20日：活动内容：调研代表之家→调研人大代表之家',
        已核: '',
        状态: '待核',
      },
    ])
    district.type('总台账', '调整待核', { 编号: checks()[0]?.['编号'] ?? '' }, { 已核: '是' })
    ticks('18 09:30', '18 09:40')
    expect(checks()).toMatchObject([{ 已核: '是', 状态: '已核' }])
    expect(notices()).toEqual([])
    expect(sheet('区政协办')).toContain('〔调整〕09:00–10:00 调研人大代表之家')
  })

  test('a tick beside words that changed in the same tick does not count', () => {
    change({ 活动内容: '调研人大代表之家' })
    ticks('18 09:10', '18 09:20')
    change({ 活动内容: '调研乡镇人大' })
    ticks('18 09:30')
    district.type('总台账', '调整待核', { 编号: checks()[0]?.['编号'] ?? '' }, { 已核: '是' })
    ticks('18 09:40', '18 09:50')
    expect(checks()[0]).toMatchObject({ 已核: '是' })
    expect(checks()[0]?.['状态']).toContain('内容已变')
  })
})

describe('a new version after issue', () => {
  test('goes up when the coordinator asks, with what changed, and marks go when it is approved', () => {
    change({ 活动内容: '调研人大代表之家' })
    ticks('18 09:10', '18 09:20')
    district.type('总台账', '手动操作', {}, { 事项: '送审', 对象: filedWeek })
    ticks('18 09:30')
    expect(approvalOf(district, 2)).toMatchObject({
      状态: '待审定',
      变动: '邓清棠11月20日：活动内容：调研代表之家→调研人大代表之家',
    })
    expect(sheet('区政协办')).toContain('第1版（周衡11月15日审定），审定后调整1处')
    decideOn(district, 2, { 审定: '同意', 审定人: '周衡' })
    ticks('18 09:40', '18 09:50')
    expect(sheet('区政协办')).toContain('内部　第2版（周衡11月18日审定）')
    expect(sheet('区政协办')).not.toContain('〔')
    expect(checks()[0]?.['状态']).toBe('不需再核')
  })

  test('goes up by itself after more changed lines than weekly.reissue', () => {
    district.type('总台账', '参数表', { 参数: 'weekly.reissue' }, { 值: '0' })
    change({ 地点: '城关镇', 调整原因: '改地点' })
    ticks('18 09:10', '18 09:20', '18 09:30')
    expect(approvalOf(district, 2)['状态']).toBe('待审定')
    // Taken back, there is nothing to approve.
    change({ 地点: '云溪镇' })
    ticks('18 09:40', '18 09:50', '18 10:00')
    expect(approvalOf(district, 2)['状态']).toBe('作废')
  })

  test('sent back it is not said to wait, and goes up again when asked for', () => {
    change({ 活动内容: '调研人大代表之家' })
    ticks('18 09:10', '18 09:20')
    district.type('总台账', '手动操作', {}, { 事项: '送审', 对象: filedWeek })
    ticks('18 09:30')
    decideOn(district, 2, { 审定: '退回', 审定人: '周衡', 意见: '请核对' })
    ticks('18 09:40', '19 08:30')
    const digest = district.mailTo('p001').filter(({ subject }) => subject.includes('今日提醒'))
    const last = digest.pop()?.text
    expect(last).toContain('第2版审定退回')
    expect(last).not.toContain('待审定')
    district.type('总台账', '手动操作', {}, { 事项: '送审', 对象: filedWeek })
    ticks('19 09:00')
    expect(approvalOf(district, 3)['状态']).toBe('待审定')
  })
})
