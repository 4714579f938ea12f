import { expect, it } from 'vitest'
import { makeDistrict, type Row, type SmallDistrict } from './small-district'

const week = '2024-11-18'

const statusOf = (district: SmallDistrict): Row | undefined =>
  district
    .page('总台账', '报送情况')
    .find((row) => row['周次'] === week && row['单位'] === '区人大办')

const lines = (district: SmallDistrict): string[] =>
  district
    .page('区人大办', '报送')
    .filter((row) => row['周次'] === week)
    .map((row) => `${row['次数']} ${row['报送']} ${row['状态']}`)

const sendBack = (district: SmallDistrict, reason: string, at: string) =>
  district.type(
    '总台账',
    '报送情况',
    [{ 周次: week, 单位: '区人大办', 退回原因: reason }],
    at,
    '周衡',
  )

it('design 10.2: a return opens a second 报送 line and lateness keeps the first', async () => {
  const district = await makeDistrict('2024-11-15 10:50')
  await district.fileWeek(week, '2024-11-15 11:00', ['区人大办'])
  await district.playTo('2024-11-15 11:00')
  const before = statusOf(district)
  await sendBack(district, '请补写地点', '2024-11-15 11:05')
  await district.playTo('2024-11-15 11:10')

  expect(lines(district)).toEqual(['1 是 已退回', '2  退回补正'])
  expect(statusOf(district)?.['状态']).toBe('退回补正')
  const todo = district.page('区人大办', '本办待办').find((row) => row['类别'] === '退回补正')
  expect(todo?.['说明']).toContain('请补写地点')
  expect(todo?.['说明']).toContain('第2次')
  expect(district.page('区人大办', '周计划填报').map((row) => row['退回原因'])).toEqual([
    '请补写地点',
  ])

  const again = { 周次: week, 次数: '2', 报送: '是', 报送人: '何思源' }
  await district.type('区人大办', '报送', [again], '2024-11-15 14:00')
  await district.playTo('2024-11-15 14:00')
  const after = statusOf(district)
  expect(after?.['状态']).toBe('已报')
  expect(after?.['次数']).toBe('2')
  expect(after?.['补报']).toBe('')
  expect(after?.['报送时间']).toBe(before?.['报送时间'])
  expect(lines(district)).toEqual(['1 是 已退回', '2 是 已报'])
  expect(district.page('区人大办', '周计划填报').map((row) => row['退回原因'])).toEqual([''])
})

it('design 10.3: one reason returns once; another reason opens a third line', async () => {
  const district = await makeDistrict('2024-11-15 10:50')
  await district.fileWeek(week, '2024-11-15 11:00', ['区人大办'])
  await sendBack(district, '请补写地点', '2024-11-15 11:05')
  const again = { 周次: week, 次数: '2', 报送: '是', 报送人: '何思源' }
  await district.type('区人大办', '报送', [again], '2024-11-15 11:15')
  await district.playTo('2024-11-15 11:40')
  expect(lines(district)).toEqual(['1 是 已退回', '2 是 已报'])
  await sendBack(district, '请核对时间', '2024-11-15 11:45')
  await district.playTo('2024-11-15 11:50')
  expect(lines(district)).toEqual(['1 是 已退回', '2 是 已退回', '3  退回补正'])
})

it('design 10.2: one who first files late stays late after a return', async () => {
  const district = await makeDistrict('2024-11-15 11:50')
  await district.fileWeek(week, '2024-11-15 12:30', ['区人大办'])
  await district.playTo('2024-11-15 12:30')
  expect(statusOf(district)?.['补报']).toBe('补报（逾时20分钟）')
  await sendBack(district, '请补写地点', '2024-11-15 12:35')
  const again = { 周次: week, 次数: '2', 报送: '是', 报送人: '何思源' }
  await district.type('区人大办', '报送', [again], '2024-11-15 15:00')
  await district.playTo('2024-11-15 15:00')
  expect(statusOf(district)?.['补报']).toBe('补报（逾时20分钟）')
})
