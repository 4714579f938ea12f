import { expect, test } from 'vitest'
import { settingDefaults, settingName } from '../../src/domain/setting'
import { registerLook } from '../../src/layout/register-looks'
import { setting } from '../../src/registers/setting'
import { filedDistrict } from '../fakes/filed-district'
import type { MemoryDistrict, Row } from '../fakes/memory-district'

const rowsOf = (district: MemoryDistrict): Row[] => district.page('总台账', '参数表')

const cutoff = (district: MemoryDistrict): string =>
  district.page('总台账', '报送情况')[0]?.['截止'] ?? ''

test('参数表 shows each setting by its name, with its source, and the key beside it', () => {
  const district = filedDistrict()
  const shown = rowsOf(district).map((row) => [row['参数名称'], row['参数代号'], row['来源']])
  const source = (key: string, given: string) => (key === 'weekly.firstWeek' ? '默认' : given)
  expect(shown).toEqual(
    settingDefaults.map(({ key, source: given }) => [settingName(key), key, source(key, given)]),
  )
})

test.each([
  ['its name', { 参数名称: '周计划截止' }],
  ['its key', { 参数代号: 'weekly.cutoff' }],
  ['its name where the key belongs', { 参数代号: '周计划截止' }],
  ['its key where the name belongs', { 参数名称: 'weekly.cutoff' }],
])('a new row told by %s holds from its day, and both stand beside it', (_, told) => {
  const district = filedDistrict()
  district.type('总台账', '参数表', {}, { ...told, 值: '周五 10:30', 生效日期: '2024-11-12' })
  district.tick('2024-11-14 09:10')
  expect(cutoff(district)).toBe('2024-11-15 10:30')
  district.tick('2024-11-14 09:20')
  expect(rowsOf(district).filter((row) => row['值'] === '周五 10:30')).toEqual([
    expect.objectContaining({ 参数名称: '周计划截止', 参数代号: 'weekly.cutoff', 待更正: '' }),
  ])
})

test('a name nobody knows is told beside its row and at 问题, and stays as typed', () => {
  const district = filedDistrict()
  const typo = { 参数名称: '周计划截至', 值: '周五 10:30', 生效日期: '2024-11-12' }
  district.type('总台账', '参数表', {}, typo)
  district.tick('2024-11-14 09:10')
  district.tick('2024-11-14 09:20')
  const [row] = rowsOf(district).filter((each) => each['参数名称'] === '周计划截至')
  expect(row?.['待更正']).toBe(
    '参数名称：“周计划截至”不是系统使用的参数，本行不起作用，请按表中已有的参数名称填写',
  )
  expect(cutoff(district)).toBe('2024-11-15 12:00')
  // Put right where it stands, it holds.
  district.type('总台账', '参数表', { 值: '周五 10:30' }, { 参数名称: '周计划截止' })
  district.tick('2024-11-14 09:30')
  expect(cutoff(district)).toBe('2024-11-15 10:30')
})

test('a value that cannot be read is told under the name of its setting, and the last good one holds', () => {
  const district = filedDistrict()
  district.type('总台账', '参数表', { 参数代号: 'weekly.cutoff' }, { 值: '周五中午' })
  district.tick('2024-11-14 09:10')
  const told = district.page('总台账', '问题').filter((row) => row['对象'] === '参数表')
  expect(told.map((row) => row['说明'])).toEqual([
    '周计划截止（2024年1月1日起）：值“周五中午”不能识别，请填星期和钟点，如 周五 12:00，更正前仍按“周五 12:00”',
  ])
  expect(cutoff(district)).toBe('2024-11-15 12:00')
})

test('two rows of one setting from one day, or one without its day, are told: of two the last holds', () => {
  const district = filedDistrict()
  const again = { 参数名称: '周计划截止', 值: '周五 10:30', 生效日期: '2024-01-01' }
  district.type('总台账', '参数表', {}, again)
  district.type('总台账', '参数表', {}, { 参数名称: '周计划宽限分钟', 值: '30' })
  district.tick('2024-11-14 09:10')
  district.tick('2024-11-14 09:20')
  const beside = (value: string) =>
    rowsOf(district).find((row) => row['值'] === value)?.['待更正'] ?? '无此行'
  expect(beside('周五 10:30')).toBe('')
  expect(beside('周五 12:00')).toBe(
    '生效日期：周计划截止自2024年1月1日起另有一行填在后面，以后一行为准，本行不起作用，请删去其中一行',
  )
  expect(beside('30')).toBe('生效日期：未填，已有写明日期的行，本行不起作用，请填自哪一天起')
  expect(cutoff(district)).toBe('2024-11-15 10:30')
})

test('the column of names is white, that of keys grey for the keeper', () => {
  const grey = Object.fromEntries(
    registerLook(setting, 0).columns.map(({ heading, script }) => [heading, script]),
  )
  expect(grey).toMatchObject({ 参数名称: false, 参数代号: true, 值: false, 待更正: true })
})
