import { expect, it } from 'vitest'
import { rowEvents } from './in-the-ledger'
import { makeDistrict } from './small-district'

const week = '2024-11-18'

it('E38: “20日 上午9点-11点” under a blank leader is the leader above, 20 Nov, 09:00–11:00', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  const rows = [
    { 周次: week, 领导姓名: '江岳', 日期: '11月19日', 时段: '下午', 活动内容: '调研产业园' },
    { 日期: '20日 上午9点-11点', 活动内容: '区委常委会会议', 地点: '二楼会议室' },
  ]
  await district.type('区委办', '周计划填报', rows, '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:00')
  const understood = district
    .page('区委办', '本办待办')
    .filter((row) => row['类别'] === '系统识别为')
  expect(understood.map((row) => row['事项'])).toEqual([
    '江岳 11月19日 下午',
    '江岳 11月20日 上午 09:00–11:00',
  ])
  expect(understood[1]).toMatchObject({
    说明: '领导姓名同上一行；日期：“20日”按2024年11月20日理解；“上午9点-11点”按09:00—11:00理解',
    填报位置: '周计划填报 QWB-0002',
  })
  // What was typed stays as it was typed.
  expect(district.page('区委办', '周计划填报')[1]).toMatchObject({
    领导姓名: '',
    日期: '20日 上午9点-11点',
    星期: '星期三',
  })

  await district.fileWeek(week, '2024-11-14 10:00')
  await district.playTo('2024-11-14 10:00')
  const draft = district.sheet('总台账', '一周安排表')
  const leader = draft.find((cells) => cells[0] === '江岳') ?? []
  const wednesdayMorning = 2 + 2 * 2
  expect(leader[wednesdayMorning]).toBe('09:00–11:00 区委常委会会议（二楼会议室）')
})

it('what a cell cannot say is a problem in words, and the row is kept', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  const row = { 周次: week, 领导姓名: '江月', 日期: '11月31日', 活动内容: '调研' }
  await district.type('区委办', '周计划填报', [row], '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:00')
  const problems = district
    .page('区委办', '本办待办')
    .filter((each) => each['类别'] === '待更正')
    .map((each) => each['说明'])
  expect(problems.join()).toContain('“江月”不在领导名单中')
  expect(problems.join()).toContain('11月31日')
  expect(district.page('区委办', '周计划填报')[0]).toMatchObject({ 编号: 'QWB-0001', ...row })
  expect(rowEvents(district, 'weekly-plan')).toHaveLength(1)
})
