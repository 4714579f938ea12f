import { expect, test } from 'vitest'
import { decideOn, filedWeek, fileOffices } from '../fakes/filed-district'
import { memoryDistrict } from '../fakes/memory-district'
import { registryWith } from '../fakes/paper-run'

test('the reserve is for what is urgent: a change of tomorrow goes out of it, the digest waits and is told', () => {
  let quota = 1000
  const district = memoryDistrict(registryWith(), '2024-11-14 09:00', [], { quota: () => quota })
  const ticks = (...at: string[]): void => {
    for (const moment of at) district.tick(moment)
  }
  ticks('2024-11-14 09:00')
  const line = {
    周次: filedWeek,
    领导姓名: '邓清棠',
    日期: '2024-11-20',
    开始: '9:00',
    结束: '10:00',
  }
  const more = { 活动内容: '调研代表之家', 地点: '云溪镇', '参加人员/单位': '区政协办' }
  district.type('区人大办', '周计划填报', {}, { ...line, ...more })
  fileOffices(district)
  ticks('2024-11-14 09:10')
  decideOn(district, 1, { 审定: '同意', 审定人: '周衡' })
  ticks('2024-11-15 12:00', '2024-11-15 17:00', '2024-11-18 08:30')

  const task = { 任务内容: '规范公文运转', 牵头: '赵启飞', 督办专员: '林堯安' }
  const days = { 交办日期: '2024-11-18', 完成时限: '2024-11-19' }
  district.type('总台账', '任务交办', {}, { ...task, ...days })
  ticks('2024-11-18 08:40')

  // Fewer are left than are kept back (20).
  quota = 10
  const before = district.world.letters.length
  const plan = district.page('区人大办', '周计划填报')
  const id = plan.find((row) => row['活动内容'] === '调研代表之家')?.['编号'] ?? ''
  const change = { 开始: '14:00', 结束: '15:00', 时段: '下午', 调整原因: '主办单位改期' }
  district.type('区人大办', '周计划填报', { 编号: id }, change)
  ticks('2024-11-19 09:10', '2024-11-19 09:20', '2024-11-19 09:30')
  const sent = district.world.letters.slice(before).map(({ subject }) => subject)
  expect(sent.length).toBeGreaterThan(0)
  for (const subject of sent) expect(subject).toContain('安排调整通知')

  // What is not urgent waits, and a person is told how many do.
  const waiting = district.page('总台账', '发件情况').filter((row) => row['状态'] === '待发')
  expect(waiting.length).toBeGreaterThan(0)
  const told = district.page('总台账', '问题').find((row) => row['对象'] === '发信额度')
  expect(told?.['说明']).toBe(
    `今天的发信额度已用完，${waiting.length}封信待发，额度恢复后自动续发；急事请电话告知`,
  )

  // The next day's letters let them go, and nothing is told any more.
  quota = 1000
  ticks('2024-11-19 09:40', '2024-11-19 09:50')
  expect(district.page('总台账', '问题').some((row) => row['对象'] === '发信额度')).toBe(false)
})
