import { beforeEach, describe, expect, test } from 'vitest'
import { approvalOf, decideOn, filedDistrict, fileOffices } from '../fakes/filed-district'
import type { MemoryDistrict, Row } from '../fakes/memory-district'

let district: MemoryDistrict

const isIssued = (): boolean =>
  district.world.letters.some(({ subject }) => subject.includes('已印发'))

/** 江岳 signed the week on paper; 林堯安 types it. */
const signed: Row = {
  审定: '同意',
  审定人: '江岳',
  方式: '纸质签批',
  代录人: '林堯安',
  审定日期: '2024-11-14',
  原件存放: '区委办文件柜3号',
}

const allow = (cells: Row): void => district.type('总台账', '代录授权', {}, cells)

const state = (): string => approvalOf(district, 1)['状态'] ?? ''

const playTo = (...times: string[]): void => {
  for (const time of times) district.tick(time)
}

beforeEach(() => {
  district = filedDistrict()
  fileOffices(district)
  district.tick('2024-11-14 09:10')
})

describe('a week that a leader approved on paper', () => {
  test('goes out on the record of who may record it, and every page says so', () => {
    allow({ 签批领导: '江岳', 代录人: '林堯安' })
    decideOn(district, 1, signed)
    playTo('2024-11-14 09:20', '2024-11-14 09:30')
    expect(state()).toMatch(/^江岳审定（纸质签批，林堯安代录），2024年11月15日 17:00后反馈$/)
    expect(isIssued()).toBe(false)
    playTo('2024-11-15 17:00', '2024-11-15 17:10')
    expect(isIssued()).toBe(true)
    expect(state()).toBe('已印发，江岳审定（纸质签批，林堯安代录）')
    const head = district.sheet('区委办', '一周安排表').slice(0, 4).flat().join(' ')
    expect(head).toContain('第1版（江岳11月14日审定，纸质签批，林堯安代录）')
  })

  const rights: [string, Row, Row, RegExp][] = [
    ['nobody may record', {}, {}, /^林堯安未获授权代江岳登记，请统筹先在「代录授权」登记$/],
    ['another leader is meant', { 签批领导: '罗景澜', 代录人: '林堯安' }, {}, /未获授权/],
    ['the right is over', { 签批领导: '江岳', 代录人: '林堯安', 至: '2024-11-13' }, {}, /未获授权/],
    ['it is for tasks only', { 签批领导: '江岳', 代录人: '林堯安', 事项: '任务' }, {}, /未获授权/],
    [
      'its matter is unreadable',
      { 签批领导: '江岳', 代录人: '林堯安', 事项: '周计' },
      {},
      /未获授权/,
    ],
    ['it is for liaisons, who he is not', { 签批领导: '江岳', 联络员可代录: '是' }, {}, /未获授权/],
  ]
  test.each(rights)('waits where %s, with the reason beside it', (_, right, cells, why) => {
    if (right['签批领导']) allow(right)
    decideOn(district, 1, { ...signed, ...cells })
    playTo('2024-11-14 09:20', '2024-11-15 17:00', '2024-11-15 17:10')
    expect(state()).toMatch(why)
    expect(isIssued()).toBe(false)
  })

  const records: [string, Row, RegExp][] = [
    ['no way is given', { 方式: '' }, /^请填写方式/],
    ['nobody recorded it', { 代录人: '' }, /^请填写代录人$/],
    ['the recorder is unknown', { 代录人: '林某某' }, /^代录人“林某某”不在人员表中/],
    ['no day is given', { 审定日期: '' }, /^请填写签批的日期$/],
    ['the day is before the text was put up', { 审定日期: '2024-11-13' }, /早于本稿送来之日/],
    ['the day has not come', { 审定日期: '2024-11-20' }, /晚于登记之日/],
    ['the leader is unknown', { 审定人: '江某' }, /^“江某”不在领导名单中，不能代录$/],
    ['no leader is named', { 审定人: '' }, /^请填写签批的领导$/],
  ]
  test.each(records)('waits where %s', (_, cells, why) => {
    allow({ 签批领导: '江岳', 代录人: '林堯安' })
    decideOn(district, 1, { ...signed, ...cells })
    playTo('2024-11-14 09:20', '2024-11-15 17:00', '2024-11-15 17:10')
    expect(state()).toMatch(why)
    expect(isIssued()).toBe(false)
  })

  test('a leader named without a record of who typed it decides nothing', () => {
    allow({ 签批领导: '江岳', 代录人: '林堯安' })
    decideOn(district, 1, { 审定: '同意', 审定人: '江岳' })
    playTo('2024-11-14 09:20', '2024-11-15 17:00', '2024-11-15 17:10')
    expect(state()).toMatch(/^请填写方式/)
    expect(isIssued()).toBe(false)
  })

  test('a permission taken back before the week goes out stops it', () => {
    allow({ 签批领导: '江岳', 代录人: '林堯安' })
    decideOn(district, 1, signed)
    playTo('2024-11-14 09:20')
    district.type('总台账', '代录授权', { 签批领导: '江岳' }, { 至: '2024-11-13' })
    playTo('2024-11-15 17:00', '2024-11-15 17:10')
    expect(state()).toMatch(/未获授权/)
    expect(isIssued()).toBe(false)
  })

  test('a change of the text after the signature voids it, as it does any decision', () => {
    allow({ 签批领导: '江岳', 代录人: '林堯安' })
    decideOn(district, 1, signed)
    district.tick('2024-11-14 09:20')
    const line = { 周次: '2024-11-18', 领导姓名: '江岳', 日期: '2024-11-20', 活动内容: '调研企业' }
    district.type('区委办', '周计划填报', {}, line)
    playTo('2024-11-14 09:30', '2024-11-15 17:00', '2024-11-15 17:10')
    expect(state()).toBe('作废')
    expect(isIssued()).toBe(false)
  })
})

describe('a record that the leader’s liaison withdraws', () => {
  const liaison = (): string =>
    district.page('总台账', '领导').find((row) => row['姓名'] === '江岳')?.['联络员A'] ?? ''

  beforeEach(() => {
    allow({ 签批领导: '江岳', 代录人: '林堯安' })
    decideOn(district, 1, signed)
    district.tick('2024-11-14 09:20')
  })

  test('before the week is out decides nothing any more', () => {
    decideOn(district, 1, { 撤回人: liaison() })
    playTo('2024-11-15 09:00', '2024-11-15 17:00', '2024-11-15 17:10')
    expect(state()).toBe('江岳的联络员已撤回代录，请重新送签')
    expect(isIssued()).toBe(false)
  })

  test('by somebody else waits until it is cleared up', () => {
    decideOn(district, 1, { 撤回人: '孟广华' })
    playTo('2024-11-15 17:00', '2024-11-15 17:10')
    expect(state()).toBe('撤回人“孟广华”不是江岳的联络员，核对之前不作数')
    expect(isIssued()).toBe(false)
  })

  test('after it is out says that what was issued cannot be fetched back', () => {
    playTo('2024-11-15 17:00', '2024-11-15 17:10')
    expect(isIssued()).toBe(true)
    decideOn(district, 1, { 撤回人: liaison() })
    district.tick('2024-11-15 17:20')
    expect(state()).toContain('联络员已撤回代录，已印发的不能自动收回，请统筹核对后重新送审')
  })

  test('stays withdrawn, whatever is typed in the row days later', () => {
    district = filedDistrict('2024-11-12 09:00')
    fileOffices(district)
    district.tick('2024-11-12 09:10')
    allow({ 签批领导: '江岳', 代录人: '林堯安' })
    decideOn(district, 1, { ...signed, 审定日期: '2024-11-12' })
    district.tick('2024-11-12 09:20')
    decideOn(district, 1, { 撤回人: liaison() })
    district.tick('2024-11-13 09:00')
    decideOn(district, 1, { 原件存放: '区委办文件柜5号' })
    playTo('2024-11-15 16:00', '2024-11-15 17:00', '2024-11-15 17:10')
    expect(state()).toBe('江岳的联络员已撤回代录，请重新送签')
    expect(isIssued()).toBe(false)
  })

  test('later than the next working day changes nothing', () => {
    playTo('2024-11-15 17:00', '2024-11-15 17:10')
    decideOn(district, 1, { 撤回人: liaison() })
    district.tick('2024-11-18 09:00')
    expect(state()).toBe('已印发，江岳审定（纸质签批，林堯安代录）')
  })
})
