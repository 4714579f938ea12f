import { beforeEach, describe, expect, test } from 'vitest'
import { nothingPlanned } from '../acceptance/small-district'
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

const plan = (desk: string, cells: Row): void =>
  district.type(desk, '周计划填报', {}, { 周次: filedWeek, ...cells })

const said = (desk: string): void =>
  district.type(desk, '报送', { 周次: filedWeek }, { 报送: '是', 报送人: '值班员' })

const others = (...but: string[]): void =>
  fileOffices(
    district,
    ['区委办', '区人大办', '区政府办', '区政协办', '区法院', '区检察院'].filter(
      (desk) => !but.includes(desk),
    ),
  )

const issue = (): void => {
  district.tick('2024-11-14 09:10')
  decideOn(district, 1, { 审定: '同意', 审定人: '周衡' })
  district.tick('2024-11-15 12:00')
  district.tick('2024-11-15 17:00')
}

const states = (desk: string): (string | undefined)[] =>
  district.page(desk, '周计划填报').map((row) => row['状态'])

const todo = (desk: string): string =>
  district
    .page(desk, '本办待办')
    .map((row) => Object.values(row).join(' '))
    .join('\n')

const status = (desk: string): Row =>
  district.page('总台账', '报送情况').find((row) => row['单位'] === desk) ?? {}

const wednesday = { 领导姓名: '邓清棠', 日期: '11月20日', 活动内容: '调研代表之家', 地点: '云溪镇' }

describe('hours as they are typed', () => {
  test('the wrong way round in two columns: the week goes without them, and the desk says so', () => {
    plan('区人大办', { ...wednesday, 开始: '11:00', 结束: '10:00' })
    others()
    issue()
    expect(todo('区人大办')).toContain('结束10:00早于开始11:00，请核对；更正前这两个钟点都不列入')
    const sheet = district.sheet('区政协办', '一周安排表').flat().join('\n')
    expect(sheet).toContain('调研代表之家')
    expect(sheet).not.toMatch(/11:00|10:00/)
  })

  test('a bare 3点 is asked for, and 晚上10点到次日1点 ends with its day', () => {
    plan('区人大办', { ...wednesday, 日期: '11月20日 3点' })
    plan('区人大办', { ...wednesday, 日期: '11月21日 晚上10点到次日1点', 活动内容: '夜查' })
    others()
    issue()
    expect(todo('区人大办')).toContain('日期“3点”请写明上午还是下午')
    expect(todo('区人大办')).toContain('22:00—24:00（其余至次日01:00，请另填在次日）')
    const sheet = district.sheet('区政协办', '一周安排表').flat().join('\n')
    expect(sheet).toContain('22:00–24:00 夜查')
  })
})

test('clashes say for how many minutes, and both offices are told', () => {
  const same = { 领导姓名: '邓清棠', 日期: '2024-11-20' }
  plan('区人大办', { ...same, 开始: '9:00', 结束: '10:30', 活动内容: '调研', 地点: '云溪镇' })
  plan('区政协办', { ...same, 开始: '10:00', 结束: '11:00', 活动内容: '座谈', 地点: '政协' })
  others()
  district.tick('2024-11-14 09:10')
  expect(district.page('总台账', '冲突').map((row) => row['类型'])).toEqual([
    '时间重叠（重叠30分钟）',
  ])
  for (const desk of ['区人大办', '区政协办']) expect(todo(desk)).toContain('重叠30分钟')
  // It is further off: a line of the next digest.
  district.tick('2024-11-15 08:30')
  const told = district.world.letters.filter(({ text }) => text.includes('冲突'))
  expect(told.map(({ to, subject }) => `${to.slice(0, 4)} ${subject.slice(0, 4)}`).sort()).toEqual(
    ['p001', 'p002', 'p006', 'p010'].map((id) => `${id} 今日提醒`),
  )
})

test('a line of a leader out of scope does not say 已印发: it stands on no page', () => {
  plan('区政府办', { ...wednesday, 领导姓名: '袁绍溪' })
  others()
  issue()
  expect(states('区政府办')).toEqual(['未列入报送范围', '已印发'])
  expect(approvalOf(district, 1)['状态']).toBe('已印发')
  // Nor is anything told of what changes in it.
  district.type(
    '区政府办',
    '周计划填报',
    { 领导姓名: '袁绍溪' },
    { 地点: '沙坪镇', 调整原因: '改期' },
  )
  district.tick('2024-11-18 09:00')
  district.tick('2024-11-18 09:10')
  expect(states('区政府办')[0]).toBe('未列入报送范围')
})

describe('a line whose leader is not understood', () => {
  test('counts for the only leader still missing, and the approver is told of it', () => {
    plan('区人大办', { ...wednesday, 领导姓名: '邓清堂' })
    said('区人大办')
    others('区人大办')
    district.tick('2024-11-14 09:10')
    expect([status('区人大办')['状态'], status('区人大办')['缺报领导']]).toEqual(['已报', ''])
    expect(approvalOf(district, 1)['未报单位']).toBe('另有1项因领导姓名无法识别未列入')
    expect(todo('区人大办')).toContain('是否为邓清棠')
    const problems = district.page('总台账', '问题')
    expect(problems.filter((row) => row['对象'] === '区人大办').map((row) => row['说明'])).toEqual([
      expect.stringMatching(/^周计划填报 .+：领导姓名“邓清堂”不在领导名单中/),
    ])
  })

  test('with two missing the desk stays 草稿 and is asked who it is', () => {
    plan('区委办', { ...wednesday, 领导姓名: '江月' })
    said('区委办')
    district.tick('2024-11-14 09:10')
    expect(status('区委办')).toMatchObject({ 状态: '草稿', 缺报领导: '江岳、罗景澜' })
    expect(todo('区委办')).toContain('是否为江岳、罗景澜')
    // One of the two is clear then.
    district.type('区委办', '周计划填报', {}, nothingPlanned(filedWeek, '罗景澜'))
    district.tick('2024-11-14 09:20')
    expect(status('区委办')['状态']).toBe('已报')
  })

  test('of a line kept inside its office 问题 says only the column', () => {
    plan('区人大办', { ...wednesday, 日期: '改天再定', 知悉范围: '本办' })
    others()
    district.type('总台账', '参数表', { 参数: 'weekly.coordinatorReads' }, { 值: '否' })
    district.tick('2024-11-14 09:10')
    const problems = district.page('总台账', '问题').map((row) => row['说明'])
    expect(problems).toContainEqual(expect.stringMatching(/：日期有误，内容见该单位工作台$/))
    expect(problems.join()).not.toContain('改天再定')
  })
})

test('a clash names the engagement at its own desk, and of the other office’s plan nothing but its office', () => {
  const same = { 领导姓名: '邓清棠', 日期: '2024-11-20' }
  plan('区人大办', { ...same, 开始: '9:00', 结束: '10:30', 活动内容: '调研', 地点: '云溪镇' })
  plan('区政协办', { ...same, 开始: '10:00', 结束: '11:00', 活动内容: '座谈', 地点: '政协' })
  others()
  district.tick('2024-11-14 09:10')
  const said = (desk: string) =>
    district.page(desk, '本办待办').find((row) => row['类别'] === '冲突')?.['说明']
  expect(said('区人大办')).toBe('邓清棠 11月20日 09:00–10:30 调研；区政协办的安排')
  expect(said('区政协办')).toBe('区人大办的安排；邓清棠 11月20日 10:00–11:00 座谈')
})
