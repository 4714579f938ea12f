import { expect, test } from 'vitest'
import { memoryDistrict } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

test('the digest says once that a task has no deadline, and since when', () => {
  const district = memoryDistrict(registryWith(), '2024-11-11 09:00')
  const given = { 牵头: '区政府办', 督办专员: '林堯安' }
  district.type('总台账', '任务交办', {}, { 任务内容: '编制清单', ...given })
  district.type('总台账', '任务交办', {}, { 任务内容: '日常巡查', ...given, 时限类型: '长期' })
  district.tick('2024-11-12 10:00')
  district.tick('2024-11-13 08:30')
  const digest = district
    .mailTo('p008')
    .filter(({ subject }) => subject.startsWith('今日提醒'))
    .pop()
  const lines = digest?.text.split('\n').filter((line) => line.includes('安区督'))
  expect(lines).toEqual([
    '· 安区督〔2024〕1号 编制清单（2024年11月12日交办，未定时限）',
    '· 安区督〔2024〕2号 日常巡查（2024年11月12日交办，长期）',
  ])
})

test('a deadline that a pause put off is told as it is counted, and falls due on that day', () => {
  const district = memoryDistrict(registryWith(), '2024-11-11 09:00')
  const given = { 牵头: '区政府办', 督办专员: '林堯安', 完成时限: '2024-11-22' }
  district.type('总台账', '任务交办', {}, { 任务内容: '编制清单', ...given })
  district.tick('2024-11-12 10:00')
  const row = { 编号: '安区督〔2024〕1号' }
  district.type('区政府办', '承办任务', row, { 签收: '是', 等待单位: '市级主管部门' })
  district.tick('2024-11-13 10:00')
  const confirmed = { 决定: '同意', 签批人: '林堯安', 确认自: '11月13日', 确认至: '11月14日' }
  district.type('总台账', '待审核事项', { 编号: `${row.编号}等待1` }, confirmed)
  district.tick('2024-11-15 09:50')
  district.type('区政府办', '承办任务', row, { 等待单位: '' })
  district.tick('2024-11-15 10:00')
  const digest = (at: string): string => {
    district.tick(at)
    const letters = district.mailTo('p008').filter(({ subject }) => subject.startsWith('今日提醒'))
    return letters.pop()?.text ?? ''
  }
  expect(digest('2024-11-22 08:30')).toContain(
    '临近时限（1）\n· 安区督〔2024〕1号 编制清单（时限：2024年11月26日（由11月22日顺延）；还有2个工作日）',
  )
  expect(digest('2024-11-26 08:30')).toMatch(/今天到期（1）\n· 安区督/)
})

test('a deadline typed on a rest day is told as due on the last working day before it', () => {
  const district = memoryDistrict(registryWith(), '2024-11-11 09:00')
  const given = { 牵头: '区政府办', 督办专员: '林堯安', 完成时限: '2024-11-30' }
  district.type('总台账', '任务交办', {}, { 任务内容: '编制清单', ...given })
  district.tick('2024-11-12 10:00')
  district.type('区政府办', '承办任务', { 编号: '安区督〔2024〕1号' }, { 签收: '是' })
  district.tick('2024-11-12 10:10')
  district.tick('2024-11-29 08:30')
  const digest = district.mailTo('p008').filter(({ subject }) => subject.startsWith('今日提醒'))
  expect(digest.pop()?.text).toContain(
    '编制清单（时限：2024年11月30日；今天到期（11月30日为休息日））',
  )
})

test('who has everything in and only has to say so is told where', () => {
  const district = memoryDistrict(registryWith(), '2024-11-11 09:00')
  const all = { 活动内容: '无统一安排' }
  for (const leader of ['江岳', '罗景澜'])
    district.type('区委办', '周计划填报', {}, { 领导姓名: leader, ...all })
  district.tick('2024-11-14 10:00')
  district.tick('2024-11-15 08:30')
  const digest = district.mailTo('p003').find(({ subject }) => subject.startsWith('今日提醒'))
  expect(digest?.text).toContain(
    '2024年11月18日—11月24日周计划今天截止（2024年11月15日 12:00），内容已齐，请在“报送”填“是”',
  )
})
