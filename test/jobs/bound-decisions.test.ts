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

beforeEach(() => {
  district = filedDistrict()
})

const fileAll = (): void => fileOffices(district)
const approval = (n: number): Row => approvalOf(district, n)
const decide = (n: number, cells: Row): void => decideOn(district, n, cells)

const isIssued = (): boolean =>
  district.world.letters.some(({ subject }) => subject.includes('已印发'))

const anew = /先清空“审定”，等本栏显示“待审定”后再填/

describe('审定 binds the version it stands beside', () => {
  test('an approval typed before its version exists issues nothing, and the row says why', () => {
    district.type('总台账', '审定', {}, { 编号: `${filedWeek}-v1`, 审定: '同意', 审定人: '周衡' })
    district.tick('2024-11-14 09:10')
    fileAll()
    for (const at of [
      '2024-11-14 09:20',
      '2024-11-14 09:30',
      '2024-11-15 17:00',
      '2024-11-15 17:10',
    ])
      district.tick(at)
    expect(isIssued()).toBe(false)
    expect(approval(1)).toMatchObject({ 审定: '同意', 审定人: '周衡' })
    expect(approval(1)['校验码']).not.toBe('')
    expect(approval(1)['状态']).toMatch(/^“同意”是送来之前填写的，不作数/)
    expect(approval(1)['状态']).toMatch(anew)

    // Emptied, and read so, it asks again; typed anew beside the version it counts.
    decide(1, { 审定: '' })
    district.tick('2024-11-15 17:20')
    expect(approval(1)['状态']).toBe('待审定')
    decide(1, { 审定: '同意' })
    district.tick('2024-11-15 17:30')
    expect(isIssued()).toBe(true)
  })

  test('an approval typed in the tick that puts its version up is one for nothing', () => {
    fileAll()
    district.type('总台账', '审定', {}, { 编号: `${filedWeek}-v1`, 审定: '同意', 审定人: '周衡' })
    for (const at of ['2024-11-14 09:10', '2024-11-14 09:20', '2024-11-15 17:00']) district.tick(at)
    expect(isIssued()).toBe(false)
  })

  test('with another 校验码 beside it than the version has it does not count', () => {
    fileAll()
    district.tick('2024-11-14 09:10')
    decide(1, { 审定: '同意', 审定人: '周衡', 校验码: '0123456789ab' })
    for (const at of ['2024-11-14 09:20', '2024-11-14 09:30', '2024-11-15 17:00']) district.tick(at)
    expect(isIssued()).toBe(false)
    expect(approval(1)['状态']).toMatch(/^填写“同意”之后内容已变，不作数/)
  })

  test('a change in the tick of the approval asks again, and says what changed', () => {
    const line = {
      周次: filedWeek,
      领导姓名: '邓清棠',
      日期: '2024-11-20',
      开始: '9:00',
      结束: '10:00',
    }
    district.type('区人大办', '周计划填报', {}, { ...line, 活动内容: '调研代表之家' })
    fileAll()
    district.tick('2024-11-14 09:10')
    decide(1, { 审定: '同意', 审定人: '周衡' })
    district.type(
      '区人大办',
      '周计划填报',
      { 活动内容: '调研代表之家' },
      { 开始: '15:00', 结束: '16:00' },
    )
    for (const at of ['2024-11-14 09:20', '2024-11-14 09:30', '2024-11-15 17:00']) district.tick(at)
    expect(isIssued()).toBe(false)
    expect(approval(1)['状态']).toBe('作废')
    expect(approval(2)).toMatchObject({ 审定: '', 状态: '待审定' })
    expect(approval(2)['变动']).toBe('邓清棠11月20日：开始：09:00→15:00，结束：10:00→16:00')
  })

  test.each([
    ['somebody not in the list', { 审定: '同意', 审定人: '林堯安' }, /不在可审定名单中/],
    ['nobody', { 审定: '同意' }, /请填写审定人/],
    ['somebody nobody knows', { 审定: '同意', 审定人: '周蘅' }, /“周蘅”不在人员表中/],
    [
      'a word that decides nothing',
      { 审定: '看过了', 审定人: '周衡' },
      /“看过了”无法识别，请填“同意”或“退回”/,
    ],
  ])('%s is told so beside the row', (_, cells, said) => {
    fileAll()
    district.tick('2024-11-14 09:10')
    decide(1, cells)
    for (const at of ['2024-11-14 09:20', '2024-11-15 17:00']) district.tick(at)
    expect(isIssued()).toBe(false)
    expect(approval(1)['状态']).toMatch(said)
  })
})

describe('待审核事项 binds the wish it stands beside', () => {
  const id = '安区督〔2024〕1号'
  const decision = (kind: string): Row =>
    district.page('总台账', '待审核事项').find((row) => row['编号'] === `${id}${kind}1`) ?? {}
  const rule = (kind: string, cells: Row): void =>
    district.type('总台账', '待审核事项', { 编号: `${id}${kind}1` }, cells)
  const report = (cells: Row): void => district.type('区人大办', '承办任务', { 编号: id }, cells)
  const due = (): string | undefined =>
    district.page('总台账', '任务交办').find((row) => row['编号'] === id)?.['现时限']

  beforeEach(() => {
    const task = { 任务内容: '统计会议数量', 牵头: '区人大办', 完成时限: '2024-11-29' }
    district.type('总台账', '任务交办', {}, { ...task, 督办专员: '林堯安' })
    district.tick('2024-11-14 09:10')
    report({ 签收: '是', 申请延期至: '2024-12-06', 延期原因: '数据未齐' })
    district.tick('2024-11-14 09:20')
  })

  test('同意 beside a wish that stays grants it', () => {
    expect(decision('延期')['状态']).toBe('待审核')
    rule('延期', { 决定: '同意', 签批人: '林堯安' })
    district.tick('2024-11-14 09:30')
    expect(due()).toBe('2024-12-06')
    expect(decision('延期')['状态']).toBe('已定：同意')
  })

  test('a wish changed in the same tick is not granted: the row asks again and says what changed', () => {
    rule('延期', { 决定: '同意', 签批人: '林堯安' })
    report({ 申请延期至: '2025-06-30' })
    district.tick('2024-11-14 09:30')
    district.tick('2024-11-14 09:40')
    expect(due()).toBe('2024-11-29')
    expect(decision('延期')).toMatchObject({ 决定: '同意', 签批人: '林堯安' })
    expect(decision('延期')['状态']).toMatch(/填写“同意”之后内容已变，不作数/)
    expect(decision('延期')['状态']).toContain(
      '“申请延期至2024年12月6日：数据未齐”→“申请延期至2025年6月30日：数据未齐”',
    )
    rule('延期', { 决定: '' })
    district.tick('2024-11-14 09:50')
    expect(decision('延期')['状态']).toBe('待审核')
    rule('延期', { 决定: '同意' })
    district.tick('2024-11-14 10:00')
    expect(due()).toBe('2025-06-30')
  })

  test('what is typed while the tick runs is bound to what stood there when it was typed', () => {
    report({ 申请延期至: '2025-06-30' })
    const { tables } = district.world
    tables.beforeFlush(() => {
      const rows = tables.shown('总台账', '待审核事项')
      const heads = rows[1] ?? []
      for (const row of rows.filter((each) => each.includes(`${id}延期1`))) {
        row[heads.indexOf('决定')] = '同意'
        row[heads.indexOf('签批人')] = '林堯安'
      }
    })
    for (const at of ['09:30', '09:40', '09:50']) district.tick(`2024-11-14 ${at}`)
    expect(decision('延期')['决定']).toBe('同意')
    expect(due()).toBe('2024-11-29')
    expect(decision('延期')['状态']).toContain('不作数')
    expect(decision('延期')['申请内容']).toContain('2025年6月30日')
  })

  test('so is a matter rewritten in the same tick, and one put back before it was decided anew', () => {
    rule('延期', { 决定: '同意', 签批人: '林堯安' })
    district.type('总台账', '任务交办', { 编号: id }, { 任务内容: '统计会议和文件数量' })
    district.tick('2024-11-14 09:30')
    district.type('总台账', '任务交办', { 编号: id }, { 任务内容: '统计会议数量' })
    district.tick('2024-11-14 09:40')
    district.tick('2024-11-14 09:50')
    expect(due()).toBe('2024-11-29')
    expect(decision('延期')['状态']).toContain('不作数')
  })

  test('a decision typed before anything is asked decides nothing', () => {
    district.type(
      '总台账',
      '待审核事项',
      {},
      { 编号: `${id}核验1`, 决定: '同意', 签批人: '林堯安' },
    )
    district.tick('2024-11-14 09:30')
    report({ 完成: '是', 完成说明: '已上报' })
    for (const at of ['09:40', '09:50', '10:00']) district.tick(`2024-11-14 ${at}`)
    expect(decision('核验')['状态']).toMatch(/“同意”是送来之前填写的，不作数/)
    expect(district.page('总台账', '任务交办')[0]?.['状态']).toBe('待核验')
  })

  test.each([
    [
      'a 签批人 who may not',
      { 决定: '同意', 签批人: '周衡' },
      '未采用：周衡不在可以签批的人中，请由林堯安签批',
    ],
    ['nobody', { 决定: '同意' }, '未采用：请填写签批人'],
  ])('%s is told so beside the row', (_, cells, said) => {
    rule('延期', cells)
    district.tick('2024-11-14 09:30')
    expect(due()).toBe('2024-11-29')
    expect(decision('延期')['状态']).toBe(said)
  })
})
