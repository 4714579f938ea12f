import { pick } from 'es-toolkit'
import { expect, test } from 'vitest'
import { makeDistrict, type SmallDistrict } from './small-district'

const remove = (district: SmallDistrict, desk: string, tab: string): void => {
  const { sheetId } = district.view(desk, tab)
  district.workspace.store.looks(district.book(desk), [{ deleteSheet: { sheetId } }])
}

const week = '2024-11-18'
const line = { 领导姓名: '江岳', 日期: '11月20日', 时段: '上午', 活动内容: '走访企业' }

test('a tab people fill that somebody deletes comes back at night with every row and number', async () => {
  const district = await makeDistrict('2024-11-14 08:00')
  await district.type('区委办', '周计划填报', [line, { 活动内容: '主持会议' }], '2024-11-14 09:00')
  await district.fileWeek(week, '2024-11-14 10:00', ['区委办'])
  const given = { 任务内容: '编制清单', 牵头: '区委办', 完成时限: '2024-12-20' }
  await district.type('总台账', '任务交办', [given], '2024-11-14 11:00', '周衡')
  await district.playTo('2024-11-14 11:10')
  await district.type(
    '区委办',
    '承办任务',
    [{ 编号: '安区督〔2024〕1号', 签收: '是', 最新进展: '已开工' }],
    '2024-11-14 11:20',
  )
  await district.playTo('2024-11-14 12:00')
  const tabs = ['周计划填报', '报送', '承办任务']
  // What people typed, and the numbers; 日期 of a blank line meant the one above, and is written out.
  const kept = [
    '编号',
    '领导姓名',
    '活动内容',
    '周次',
    '报送',
    '任务内容',
    '签收',
    '最新进展',
    '状态',
  ]
  const standing = () =>
    tabs.map((tab) => district.page('区委办', tab).map((row) => pick(row, kept)))
  const before = standing()
  expect(before.map((rows) => rows.length)).toEqual([4, 1, 1])

  for (const tab of tabs) remove(district, '区委办', tab)
  await district.playTo('2024-11-14 18:00')
  expect(district.sheet('区委办', '本办待办').flat().join('')).toContain('找不到表「周计划填报」')

  await district.playTo('2024-11-15 03:00')
  const again = before.map((rows) =>
    rows.map((row) => (row['活动内容'] === '主持会议' ? { ...row, 领导姓名: '江岳' } : row)),
  )
  expect(standing()).toEqual(again)
  expect(district.sheet('区委办', '本办待办').flat().join('')).not.toContain('找不到表')
  const duty = district.page('总台账', '报送情况').find((row) => row['编号'] === `${week}-QWB`)
  expect(duty?.['状态']).toBe('已报')
})

test('a page that somebody deletes shows again what it showed', async () => {
  const district = await makeDistrict('2024-11-14 08:00')
  const given = { 任务内容: '编制清单', 牵头: '区委办', 时限类型: '长期' }
  await district.type('总台账', '任务交办', [given], '2024-11-14 11:00', '周衡')
  await district.playTo('2024-11-14 12:00')
  const before = district.sheet('总台账', '任务一览')
  expect(before.flat()).toContain('编制清单')
  remove(district, '总台账', '任务一览')
  await district.playTo('2024-11-15 03:00')
  expect(district.sheet('总台账', '任务一览')).toEqual(before)
})
