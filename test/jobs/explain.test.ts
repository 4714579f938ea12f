import { expect, test } from 'vitest'
import { explain } from '../../src/jobs/explain'
import { type MemoryDistrict, memoryDistrict, type Row } from '../fakes/memory-district'
import { paperDigest, when } from '../fakes/paper-district'
import { registryWith } from '../fakes/paper-run'

const registry = registryWith()
const id = '安区督〔2024〕1号'

const ask = (district: MemoryDistrict, what: string, office?: string): string[] =>
  explain(district.world.ports, registry, paperDigest, office ? { what, office } : { what })
    .sentences

const withTask = (more: Row = {}): MemoryDistrict => {
  const district = memoryDistrict(registry, '2024-09-23 09:00')
  const row = { 任务内容: '完善值班制度', 牵头: '区政府办', 交办日期: '2024-09-23', ...more }
  district.type('总台账', '任务交办', {}, row)
  district.tick('2024-09-23 10:00')
  district.tick('2024-09-23 10:10')
  return district
}

const at = (district: MemoryDistrict, moment: string) => district.world.at(when(moment))

/** Waited for another office from 24 September; the commissioner confirmed three days of it on the 27th. */
const overNationalDay = (): MemoryDistrict => {
  const district = withTask({ 完成时限: '2024-10-10' })
  const sheetDay = { 日期: '2024-10-09', 性质: '休息', 说明: '区庆' }
  district.type('总台账', '工作日历', {}, sheetDay)
  const waits = { 签收: '是', 等待单位: '区财政局', 起始日期: '9月24日' }
  district.type('区政府办', '承办任务', { 编号: id }, waits)
  district.tick('2024-09-24 10:00')
  district.type('区政府办', '承办任务', { 编号: id }, { 等待单位: '' })
  district.tick('2024-09-27 09:50')
  const confirmed = { 决定: '同意', 签批人: '林堯安', 确认自: '9月24日', 确认至: '9月26日' }
  district.type('总台账', '待审核事项', { 编号: `${id}等待1` }, confirmed)
  district.tick('2024-09-27 10:00')
  return district
}

test('a light: its rows, the stops day by day, the days that count, those that do not, and why', () => {
  const district = overNationalDay()
  expect(ask(district, id)).toEqual([
    `${id} 区政府办：完善值班制度，办理中`,
    `依据的行：总台账「任务交办」${id}（2024年9月23日 10:00读到）；区政府办工作台「承办任务」${id}（2024年9月27日 09:50读到）；总台账「待审核事项」${id}等待1（2024年9月27日 10:00读到）`,
    '顺延：等待区财政局答复，自2024年9月24日至2024年9月26日，3个工作日（9月24日、25日、26日），2024年9月27日 10:00由林堯安确认',
    '时限由2024年10月10日顺延至2024年10月14日（补入等待的工作日）',
    '自2024年9月27日次日至时限2024年10月14日，还有7个工作日：9月29日、30日、10月8日、10日、11日、12日、14日',
    '不计的休息日：9月28日、10月13日（周末）；10月1日、2日、3日、4日、5日、6日、7日（国庆节放假，国务院办公厅通知）；10月9日（区庆放假，工作日历表）',
    '按工作日计的调休日：9月29日（星期日，国庆节调休上班，国务院办公厅通知）；10月12日（星期六，国庆节调休上班，国务院办公厅通知）',
    '规则：剩余不超过3个工作日亮黄灯（参数表 任务黄灯天数＝3，2024年1月1日起，来源：默认）；过了时限亮红灯；其余绿灯',
    '灯：绿（还有7个工作日）',
    '截至2024年9月27日 10:00',
  ])
})

test('a red light counts calendar days, and names the working days among them', () => {
  const district = overNationalDay()
  at(district, '2024-10-20 10:00')
  expect(ask(district, id)).toEqual(
    expect.arrayContaining([
      '时限2024年10月14日，次日0:00起逾期，按日历天数计，到2024年10月20日共6天：10月15日、16日、17日、18日、19日、20日',
      '其中工作日4天（10月15日、16日、17日、18日），逐级报告按工作日计（默认）',
      '不计的休息日：10月19日、20日（周末）',
      '灯：红（逾期6天）',
    ]),
  )
})

test('a rule that was changed is said with its new value, day and source', () => {
  const district = overNationalDay()
  const changed = { 参数: 'task.yellow', 值: '7', 生效日期: '2024-09-20', 来源: '第3次联席会议' }
  district.type('总台账', '参数表', {}, changed)
  district.tick('2024-09-27 11:00')
  expect(ask(district, id)).toEqual(
    expect.arrayContaining([
      '规则：剩余不超过7个工作日亮黄灯（参数表 任务黄灯天数＝7，2024年9月20日起，来源：第3次联席会议）；过了时限亮红灯；其余绿灯',
      '灯：黄（还有7个工作日）',
    ]),
  )
})

test('without a deadline it says until when one had to be set, and no day is invented', () => {
  const said = ask(withTask(), id)
  expect(said).toContain(
    '没有时限：标“未定”，不算逾期；自交办日2024年9月23日起到2024年9月29日仍未定的，单独提醒（参数表 任务未定时限提醒天数＝5，2024年1月1日起，来源：默认）',
  )
  expect(said.join()).not.toMatch(/1970|逾期\d/)
})

test('a number: what it counts, and each row; a rate, what is divided by what', () => {
  const district = overNationalDay()
  at(district, '2024-10-18 10:00')
  const row = `${id} 区政府办：完善值班制度（办理中，逾期4天），见「任务交办」`
  expect(ask(district, '逾期')).toEqual([
    '逾期：1；统计未办结、已过时限的（含节点时限）',
    id,
    row,
    '截至2024年10月18日 10:00',
  ])
  expect(ask(district, '红灯').slice(0, 2)).toEqual([expect.stringContaining('红灯：1项'), row])
  expect(ask(district, '按期办结率')[0]).toBe('按期办结率：还没有办结的任务，不计')
})

test('a rate names the rows that were late', () => {
  const district = withTask({ 完成时限: '2024-09-24' })
  district.type('区政府办', '承办任务', { 编号: id }, { 签收: '是', 完成: '是', 完成说明: '已办' })
  district.tick('2024-09-26 10:00')
  const yes = { 决定: '通过', 签批人: '林堯安' }
  district.type('总台账', '待审核事项', { 编号: `${id}核验1` }, yes)
  district.tick('2024-09-26 11:00')
  expect(ask(district, '按期办结率').slice(0, 3)).toEqual([
    '按期办结率：0%，即按期办结0项除以办结1项；报告完成的那天不晚于时限的为按期',
    '逾期办结的：',
    `${id} 区政府办：完善值班制度（办结销号），见「任务交办」`,
  ])
  const task = ask(district, id)
  expect(task).toContain('2024年9月26日报告完成，经核验销号，不再亮灯')
  expect(task[1]).toContain(`总台账「待审核事项」${id}核验1`)
})

test('a week of an office: the cut-off moved before the holiday, and the rows that were handed in', () => {
  const district = memoryDistrict(registry, '2025-01-20 09:00')
  district.tick('2025-01-24 12:00')
  const line = { 周次: '2025-02-03', 领导姓名: '程波', 活动内容: '无统一安排' }
  district.type('区政府办', '周计划填报', {}, line)
  district.type('区政府办', '报送', { 周次: '2025-02-03' }, { 报送: '是' })
  district.tick('2025-01-26 10:00')
  const said = ask(district, '2025-02-03', '区政府办')
  expect(said[1]).toContain('截止2025年1月27日 12:00')
  expect(said[1]).toContain('参数表 周计划截止＝周五 12:00')
  expect(said[2]).toBe('不计的休息日：1月28日、29日、30日、31日（春节放假，国务院办公厅通知）')
  expect(said.slice(-2)[0]).toBe(
    '依据的行：区政府办工作台「报送」2025-02-03-1（2025年1月26日 10:00读到）；区政府办工作台「周计划填报」QZFB-0001（2025年1月26日 10:00读到）',
  )
  expect(ask(district, '2024-09-30')[0]).toContain('不在报送期内')
})

test('灯, or a word nobody knows, says what can be asked', () => {
  const district = withTask()
  expect(ask(district, '灯').join('\n')).toMatch(/红灯：过了时限.*\n.*可以问：任务编号/s)
  const [first, second] = ask(district, '什么')
  expect(first).toBe('不知道“什么”是什么')
  for (const word of [id, '逾期', '周计划未报', '按期办结率', '黄灯'])
    expect(second).toContain(word)
})
