import { expect, test } from 'vitest'
import { type MemoryDistrict, memoryDistrict, type Row } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

const id = '安区督〔2024〕1号'
const ask = `${id}核验1`
const registry = registryWith()

const signed: Row = {
  决定: '同意',
  签批人: '江岳',
  方式: '当面',
  代录人: '孟广华',
  签批日期: '2024-11-18',
}

/** A task of 区政府办, led in person or by the office, that it reports as done. */
const reported = (lead: string, right: Row): MemoryDistrict => {
  const district = memoryDistrict(registry, '2024-11-18 09:00')
  const given = { 任务内容: '规范公文运转', 牵头: lead, 督办专员: '林堯安' }
  const days = { 交办日期: '2024-11-18', 完成时限: '2024-11-22' }
  district.type('总台账', '任务交办', {}, { ...given, ...days })
  district.type('总台账', '代录授权', {}, right)
  district.tick('2024-11-18 09:10')
  district.type(
    '区政府办',
    '承办任务',
    { 编号: id },
    { 签收: '是', 完成: '是', 完成说明: '制度已印发' },
  )
  district.tick('2024-11-18 09:20')
  return district
}

const decide = (district: MemoryDistrict, cells: Row, at: string): void => {
  district.type('总台账', '待审核事项', { 编号: ask }, cells)
  district.tick(at)
}

const row = (district: MemoryDistrict, tab: string, no: string): Row =>
  district.page('总台账', tab).find((each) => each['编号'] === no) ?? {}

test('a task is struck off on the record of a leader’s word, and its line says who recorded it', () => {
  const district = reported('赵启飞', { 签批领导: '江岳', 代录人: '孟广华、林堯安', 事项: '任务' })
  decide(district, signed, '2024-11-18 09:30')
  expect(row(district, '任务交办', id)['状态']).toBe('办结销号')
  expect(row(district, '待审核事项', ask)['状态']).toBe('已定：同意；江岳签批（当面，孟广华代录）')
  const who = district.page('总台账', '领导').find((each) => each['姓名'] === '江岳')?.['联络员A']
  decide(district, { 撤回人: who ?? '' }, '2024-11-18 09:40')
  expect(row(district, '待审核事项', ask)['状态']).toContain(
    '联络员已撤回代录，已生效的不能自动恢复，请统筹核对',
  )
})

test('nobody records what he applies for himself', () => {
  const district = reported('孟广华', { 签批领导: '江岳', 代录人: '孟广华' })
  decide(district, signed, '2024-11-18 09:30')
  expect(row(district, '任务交办', id)['状态']).toBe('待核验')
  expect(row(district, '待审核事项', ask)['状态']).toBe(
    '未采用：孟广华牵头这项任务，不能为自己的申请代录',
  )
})

test('commissioners record where the table says so, and a right for weeks is none for tasks', () => {
  const district = reported('赵启飞', { 签批领导: '江岳', 督办专员可代录: '是', 事项: '周计划' })
  decide(district, { ...signed, 代录人: '林堯安' }, '2024-11-18 09:30')
  expect(row(district, '待审核事项', ask)['状态']).toContain('林堯安未获授权代江岳登记')
  district.type('总台账', '代录授权', { 签批领导: '江岳' }, { 事项: '全部' })
  district.tick('2024-11-18 09:40')
  expect(row(district, '任务交办', id)['状态']).toBe('办结销号')
})

test('a name that two leaders bear decides nothing until it says which', () => {
  const district = reported('赵启飞', { 签批领导: '江岳', 代录人: '孟广华' })
  const other = {
    姓名: '江岳',
    职务: '区委副书记',
    班子: '区委常委',
    排序: '9',
    服务单位: '区委办',
  }
  district.type('总台账', '领导', {}, { ...other, 编号: 'L99', 党政主要领导: '否' })
  district.tick('2024-11-18 09:25')
  decide(district, signed, '2024-11-18 09:30')
  expect(row(district, '任务交办', id)['状态']).toBe('待核验')
  expect(row(district, '待审核事项', ask)['状态']).toContain(
    '“江岳”有重名的领导，请加职务写明是哪一位',
  )
})
