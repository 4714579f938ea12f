import { expect, test } from 'vitest'
import { computed, day, number, office, optional, text } from '../../src/domain/field'
import { defineRegister } from '../../src/domain/register'
import { type MemoryDistrict, memoryDistrict, type Row } from '../fakes/memory-district'
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

const given = (cells: Row, book = '总台账', posts = [post]): MemoryDistrict => {
  const district = memoryDistrict(registry, '2024-11-18 09:00', posts)
  const row = { 任务内容: '编制清单', 交办日期: '2024-11-18', 完成时限: '2024-12-20', ...cells }
  district.type(book, '任务交办', {}, row)
  district.tick('2024-11-18 09:10')
  district.tick('2024-11-18 09:20')
  return district
}

const row = (district: MemoryDistrict, book: string, tab: string, found = id): Row | undefined =>
  district.page(book, tab).find((each) => each['编号'] === found)

test('a lead nobody knows, typed at a 督办台, is a problem in words and nobody’s task', () => {
  const district = given({ 牵头: '区水利局' }, '督办台')
  const [listed] = district.page('督办台', '任务一览')
  expect(listed).toMatchObject({ 牵头: '区水利局', 承办单位: '' })
  const told = district.page('督办台', '本办待办').find((each) => each['类别'] === '待更正')
  expect(told?.['说明']).toContain('“区水利局”在人员表和单位表中都找不到')
  // Mended, it goes where it says.
  district.type('督办台', '任务交办', { 编号: id }, { 牵头: '区人大办' })
  district.tick('2024-11-18 10:00')
  expect(row(district, '区人大办', '承办任务')).toMatchObject({ 角色: '牵头', 状态: '待签收' })
})

test('a column of offices names who leads by what it holds, and one of several offices is refused at declaration', () => {
  const visits = (lead: Parameters<typeof optional>[0]) =>
    defineRegister({
      id: 'visit',
      title: '走访',
      home: 'control',
      rows: 'people',
      serial: '走',
      fields: {
        id: computed(text('编号')),
        matter: text('走访事项', { core: true }),
        lead: optional(lead),
        due: optional(day('完成时限')),
        state: optional(computed(text('状态'))),
      },
      state: 'state',
      receipt: true,
      deadline: { settings: 'visit', what: 'matter', lead: 'lead', due: 'due' },
    })
  const district = memoryDistrict(registryWith(visits(office('牵头单位'))), '2024-11-18 09:00')
  const cells = { 走访事项: '走访青坪村', 牵头单位: '区人大办', 完成时限: '2024-12-20' }
  district.type('总台账', '走访', {}, cells)
  district.tick('2024-11-18 09:10')
  district.tick('2024-11-18 09:20')
  expect(row(district, '区人大办', '承办走访', '安区走〔2024〕1号')).toMatchObject({ 角色: '牵头' })
  expect(() => visits(office('牵头单位', { many: true }))).toThrow("can't name who leads")
  expect(() => visits(number('几个'))).toThrow("can't name who leads")
})

test('what asks without a commissioner waits for each of them in the morning', () => {
  const district = given({ 牵头: '区政府办' })
  const done = { 签收: '是', 完成: '是', 完成说明: '已编好' }
  district.type('区政府办', '承办任务', { 编号: id }, done)
  district.tick('2024-11-18 10:00')
  district.tick('2024-11-19 08:30')
  const morning = district.mailTo('p002').find(({ subject }) => subject.startsWith('今日提醒'))
  expect(morning?.text).toContain('核验待审核')
})

test('a commissioner strikes off nothing that he leads himself: another decides, or where there is none the head the setting names', () => {
  const district = given({ 牵头: '林堯安', 督办专员: '林堯安' })
  const done = { 签收: '是', 完成: '是', 完成说明: '已编好' }
  district.type('区委办', '承办任务', { 编号: id }, done)
  district.tick('2024-11-18 10:00')
  expect(row(district, '督办台', '待审核事项', `${id}核验1`)).toBeUndefined()
  const decide = (by: string, at: string) => {
    const cells = { 决定: '通过', 签批人: by }
    district.type('总台账', '待审核事项', { 编号: `${id}核验1` }, cells)
    district.tick(at)
    return row(district, '总台账', '待审核事项', `${id}核验1`)?.['状态']
  }
  expect(decide('林堯安', '2024-11-18 11:00')).toContain(
    '林堯安牵头这项任务，不能自己签批，请由周衡签批',
  )
  district.tick('2024-11-19 08:30')
  const morning = district.mailTo('p001').find(({ subject }) => subject.startsWith('今日提醒'))
  expect(morning?.text).toContain('核验待审核')
  expect(decide('周衡', '2024-11-19 09:00')).toBe('已定：同意')
  expect(row(district, '总台账', '任务交办')?.['状态']).toBe('办结销号')
})

test('what 书记 gave is struck off only with its basis noted', () => {
  for (const giver of ['江岳书记', '罗景澜、区长']) {
    const district = given({ 牵头: '区政府办', 督办专员: '林堯安', 交办领导: giver }, '总台账', [])
    district.type('区政府办', '承办任务', { 编号: id }, { 签收: '是', 完成: '是', 完成说明: '好' })
    district.tick('2024-11-18 10:00')
    const cells = { 决定: '通过', 签批人: '林堯安' }
    district.type('总台账', '待审核事项', { 编号: `${id}核验1` }, cells)
    district.tick('2024-11-18 11:00')
    const state = () => row(district, '总台账', '待审核事项', `${id}核验1`)?.['状态']
    expect(state()).toContain('书记、区长交办的任务，请先在「任务交办」的“批准依据”填写依据')
    district.type('总台账', '任务交办', { 编号: id }, { 批准依据: '11月18日圈阅' })
    district.tick('2024-11-18 12:00')
    expect(state()).toBe('已定：同意')
  }
})

test('a lead of another office typed later moves nothing, and the row says how a task is handed on', () => {
  const district = given({ 牵头: '赵启飞' }, '督办台')
  district.type('督办台', '任务交办', { 编号: id }, { 牵头: '郑开元' })
  district.tick('2024-11-18 10:00')
  expect(row(district, '区政府办', '承办任务')).toMatchObject({ 角色: '牵头' })
  expect(row(district, '区人大办', '承办任务')).toBeUndefined()
  const told = district.page('督办台', '本办待办').find((each) => each['类别'] === '待更正')
  expect(told?.['说明']).toBe(
    '牵头“郑开元”属于区人大办，任务仍由区政府办承办；确需转给其他单位的，由区政府办提出异议并写明建议单位，或将本行中止后另行交办',
  )
  // Another person of the same office only takes over.
  district.type('督办台', '任务交办', { 编号: id }, { 牵头: '赵启飞' })
  district.tick('2024-11-18 10:10')
  expect(district.page('督办台', '本办待办').map((each) => each['类别'])).not.toContain('待更正')
})

test('whoever decides at a 督办台 is sent to that desk, not to the office that asks', () => {
  const district = given({ 牵头: '赵启飞', 完成时限: '2024-11-20' }, '督办台')
  const done = { 签收: '是', 完成: '是', 完成说明: '已办' }
  district.type('区政府办', '承办任务', { 编号: id }, done)
  district.tick('2024-11-18 10:00')
  district.tick('2024-11-19 08:30')
  const digest = district.mailTo('p002').findLast(({ subject }) => subject.startsWith('今日提醒'))
  expect(digest?.text).toContain('核验待审核')
  expect(digest?.text).toContain('督办台')
  expect(digest?.text).not.toContain('区政府办工作台')
})
