import { expect, test } from 'vitest'
import { type MemoryDistrict, memoryDistrict } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

const give = (district: MemoryDistrict, what: string): void => {
  const given = { 任务内容: what, 牵头: '赵启飞', 督办专员: '林堯安' }
  district.type(
    '总台账',
    '任务交办',
    {},
    { ...given, 交办日期: '2024-11-18', 完成时限: '2024-11-22' },
  )
}

const report = (district: MemoryDistrict, what: string): void => {
  district.type(
    '区政府办',
    '承办任务',
    { 任务内容: what },
    { 签收: '是', 完成: '是', 完成说明: `${what}完成` },
  )
}

const shown = (district: MemoryDistrict) =>
  district
    .page('总台账', '待审核事项')
    .map((row) => [row['任务内容']?.split('：')[1], row['状态'], row['意见']])

test('what waits for a decision stands above what was decided, and what was typed stays beside its row', () => {
  const district = memoryDistrict(registryWith(), '2024-11-18 09:00')
  for (const what of ['甲', '乙', '丙']) give(district, what)
  district.tick('2024-11-18 09:10')
  report(district, '甲')
  district.tick('2024-11-18 09:20')
  report(district, '乙')
  district.tick('2024-11-18 09:30')
  const beside = { 决定: '同意', 签批人: '林堯安', 意见: '甲属实' }
  const first = district.page('总台账', '待审核事项')[0]?.['编号'] ?? ''
  district.type('总台账', '待审核事项', { 编号: first }, beside)
  district.tick('2024-11-18 09:40')
  expect(shown(district)).toEqual([
    ['乙', '待审核', ''],
    ['甲', '已定：同意', '甲属实'],
  ])
  report(district, '丙')
  district.tick('2024-11-18 09:50')
  expect(shown(district)).toEqual([
    ['乙', '待审核', ''],
    ['丙', '待审核', ''],
    ['甲', '已定：同意', '甲属实'],
  ])
})

test('an order that people made by sorting is put right by the next run', () => {
  const district = memoryDistrict(registryWith(), '2024-11-18 09:00')
  for (const what of ['甲', '乙']) give(district, what)
  district.tick('2024-11-18 09:10')
  report(district, '甲')
  report(district, '乙')
  district.tick('2024-11-18 09:20')
  const [first] = district.page('总台账', '待审核事项')
  district.type(
    '总台账',
    '待审核事项',
    { 编号: first?.['编号'] ?? '' },
    { 决定: '同意', 签批人: '林堯安' },
  )
  district.tick('2024-11-18 09:30')
  const sheet = district.sheet('总台账', '待审核事项')
  const [banner = [], heads = [], ...rows] = sheet
  district.world.tables.put('总台账', '待审核事项', [banner, heads, ...rows.reverse()])
  district.tick('2024-11-18 09:40')
  expect(shown(district).map(([what]) => what)).toEqual(['乙', '甲'])
})

test('at 报送情况 the newest week stands above, its offices in their order', () => {
  const district = memoryDistrict(registryWith(), '2024-11-14 09:00')
  district.tick('2024-11-14 09:10')
  const shownWeeks = () => district.page('总台账', '报送情况').map((row) => row['周次'])
  const offices = () => district.page('总台账', '报送情况').map((row) => row['单位'])
  const first = offices()
  expect(new Set(shownWeeks())).toEqual(new Set(['2024-11-18']))
  district.tick('2024-11-15 12:10')
  expect(shownWeeks()).toEqual([...first.map(() => '2024-11-25'), ...first.map(() => '2024-11-18')])
  expect(offices()).toEqual([...first, ...first])
  district.type(
    '总台账',
    '报送情况',
    { 周次: '2024-11-18', 单位: '区政协办' },
    { 退回原因: '请补地点' },
  )
  district.tick('2024-11-15 12:20')
  const returned = district.page('总台账', '报送情况').filter((row) => row['退回原因'] !== '')
  expect(returned.map((row) => [row['周次'], row['单位']])).toEqual([['2024-11-18', '区政协办']])
})
