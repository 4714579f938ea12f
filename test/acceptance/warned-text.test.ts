import { expect, it } from 'vitest'
import { makeDistrict, type SmallDistrict } from './small-district'

const week = '2024-11-18'

const mail = async (district: SmallDistrict): Promise<string> =>
  JSON.stringify(await district.letters())

const seenAt = (district: SmallDistrict, desk: string, tab = '一周安排表'): string =>
  district.sheet(desk, tab).flat().join('\n')

const issued = async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  const row = { 周次: week, 领导姓名: '邓清棠', 日期: '11月20日', 时段: '下午' }
  const warned = { ...row, 活动内容: '评审内部资料汇编', 地点: '老档案楼' }
  await district.type('区人大办', '周计划填报', [warned], '2024-11-12 10:00')
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.decide(week, 1, '2024-11-15 15:00')
  await district.playTo('2024-11-15 17:30')
  return district
}

it('a warned text is taken as 本办: 另有公务 in the copies of others and never in mail', async () => {
  const district = await issued()
  expect(district.page('区人大办', '本办待办')).toContainEqual(
    expect.objectContaining({
      类别: '待确认',
      事项: expect.stringContaining('可能涉敏：') as string,
    }),
  )
  expect(seenAt(district, '区人大办')).toContain('评审内部资料汇编')
  for (const [desk, tab] of [
    ['区委办', '一周安排表'],
    ['区政府办', '一周安排表'],
    ['总台账', '一周安排表'],
    ['区委办', '本办待办'],
    ['总台账', '问题'],
    ['总台账', '冲突'],
  ] as const) {
    expect(seenAt(district, desk, tab)).not.toMatch(/内部资料汇编|老档案楼/)
  }
  expect(seenAt(district, '区委办')).toContain('另有公务')
  expect(await mail(district)).not.toMatch(/内部资料汇编|老档案楼/)
})

it('a warned text is read by the others once 涉敏确认 is 是', async () => {
  const district = await issued()
  const [line] = district
    .page('区人大办', '周计划填报')
    .filter((row) => row['活动内容'] === '评审内部资料汇编')
  const confirmed = { 编号: line?.['编号'] ?? '', 涉敏确认: '是' }
  await district.type('区人大办', '周计划填报', [confirmed], '2024-11-18 09:00')
  await district.playTo('2024-11-18 09:30')
  expect(seenAt(district, '区委办')).toContain('评审内部资料汇编')
  expect(district.page('区人大办', '本办待办').map((row) => row['类别'])).not.toContain('待确认')
  expect(await mail(district)).not.toContain('内部资料汇编')
})

it('a warned reason of a change is not read by the offices the change touches', async () => {
  const district = await issued()
  const [line] = district
    .page('区人大办', '周计划填报')
    .filter((row) => row['活动内容'] === '评审内部资料汇编')
  const moved = {
    编号: line?.['编号'] ?? '',
    日期: '11月21日',
    '参加人员/单位': '区委办',
    调整原因: '警卫工作需要，改在老档案楼东侧',
  }
  await district.type('区人大办', '周计划填报', [moved], '2024-11-18 09:00')
  await district.playTo('2024-11-18 09:30')
  const touched = district
    .page('区委办', '本办待办')
    .filter((row) => row['类别'] === '调整通知')
    .map((row) => row['说明'])
  expect(touched).toHaveLength(1)
  expect(touched[0]).toContain('邓清棠的一项安排调整，改为11月21日')
  expect(touched[0]).not.toMatch(/警卫|老档案楼/)
  expect(seenAt(district, '区人大办', '周计划填报')).toContain('警卫工作需要')
  expect(await mail(district)).not.toMatch(/警卫|老档案楼/)
})

it('a line cancelled for a warned reason is told to the others without it', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  const plain = { 周次: week, 领导姓名: '邓清棠', 日期: '11月20日', 时段: '下午' }
  const row = { ...plain, 活动内容: '代表座谈会', '参加人员/单位': '区委办' }
  await district.type('区人大办', '周计划填报', [row], '2024-11-12 10:00')
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.decide(week, 1, '2024-11-15 15:00')
  const cancelled = { 编号: 'QRDB-0001', 落实情况: '取消', 调整原因: '另有警卫工作' }
  await district.type('区人大办', '周计划填报', [cancelled], '2024-11-18 09:00')
  await district.playTo('2024-11-18 09:30')
  const [notice] = district.page('区委办', '本办待办').filter((each) => each['类别'] === '调整通知')
  expect(notice?.['说明']).toContain('邓清棠的一项安排取消')
  expect(seenAt(district, '区委办', '本办待办')).not.toContain('警卫')
})
