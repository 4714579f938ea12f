import { expect, test } from 'vitest'
import { memoryDistrict } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

test('a date typed without its year stays of that year, whenever its row is touched again', () => {
  const district = memoryDistrict(registryWith(), '2024-11-11 09:00')
  const given = { 任务内容: '编制清单', 牵头: '区政府办', 完成时限: '12.20' }
  district.type('总台账', '任务交办', {}, given)
  district.tick('2024-11-12 10:00')
  const [id = ''] = district.page('总台账', '任务交办').map((row) => row['编号'] ?? '')
  const due = (): (string | undefined)[] => {
    const row = district.page('总台账', '任务交办').find((each) => each['编号'] === id)
    return [row?.['现时限'], row?.['原时限'], row?.['逾期天数']]
  }
  expect(due()).toEqual(['2024-12-20', '', ''])

  const slice = { 最新进展: '已开工', 进展日期: '11.20' }
  district.type('区政府办', '承办任务', { 编号: id }, slice)
  district.tick('2024-11-20 10:00')
  // Nearer to 20 December of the next year than to that of the last.
  district.type('总台账', '任务交办', { 编号: id }, { 催办记录: '已电话催办' })
  district.type('区政府办', '承办任务', { 编号: id }, { 存在问题: '缺资料' })
  district.tick('2025-07-01 10:00')
  expect(due()).toEqual(['2024-12-20', '', '193'])

  // Typed anew it is read on the day it is typed.
  district.type('总台账', '任务交办', { 编号: id }, { 完成时限: '12.19' })
  district.tick('2025-07-02 10:00')
  expect(due()).toEqual(['2025-12-19', '2024-12-20', ''])
})
