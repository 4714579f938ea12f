import { expect, test } from 'vitest'
import { explain } from '../../src/jobs/explain'
import { type MemoryDistrict, memoryDistrict, type Row } from '../fakes/memory-district'
import { paperDigest } from '../fakes/paper-district'
import { registryWith } from '../fakes/paper-run'

const id = '安区督〔2024〕1号'
const registry = registryWith()

/** A task of 区政府办 handed out on Monday 18 November and due on Friday the 22nd. */
const withTask = (): MemoryDistrict => {
  const district = memoryDistrict(registry, '2024-11-18 09:00')
  const given = { 任务内容: '规范公文运转', 牵头: '赵启飞', 督办专员: '林堯安' }
  const days = { 交办日期: '2024-11-18', 完成时限: '2024-11-22' }
  district.type('总台账', '任务交办', {}, { ...given, ...days })
  district.tick('2024-11-18 09:10')
  return district
}

const object = (district: MemoryDistrict, at: string, reason = '不属本办职责'): void => {
  const cells = { 签收: '是', 异议理由: reason, 建议单位: '区政协办' }
  district.type('区政府办', '承办任务', { 编号: id }, cells)
  district.tick(at)
}

const rule = (district: MemoryDistrict, cells: Row, at: string): void => {
  const by = { 签批人: '周衡', ...cells }
  district.type('总台账', '待审核事项', { 编号: `${id}异议1` }, by)
  district.tick(at)
}

const row = (district: MemoryDistrict, desk: string, tab: string): Row | undefined =>
  district.page(desk, tab).find((each) => each['编号'] === id)

const master = (district: MemoryDistrict) => row(district, '总台账', '任务交办')

const todo = (district: MemoryDistrict, desk: string, kind: string): Row | undefined =>
  district.page(desk, '本办待办').find((each) => each['类别'] === kind)

test('E37: an objection on the second working day waits, both desks show it, and the clock goes on', () => {
  const district = withTask()
  object(district, '2024-11-20 10:00')
  expect(master(district)).toMatchObject({ 状态: '异议待定', 灯: '黄（还有2个工作日）' })
  expect(todo(district, '区政府办', '异议待定')?.['说明']).toContain('建议由区政协办承办')
  expect(todo(district, '区政协办', '异议待定')?.['说明']).toBe(
    '区政府办提出分工异议，建议由区政协办承办，待协调；理由：不属本办职责',
  )
  district.tick('2024-11-25 10:00')
  expect(master(district)).toMatchObject({ 状态: '异议待定', 灯: '红（逾期3天）' })
})

test('E37: upheld, it moves with the full time anew, the old office has no red day from it, both see why', () => {
  const district = withTask()
  object(district, '2024-11-20 10:00')
  district.tick('2024-11-25 10:00')
  rule(district, { 决定: '转交', 意见: '由政协办承办' }, '2024-11-26 10:00')
  expect(master(district)).toMatchObject({
    状态: '待签收',
    现时限: '2024-12-02',
    原时限: '2024-11-22',
    灯: '绿（还有4个工作日）',
  })
  const moved = row(district, '区政协办', '承办任务')
  expect(moved).toMatchObject({ 角色: '牵头', 状态: '待签收', 完成时限: '2024-12-02' })
  expect(moved?.['督办意见']).toContain('不属本办职责；由政协办承办')
  expect(row(district, '区政府办', '承办任务')?.['状态']).toBe('已转交区政协办')
  expect(row(district, '区政府办', '承办任务')?.['督办意见']).toContain('由区政府办转交区政协办')
  const said = explain(district.world.ports, registry, paperDigest, { what: id }).sentences
  expect(said).toContain(
    '2024年11月26日 10:00由2024年11月22日改为2024年12月2日（转交，时限自转交之日起重新计算）',
  )
})

test('what is drawn up about a task that was handed on names who leads it now', () => {
  const district = withTask()
  object(district, '2024-11-20 10:00')
  rule(district, { 决定: '转交', 意见: '由政协办承办' }, '2024-11-21 10:00')
  district.tick('2024-12-06 09:00')
  const [draft] = district
    .page('总台账', '待审核事项')
    .filter((each) => each['事项'] === '沟通提示')
  expect(draft?.['任务内容']).toBe('区政协办：规范公文运转')
  expect(draft?.['申请内容']).toContain('由区政协办牵头')
})

test('E37: rejected, the old deadline holds, with the deciding days beyond one', () => {
  const district = withTask()
  object(district, '2024-11-19 10:00')
  district.tick('2024-11-20 10:00')
  rule(district, { 决定: '维持', 意见: '职责清单已明确' }, '2024-11-22 10:00')
  expect(master(district)).toMatchObject({
    状态: '办理中',
    现时限: '2024-11-26',
    原时限: '2024-11-22',
  })
  const quick = withTask()
  object(quick, '2024-11-19 10:00')
  rule(quick, { 决定: '维持' }, '2024-11-20 10:00')
  expect(master(quick)).toMatchObject({ 现时限: '2024-11-22', 原时限: '' })
})

test('E37: on the third working day it is answered, not ignored', () => {
  const district = withTask()
  object(district, '2024-11-21 10:00')
  expect(master(district)?.['状态']).toBe('办理中')
  expect(todo(district, '区政府办', '待更正')?.['说明']).toBe(
    '异议理由：已超过异议期（交办后2个工作日），未采用',
  )
})

test('an objection is raised once a task; taken back, it waits for nobody', () => {
  const district = withTask()
  object(district, '2024-11-19 10:00')
  object(district, '2024-11-19 11:00', '')
  expect(master(district)?.['状态']).toBe('办理中')
  object(district, '2024-11-20 10:00', '人手不足')
  const asks = district
    .page('总台账', '待审核事项')
    .map((each) => `${each['编号']} ${each['状态']}`)
  expect(asks).toEqual([`${id}异议2 待审核`, `${id}异议1 已失效`])
  const by = { 决定: '维持', 签批人: '周衡' }
  district.type('总台账', '待审核事项', { 编号: `${id}异议2` }, by)
  district.tick('2024-11-20 11:00')
  object(district, '2024-11-20 12:00', '仍不属本办职责')
  expect(todo(district, '区政府办', '待更正')?.['说明']).toContain('一项任务只能提一次')
})

test('a decision that names no other office, or is typed by whoever leads the task, is told beside the row', () => {
  const district = withTask()
  object(district, '2024-11-19 10:00')
  const state = () =>
    district.page('总台账', '待审核事项').find((each) => each['编号'] === `${id}异议1`)?.['状态']
  rule(district, { 决定: '转交', 转交单位: '区政府办' }, '2024-11-19 11:00')
  expect(state()).toBe('未采用：区政府办就是现在的承办单位，请改填其他单位')
  rule(district, { 决定: '转交', 转交单位: '', 签批人: '赵启飞' }, '2024-11-19 12:00')
  expect(state()).toBe('未采用：赵启飞牵头这项任务，不能自己签批，请由周衡签批')
  expect(master(district)?.['状态']).toBe('异议待定')
})

test('where the setting says so, the clock stands still while an objection waits', () => {
  const district = withTask()
  const setting = { 参数: 'task.objectionPauses', 值: '是', 生效日期: '2024-11-01' }
  district.type('总台账', '参数表', {}, setting)
  object(district, '2024-11-19 10:00')
  district.tick('2024-11-25 10:00')
  expect(master(district)?.['灯']).toBe('黄（还有3个工作日）')
  rule(district, { 决定: '维持' }, '2024-11-25 11:00')
  expect(master(district)).toMatchObject({ 现时限: '2024-11-22', 灯: '黄（还有3个工作日）' })
})
