import { expect, it } from 'vitest'
import { tickWith } from './in-the-ledger'
import { makeDistrict, nothingPlanned, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const tab = '周计划填报'

const troubles = (district: SmallDistrict) =>
  district.page('总台账', '问题').filter((row) => row['类别'] === '未读到')

it('one desk that cannot be read: the others are fresh, its last good rows stand with their age', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  const row = { 周次: week, 领导姓名: '邓清棠', 日期: '11月20日', 活动内容: '代表座谈会' }
  await district.type('区人大办', tab, [row], '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:10')
  const unreadable = [district.book('区人大办')]

  await district.type(
    '区人大办',
    tab,
    [{ 编号: 'QRDB-0001', 活动内容: '视察' }],
    '2024-11-12 11:00',
  )
  await district.type('区委办', tab, [nothingPlanned(week, '罗景澜')], '2024-11-12 11:00')
  const run = await tickWith(district, '2024-11-12 11:00', { unreadable })
  expect(run.outcome).toBe('done')
  expect(run.result).toContain('"unread":[{"desk":"区人大办"')
  expect(district.page('区委办', tab)[0]?.['编号']).toBe('QWB-0001')
  expect(troubles(district)).toEqual([
    expect.objectContaining({
      对象: '区人大办',
      自何时: expect.stringContaining('10:50') as string,
    }),
  ])
  expect(troubles(district)[0]?.['说明']).toContain('暂未取得最新数据，以下为')

  // It is told while it lasts, also when nothing else moves, and its age stays that of the rows.
  await tickWith(district, '2024-11-12 11:10', { unreadable })
  expect(troubles(district)[0]?.['说明']).toContain('10:50')
  const status = () =>
    district.page('总台账', '报送情况').find((each) => each['单位'] === '区人大办')
  expect(status()?.['缺报领导']).toBe('')

  await district.playTo('2024-11-12 11:30')
  expect(troubles(district)).toEqual([])
  const todo = district.page('区人大办', '本办待办').map((each) => each['说明'])
  expect(todo.join()).not.toContain('暂未读到')
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.playTo('2024-11-14 10:00')
  expect(district.sheet('总台账', '一周安排表').flat().join()).toContain('视察')
})

it('a desk unreadable at the cut-off is late by nothing it typed before, once it is read again', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.playTo('2024-11-15 11:40')
  const unreadable = [district.book('区人大办')]
  await district.fileWeek(week, '2024-11-15 11:45', ['区人大办'])
  for (const at of ['11:50', '12:00', '12:10']) {
    await tickWith(district, `2024-11-15 ${at}`, { unreadable })
  }
  await district.playTo('2024-11-15 12:20')
  const status = district
    .page('总台账', '报送情况')
    .find((row) => row['单位'] === '区人大办' && row['周次'] === week)
  expect(status).toMatchObject({ 补报: '', 缺报领导: '' })
  expect(status?.['报送时间']).toContain('11:40')
})
