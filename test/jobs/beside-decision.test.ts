import { expect, test } from 'vitest'
import { type MemoryDistrict, memoryDistrict } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

const id = '安区督〔2024〕1号'

const asked = (district: MemoryDistrict) =>
  district.page('总台账', '待审核事项').find((row) => row['编号'] === `${id}延期1`)

/** A task of 区政府办 for whose deadline it asks a later day. */
const wished = (): MemoryDistrict => {
  const district = memoryDistrict(registryWith(), '2024-11-18 09:00')
  const given = { 任务内容: '规范公文运转', 牵头: '赵启飞', 督办专员: '林堯安' }
  district.type(
    '总台账',
    '任务交办',
    {},
    { ...given, 交办日期: '2024-11-18', 完成时限: '2024-11-22' },
  )
  district.tick('2024-11-18 09:10')
  const said = {
    最新进展: '初稿已送各科室',
    进展日期: '2024-11-19',
    存在问题: '两处意见不一',
    下一步: '本周会商',
  }
  const wish = { 申请延期至: '2024-12-06', 延期原因: '需再征求意见' }
  district.type('区政府办', '承办任务', { 编号: id }, { 签收: '是', ...said, ...wish })
  district.tick('2024-11-19 09:20')
  return district
}

test('whoever grants a later day has old and new day, progress, difficulty and next step beside it', () => {
  expect(asked(wished())?.['办理情况']).toBe(
    '时限2024年11月22日→2024年12月6日；还有3个工作日；进展（2024年11月19日）：初稿已送各科室；存在问题：两处意见不一；下一步：本周会商',
  )
})

test('a new word of progress is shown and voids no decision; once decided, it stays as it was read', () => {
  const district = wished()
  district.type('总台账', '待审核事项', { 编号: `${id}延期1` }, { 决定: '同意', 签批人: '林堯安' })
  district.type('区政府办', '承办任务', { 编号: id }, { 最新进展: '意见已经一致' })
  district.tick('2024-11-19 09:30')
  expect(asked(district)).toMatchObject({ 状态: '已定：同意' })
  const read = asked(district)?.['办理情况']
  district.type('区政府办', '承办任务', { 编号: id }, { 最新进展: '另一件事' })
  district.tick('2024-11-19 09:40')
  expect(asked(district)?.['办理情况']).toBe(read)
  expect(read).toContain('时限2024年11月22日→2024年12月6日')
})
