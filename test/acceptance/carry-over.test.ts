import { expect, it } from 'vitest'
import { makeDistrict, nothingPlanned, type Row } from './small-district'

it('design 10.4: a line 顺延 is copied once, its day empty, and counts only once dated', async () => {
  const district = await makeDistrict('2024-11-21 16:00', (same) => ({
    ...same,
    settings: same.settings.map((each) => ({ ...each, value: '2024-11-18' })),
  }))
  const line = {
    周次: '2024-11-18',
    领导姓名: '邓清棠',
    日期: '2024-11-20',
    时段: '上午',
    活动内容: '调研代表之家',
    地点: '西岭街道',
    落实情况: '顺延',
  }
  await district.type('区人大办', '周计划填报', [line], '2024-11-21 16:05')
  await district.playTo('2024-11-21 16:30')
  const rows = (): Row[] => district.page('区人大办', '周计划填报')
  const copies = (): Row[] => rows().filter((row) => row['周次'] === '2024-11-25')
  expect(rows()).toHaveLength(2)
  expect(copies()).toMatchObject([
    { 领导姓名: '邓清棠', 日期: '', 活动内容: '调研代表之家', 地点: '西岭街道', 落实情况: '' },
  ])
  expect(copies()[0]).toMatchObject({ 延续次数: '1', 状态: '上周续排' })
  const todo = district.page('区人大办', '本办待办').filter((row) => row['类别'] === '上周续排')
  expect(todo.map((row) => row['事项'])).toEqual(['调研代表之家'])

  const said = { 周次: '2024-11-25', 报送: '是', 报送人: '何思源' }
  await district.type('区人大办', '报送', [said], '2024-11-21 16:35')
  await district.playTo('2024-11-21 16:40')
  const status = (): string | undefined => {
    const week = district
      .page('总台账', '报送情况')
      .find((row) => row['周次'] === '2024-11-25' && row['单位'] === '区人大办')
    return `${week?.['状态']} ${week?.['缺报领导']}`
  }
  expect(status()).toBe('草稿 邓清棠')

  const dated = { 编号: copies()[0]?.['编号'] ?? '', 日期: '11月27日' }
  await district.type('区人大办', '周计划填报', [dated], '2024-11-21 16:45')
  await district.playTo('2024-11-21 17:30')
  expect(status()).toBe('已报 ')
  expect(rows()).toHaveLength(2)
})

it('design 10.4: what is carried goes to the earliest open week not filed yet', async () => {
  const district = await makeDistrict('2024-11-22 11:40', (same) => ({
    ...same,
    settings: same.settings.map((each) => ({ ...each, value: '2024-11-18' })),
  }))
  await district.fileWeek('2024-11-25', '2024-11-22 11:45', ['区人大办'])
  const line = {
    ...nothingPlanned('2024-11-18', '邓清棠'),
    日期: '2024-11-20',
    活动内容: '调研代表之家',
    落实情况: '未落实',
  }
  await district.type('区人大办', '周计划填报', [line], '2024-11-22 12:05')
  await district.playTo('2024-11-22 12:10')
  const carried = district
    .page('区人大办', '周计划填报')
    .filter((row) => row['延续次数'] === '1')
    .map((row) => row['周次'])
  expect(carried).toEqual(['2024-12-02'])
})

it('design 10.4: a carried line that is deleted stays away', async () => {
  const district = await makeDistrict('2024-11-21 16:00', (same) => ({
    ...same,
    settings: same.settings.map((each) => ({ ...each, value: '2024-11-18' })),
  }))
  const line = {
    ...nothingPlanned('2024-11-18', '邓清棠'),
    日期: '2024-11-20',
    活动内容: '调研代表之家',
    落实情况: '未落实',
  }
  await district.type('区人大办', '周计划填报', [line], '2024-11-21 16:05')
  await district.playTo('2024-11-21 16:30')
  const copy = district.page('区人大办', '周计划填报').find((row) => row['延续次数'] === '1')
  const gone = { 编号: copy?.['编号'] ?? '', 删除: '是' }
  await district.type('区人大办', '周计划填报', [gone], '2024-11-21 16:35')
  await district.playTo('2024-11-21 17:00')
  const left = district.page('区人大办', '周计划填报').map((row) => row['周次'])
  expect(left).toEqual(['2024-11-18'])
})
