import { expect, it } from 'vitest'
import { pasteRow, typeOver } from './retype'
import { makeDistrict, type SmallDistrict } from './small-district'

const week = '2024-11-18'

const filed = async (district: SmallDistrict): Promise<void> => {
  await district.playTo('2024-11-12 10:00')
  const about = { 领导姓名: '邓清棠', 日期: '11月20日', 活动内容: '封闭研究干部' }
  pasteRow(district, '区人大办', '周计划填报', { 周次: week, ...about })
  await district.fileWeek(week, '2024-11-15 09:00')
  const given = { 任务内容: '清点青坪仓库', 牵头: '赵启飞', 督办专员: '林堯安' }
  const days = { 交办日期: '2024-11-15', 完成时限: '2024-12-31' }
  await district.type('总台账', '任务交办', [{ ...given, ...days }], '2024-11-15 09:10')
  await district.playTo('2024-11-15 09:20')
  const done = { 签收: '是', 完成: '是', 完成说明: '已清点' }
  typeOver(district, '区政府办', '承办任务', ['任务内容', '清点青坪仓库'], done)
  await district.playTo('2024-11-15 09:40')
}

it('a consent with a reservation is none: it lets no week go, strikes off no task, opens no warned line', async () => {
  const district = await makeDistrict('2024-11-11 09:00', (same) => same, filed)
  const words = { 审定: '同意（修改后再发）', 决定: '同意 （待补材料）' }
  const [version] = district.page('总台账', '审定')
  const by = { 审定: words.审定, 审定人: '周衡' }
  typeOver(district, '总台账', '审定', ['版本', version?.['版本'] ?? ''], by)
  const [ask] = district.page('总台账', '待审核事项')
  const struck = { 决定: words.决定, 签批人: '林堯安' }
  typeOver(district, '总台账', '待审核事项', ['编号', ask?.['编号'] ?? ''], struck)
  await district.playTo('2024-11-15 17:10')
  expect(district.page('总台账', '审定')[0]?.['状态']).toContain('“同意（修改后再发）”无法识别')
  expect(district.page('总台账', '待审核事项')[0]?.['状态']).toContain(
    '“同意 （待补材料）”无法识别',
  )
  expect(district.page('总台账', '任务交办')[0]?.['状态']).toBe('待核验')

  typeOver(district, '区人大办', '周计划填报', ['编号', 'QRDB-0001'], { 涉敏确认: '是（仅本办）' })
  typeOver(district, '总台账', '审定', ['版本', version?.['版本'] ?? ''], { 审定: '同 意' })
  typeOver(district, '总台账', '待审核事项', ['编号', ask?.['编号'] ?? ''], { 决定: '通过' })
  await district.playTo('2024-11-15 17:40')
  expect(district.page('总台账', '任务交办')[0]?.['状态']).toBe('办结销号')
  expect(district.page('总台账', '审定')[0]?.['状态']).toBe('已印发')
  expect(district.sheet('区政府办', '一周安排表').join()).not.toContain('封闭研究干部')
})
