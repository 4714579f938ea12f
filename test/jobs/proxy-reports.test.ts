import { expect, test } from 'vitest'
import { explain } from '../../src/jobs/explain'
import { type MemoryDistrict, memoryDistrict, type Row } from '../fakes/memory-district'
import { paperDigest } from '../fakes/paper-district'
import { registryWith } from '../fakes/paper-run'

const id = '安区督〔2024〕1号'
const registry = registryWith()

const post = {
  id: 'DBT',
  name: '督办台',
  short: '督办台',
  kind: '督办台',
  desk: true,
  phone: '',
  order: 20,
  head: 'P002',
} as const

/** A task of 区接待办, which has no desk, entered at a workbook. */
const given = (book: string, lead = '区接待办'): MemoryDistrict => {
  const district = memoryDistrict(registry, '2024-11-18 09:00', [post])
  const cells = { 任务内容: '编制清单', 牵头: lead, 督办专员: '林堯安' }
  const days = { 交办日期: '2024-11-18', 完成时限: '2024-12-20' }
  district.type(book, '任务交办', {}, { ...cells, ...days })
  district.tick('2024-11-18 09:10')
  return district
}

const record = (
  district: MemoryDistrict,
  book: string,
  cells: Row,
  at: string,
): Row | undefined => {
  district.type(book, '任务交办', { 编号: id }, cells)
  district.tick(at)
  return district.page(book, '任务交办').find((row) => row['编号'] === id)
}

test('for an office without a desk whoever entered the task records receipt, progress and completion, and it says by whom', () => {
  const district = given('督办台')
  const waits = district.page('督办台', '本办待办').find((row) => row['类别'] === '待代为登记')
  expect(waits?.['说明']).toContain('区接待办没有工作台')
  expect(record(district, '督办台', { 代录签收: '是' }, '2024-11-18 10:00')).toMatchObject({
    状态: '办理中',
    最新进展: '已签收（代为登记，代录人：林堯安）',
  })
  const told = { 代录进展: '清单已起草', 代录进展日期: '2024-11-19' }
  expect(record(district, '督办台', told, '2024-11-19 10:00')?.['最新进展']).toBe(
    '清单已起草（代为登记，代录人：林堯安）',
  )
  const done = { 代录完成: '是', 代录进展: '清单已印发' }
  expect(record(district, '督办台', done, '2024-11-20 10:00')?.['状态']).toBe('待核验')
  const said = explain(district.world.ports, registry, paperDigest, { what: id }).sentences
  expect(said).toContain('清单已印发（代为登记，代录人：林堯安）')
  district.type('督办台', '待审核事项', { 编号: `${id}核验1` }, { 决定: '通过' })
  district.tick('2024-11-20 11:00')
  const [master] = district.page('督办台', '任务交办')
  expect(master?.['状态']).toBe('办结销号')
})

test('at the control workbook it counts with the name of who recorded it', () => {
  const district = given('总台账')
  expect(record(district, '总台账', { 代录签收: '是' }, '2024-11-18 10:00')?.['状态']).toBe(
    '待签收',
  )
  const problems = district.page('总台账', '问题').map((row) => Object.values(row).join(' '))
  expect(problems.join('\n')).toContain('代录人未填，请填写代为登记的人')
  const named = record(district, '总台账', { 代录人: '周衡' }, '2024-11-18 11:00')
  expect(named).toMatchObject({ 状态: '办理中', 最新进展: '已签收（代为登记，代录人：周衡）' })
})

test('for an office that has a desk nothing is recorded elsewhere, and that is told', () => {
  const district = given('总台账', '区政府办')
  const cells = { 代录签收: '是', 代录完成: '是', 代录人: '周衡' }
  expect(record(district, '总台账', cells, '2024-11-18 10:00')?.['状态']).toBe('待签收')
  const problems = district.page('总台账', '问题').map((row) => Object.values(row).join(' '))
  expect(problems.join('\n')).toContain('未采用：区政府办有工作台，请由其在工作台填报')
})
