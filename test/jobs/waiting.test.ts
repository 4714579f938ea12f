import { expect, test } from 'vitest'
import { explain } from '../../src/jobs/explain'
import { type MemoryDistrict, memoryDistrict, type Row } from '../fakes/memory-district'
import { paperDigest } from '../fakes/paper-district'
import { registryWith } from '../fakes/paper-run'

const id = '安区督〔2024〕1号'
const registry = registryWith()

/** A task of 区政府办 of 18 November that is due on the 22nd; 林堯安 sees to it. */
const withTask = (more: Row = {}): MemoryDistrict => {
  const district = memoryDistrict(registry, '2024-11-18 09:00')
  const given = { 任务内容: '编制清单', 牵头: '区政府办', 督办专员: '林堯安', ...more }
  const days = { 交办日期: '2024-11-18', 完成时限: '2024-11-22' }
  district.type('总台账', '任务交办', {}, { ...given, ...days })
  district.tick('2024-11-18 09:10')
  district.type('区政府办', '承办任务', { 编号: id }, { 签收: '是' })
  district.tick('2024-11-18 09:20')
  return district
}

const waitsFor = (district: MemoryDistrict, who: string, since = ''): void =>
  district.type('区政府办', '承办任务', { 编号: id }, { 等待单位: who, 起始日期: since })

const confirm = (district: MemoryDistrict, n: number, from: string, to: string, more: Row = {}) =>
  district.type(
    '总台账',
    '待审核事项',
    { 编号: `${id}等待${n}` },
    { 决定: '同意', 签批人: '林堯安', 确认自: from, 确认至: to, ...more },
  )

const master = (district: MemoryDistrict): Row | undefined =>
  district.page('总台账', '任务交办').find((row) => row['编号'] === id)

const asked = (district: MemoryDistrict, n: number): Row | undefined =>
  district.page('总台账', '待审核事项').find((row) => row['编号'] === `${id}等待${n}`)

const todo = (district: MemoryDistrict, desk: string, kind: string): Row | undefined =>
  district.page(desk, '本办待办').find((row) => row['类别'] === kind)

const light = (district: MemoryDistrict, at: string): string => {
  district.tick(at)
  return master(district)?.['灯'] ?? ''
}

test('what an office types about waiting moves no deadline, however early the day it names', () => {
  const district = withTask()
  waitsFor(district, '区人大办', '2024-01-02')
  expect(light(district, '2024-11-20 10:00')).toBe('黄（还有2个工作日）')
  expect(light(district, '2024-11-25 10:00')).toBe('红（逾期3天）')
  expect(master(district)?.['现时限']).toBe('2024-11-22')
  // Taken back, it has stopped nothing either.
  waitsFor(district, '')
  expect(light(district, '2024-11-26 10:00')).toBe('红（逾期4天）')
})

test('a waiting stands at both desks and before the commissioner, and letters name both offices', () => {
  const district = withTask()
  waitsFor(district, '区人大办')
  district.tick('2024-11-19 10:00')
  district.tick('2024-11-22 10:00')
  expect(todo(district, '区政府办', '今天到期')?.['说明']).toMatch(
    /；等待区人大办答复（第3个工作日）；时限照常计算/,
  )
  expect(todo(district, '区人大办', '待答复')).toMatchObject({
    事项: '编制清单',
    说明: '区政府办等待区人大办答复（第3个工作日）；红（超过答复时限2个工作日）',
  })
  expect(asked(district, 1)).toMatchObject({ 事项: '等待', 状态: '待审核' })
  expect(asked(district, 1)?.['申请内容']).toMatch(/^等待区人大办答复，自2024年11月19日提出/)
  district.tick('2024-11-25 08:30')
  const red = district.mailTo('p008').filter(({ subject }) => subject.startsWith('今日提醒'))
  expect(red.pop()?.text).toContain('逾期3天；等待区人大办答复（第4个工作日）')
  const morning = district.mailTo('p002').filter(({ subject }) => subject.startsWith('今日提醒'))
  expect(morning.pop()?.text).toContain('等待区人大办答复待审核')
})

test('days that a commissioner confirms beside the request put the deadline off; explain says who', () => {
  const district = withTask()
  waitsFor(district, '区人大办')
  district.tick('2024-11-19 10:00')
  confirm(district, 1, '2024-11-19', '2024-11-20')
  expect(light(district, '2024-11-21 10:00')).toBe('黄（还有3个工作日）')
  expect(asked(district, 1)?.['状态']).toBe('已定：同意')
  const slice = district.page('区政府办', '承办任务').find((row) => row['编号'] === id)
  expect(slice?.['督办意见']).toBe('确认等待11月19日—11月20日，2个工作日')
  const said = explain(district.world.ports, registry, paperDigest, { what: id }).sentences
  expect(said).toContain(
    '顺延：等待区人大办答复，自2024年11月19日至2024年11月20日，2个工作日（11月19日、20日），2024年11月21日 10:00由林堯安确认',
  )
  district.tick('2024-11-21 10:10')
  // It still waits: the next days are asked for anew, and overlapping ones count once.
  expect(asked(district, 2)?.['状态']).toBe('待审核')
  confirm(district, 2, '2024-11-20', '2024-11-21')
  district.tick('2024-11-22 10:00')
  expect(light(district, '2024-11-27 10:00')).toBe('黄（今天到期）')
  expect(light(district, '2024-11-28 00:00')).toBe('红（逾期1天）')
})

test.each([
  [
    '2024-11-18',
    '2024-11-19',
    '“确认自”2024年11月18日早于提出之日2024年11月19日，提出之前的不能确认',
  ],
  [
    '2024-11-19',
    '2024-11-26',
    '2024年11月19日至2024年11月26日有6个工作日，一次最多确认5个，更长的请办延期',
  ],
  ['2024-11-20', '2024-11-19', '“确认至”2024年11月19日早于“确认自”2024年11月20日'],
  [
    '',
    '',
    '请在“确认自”“确认至”填写确认等待的起止日期；没有这两列的，写在“意见”里，如 11月20日至11月21日',
  ],
])('%s to %s is refused with words beside the row', (from, to, words) => {
  const district = withTask()
  waitsFor(district, '区人大办', '2024-11-11')
  district.tick('2024-11-19 10:00')
  confirm(district, 1, from, to)
  expect(light(district, '2024-11-21 10:00')).toBe('黄（还有1个工作日）')
  expect(asked(district, 1)?.['状态']).toBe(`未采用：${words}`)
})

test('a day no waiting has reached, nobody who leads the task, nobody else may confirm', () => {
  const district = withTask()
  waitsFor(district, '区人大办')
  district.tick('2024-11-19 10:00')
  confirm(district, 1, '2024-11-19', '2024-11-20', { 签批人: '赵启飞' })
  district.tick('2024-11-20 10:00')
  expect(asked(district, 1)?.['状态']).toBe('未采用：赵启飞不在可以签批的人中，请由林堯安签批')
  expect(light(district, '2024-11-25 10:00')).toBe('红（逾期3天）')
})

test('one office written otherwise is no other waiting, and what ended can be confirmed up to its end', () => {
  const district = withTask()
  waitsFor(district, '区人大办')
  district.tick('2024-11-19 10:00')
  waitsFor(district, '区人大办公室')
  district.tick('2024-11-20 10:00')
  expect(asked(district, 2)).toBeUndefined()
  waitsFor(district, '')
  district.tick('2024-11-21 10:00')
  expect(todo(district, '区人大办', '待答复')).toBeUndefined()
  confirm(district, 1, '2024-11-19', '2024-11-22')
  district.tick('2024-11-22 10:00')
  expect(asked(district, 1)?.['状态']).toContain('该日起已不再等待')
  confirm(district, 1, '2024-11-19', '2024-11-20')
  expect(light(district, '2024-11-25 10:00')).toBe('黄（还有1个工作日）')
})

test('a workbook of before, without the columns for the days, has them in the opinion', () => {
  const district = withTask()
  waitsFor(district, '区人大办、市财政局')
  district.tick('2024-11-19 10:00')
  confirm(district, 1, '', '', { 意见: '同意，确认11月19日—20日' })
  expect(light(district, '2024-11-21 10:00')).toBe('黄（还有3个工作日）')
  expect(asked(district, 2)?.['申请内容']).toMatch(/^等待市财政局答复/)
  confirm(district, 2, '', '', { 意见: '确认2024年11月20日' })
  expect(light(district, '2024-11-22 10:00')).toBe('黄（还有2个工作日）')
  expect(asked(district, 2)?.['状态']).toBe('已定：同意')
})

test('a refused waiting is not asked again, and one that ends on its day asks for nothing', () => {
  const district = withTask()
  waitsFor(district, '区人大办')
  district.tick('2024-11-19 10:00')
  confirm(district, 1, '', '', { 决定: '不同意' })
  for (const day of ['20', '21', '22']) district.tick(`2024-11-${day} 10:00`)
  expect(asked(district, 2)).toBeUndefined()
  expect(asked(district, 1)?.['状态']).toBe('已定：不同意')
  waitsFor(district, '市财政局')
  district.tick('2024-11-22 11:00')
  expect(asked(district, 2)?.['申请内容']).toMatch(/^等待市财政局答复/)
  waitsFor(district, '')
  district.tick('2024-11-22 12:00')
  expect(asked(district, 2)?.['状态']).toBe('已失效')
})
