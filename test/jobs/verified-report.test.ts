import { expect, test } from 'vitest'
import { type MemoryDistrict, memoryDistrict, type Row } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

const id = '安区督〔2024〕1号'
const registry = registryWith()

const report = (district: MemoryDistrict, cells: Row): void =>
  district.type('区政府办', '承办任务', { 编号: id }, cells)

/** A task of 区政府办 that it reports as done. */
const reported = (): MemoryDistrict => {
  const district = memoryDistrict(registry, '2024-11-18 09:00')
  const given = { 任务内容: '规范公文运转', 牵头: '赵启飞', 督办专员: '林堯安' }
  const days = { 交办日期: '2024-11-18', 完成时限: '2024-11-22' }
  district.type('总台账', '任务交办', {}, { ...given, ...days })
  district.tick('2024-11-18 09:10')
  const said = { 完成说明: '制度已印发', '佐证(非密)': '印发件', 存在问题: '两处未改' }
  report(district, { 签收: '是', 完成: '是', ...said })
  district.tick('2024-11-18 09:20')
  return district
}

const asks = (district: MemoryDistrict): Row | undefined =>
  district.page('总台账', '待审核事项').find((row) => row['编号'] === `${id}核验1`)

const state = (district: MemoryDistrict): string | undefined =>
  district.page('总台账', '任务交办').find((row) => row['编号'] === id)?.['状态']

const strikeOff = (district: MemoryDistrict): void =>
  district.type('总台账', '待审核事项', { 编号: `${id}核验1` }, { 决定: '同意', 签批人: '林堯安' })

test('whoever verifies has 存在问题 and 佐证 beside what he decides', () => {
  const district = reported()
  expect(asks(district)?.['申请内容']).toBe(
    '报告完成：制度已印发；存在问题：两处未改；佐证(非密)：印发件',
  )
  strikeOff(district)
  district.tick('2024-11-18 09:30')
  expect(state(district)).toBe('办结销号')
})

test('a report that was changed as it was being verified is read anew before the task is struck off', () => {
  const district = reported()
  strikeOff(district)
  report(district, { 存在问题: '还差一半', 完成说明: '制度已拟好' })
  district.tick('2024-11-18 09:30')
  expect(state(district)).toBe('待核验')
  expect(asks(district)).toMatchObject({
    申请内容: '报告完成：制度已拟好；存在问题：还差一半；佐证(非密)：印发件',
  })
  expect(asks(district)?.['状态']).toContain('填写“同意”之后内容已变，不作数')
  district.type('总台账', '待审核事项', { 编号: `${id}核验1` }, { 决定: '' })
  district.tick('2024-11-18 09:40')
  strikeOff(district)
  district.tick('2024-11-18 09:50')
  expect(state(district)).toBe('办结销号')
  expect(district.page('总台账', '待审核事项')).toHaveLength(1)
})
