import { beforeEach, describe, expect, test } from 'vitest'
import { decideOn, filedDistrict, filedWeek, fileOffices } from '../fakes/filed-district'
import type { MemoryDistrict, Row } from '../fakes/memory-district'

let district: MemoryDistrict

beforeEach(() => {
  district = filedDistrict()
})

const tick = (...at: string[]): void => {
  for (const moment of at) district.tick(`2024-${moment}`)
}

const issued = (): void => {
  fileOffices(district)
  tick('11-14 09:10')
  decideOn(district, 1, { 审定: '同意', 审定人: '周衡' })
  tick('11-15 12:00', '11-15 17:00')
}

const overview = (): string =>
  ['应报', '按时', '补报', '未报']
    .map((kind) => {
      const row = district.page('总览', '数据').find((each) => each['指标'] === `周计划${kind}`)
      return `${kind}${row?.['数值']}`
    })
    .join(' ')

const trend = (week = '11月18日'): Row =>
  district.page('总览', '走势').find((row) => row['周次（周一）'] === week) ?? {}

const trendSays = (): string =>
  ['应报', '按时', '补报', '未报'].map((kind) => `${kind}${trend()[kind]}`).join(' ')

const status = (): string[] =>
  district
    .page('总台账', '报送情况')
    .filter((row) => row['周次'] === filedWeek)
    .map((row) => `${row['单位']}${row['状态']}`)

const states = (desk: string): Set<string | undefined> =>
  new Set(district.page(desk, '周计划填报').map((row) => row['状态']))

const move = (leader: string, office: string): void =>
  district.type('总台账', '领导', { 姓名: leader }, { 服务单位: office })

describe('what is not complete now is not filed, on every page', () => {
  test('a 报送 that was taken back', () => {
    fileOffices(district)
    tick('11-14 09:10')
    district.type('区法院', '报送', { 周次: filedWeek }, { 报送: '' })
    tick('11-15 12:00')
    expect(status()).toContain('区法院草稿')
    expect(overview()).toBe('应报6 按时5 补报0 未报1')
    expect(trendSays()).toBe(overview())
    expect(district.page('总台账', '催报单').map((row) => row['单位'])).toEqual(['区法院'])
    // Said again later it keeps the first moment.
    district.type('区法院', '报送', { 周次: filedWeek }, { 报送: '是' })
    tick('11-15 14:00')
    expect(overview()).toBe('应报6 按时6 补报0 未报0')
  })

  test('a return, until it is filed anew, and a new leader', () => {
    fileOffices(district)
    tick('11-14 09:10')
    const at = { 编号: `${filedWeek}-QFY` }
    district.type('总台账', '报送情况', at, { 退回原因: '时间写错' })
    tick('11-15 12:00')
    expect(status()).toContain('区法院退回补正')
    expect([overview(), trendSays()]).toEqual([
      '应报6 按时5 补报0 未报1',
      '应报6 按时5 补报0 未报1',
    ])
    const leader = {
      姓名: '关子墨',
      职务: '副院长',
      班子: '区人大',

      服务单位: '区人大办',
    }
    district.type('总台账', '领导', {}, leader)
    tick('11-15 13:00', '11-15 13:10')
    expect(status()).toContain('区人大办草稿')
    expect([overview(), trendSays()]).toEqual([
      '应报6 按时4 补报0 未报2',
      '应报6 按时4 补报0 未报2',
    ])
  })
})

describe('an issued week', () => {
  test('is never 草稿 again: not when its leader moves, nor when 报送 is taken back', () => {
    issued()
    move('邓清棠', '区政协办')
    district.type('区法院', '报送', { 周次: filedWeek }, { 报送: '' })
    tick('11-16 09:00', '11-16 09:10')
    expect(status().every((each) => each.endsWith('已报'))).toBe(true)
    expect(states('区人大办')).toEqual(new Set(['已印发']))
    expect(states('区法院')).toEqual(new Set(['已印发']))
    expect(overview()).toBe('应报6 按时6 补报0 未报0')
    expect(district.page('总台账', '审定').map((row) => row['版本'])).toEqual(['1'])
  })

  test('keeps its figures once its filing has ended, whatever happens later', () => {
    fileOffices(district, ['区委办', '区人大办', '区政府办', '区政协办', '区法院'])
    tick('11-15 12:00', '11-18 00:00')
    const before = [overview(), trendSays(), status().join()]
    expect(before.slice(0, 2)).toEqual(['应报6 按时5 补报0 未报1', '应报6 按时5 补报0 未报1'])
    move('邓清棠', '区检察院')
    district.type('总台账', '单位', { 简称: '区法院' }, { 简称: '法院' })
    district.type('区政协办', '报送', { 周次: filedWeek }, { 报送: '' })
    district.type('总台账', '报送情况', { 编号: `${filedWeek}-QZFB` }, { 退回原因: '太晚了' })
    district.type('总台账', '参数表', { 参数: 'weekly.grace' }, { 值: '1000' })
    tick('11-18 09:00', '11-18 09:10')
    expect([overview(), trendSays()]).toEqual(before.slice(0, 2))
    expect(status().join()).toBe(
      before[2]
        ?.replace('区法院', '法院')
        .replace('区政府办已报', '区政府办已报（报送期已过，不再退回，请按安排调整办理）'),
    )
    tick('12-02 00:00', '12-02 00:10')
    expect(trendSays()).toBe(before[1])
  })
})

test('办结累计 counts by 销号, and a past week keeps its figures of tasks', () => {
  const given = {
    任务内容: '编制清单',
    牵头: '区政府办',
    督办专员: '林堯安',
    交办日期: '2024-11-14',
  }
  district.type('总台账', '任务交办', {}, { ...given, 完成时限: '2024-11-29' })
  tick('11-14 09:10')
  const [id = ''] = district.page('总台账', '任务交办').map((row) => row['编号'] ?? '')
  district.type('区政府办', '承办任务', { 编号: id }, { 签收: '是', 签收人: '赵启飞', 完成: '是' })
  tick('11-15 09:00', '11-15 12:00')
  const done = (): (string | undefined)[] => [
    trend()['办结累计'],
    district.page('总览', '数据').find((row) => row['指标'] === '办结')?.['数值'],
  ]
  expect(done()).toEqual(['0', '0'])
  tick('11-18 09:00')
  district.type('总台账', '待审核事项', { 编号: `${id}核验1` }, { 决定: '同意', 签批人: '林堯安' })
  tick('11-18 09:10', '11-18 09:20')
  expect(done()).toEqual(['0', '1'])
})
