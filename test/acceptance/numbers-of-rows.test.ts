import { expect, it } from 'vitest'
import { rowEvents } from './in-the-ledger'
import { deleteRow, moveRows, pasteRow, typeOver } from './retype'
import { makeDistrict, nothingPlanned, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const tab = '周计划填报'

const withThree = async (): Promise<SmallDistrict> => {
  const district = await makeDistrict('2024-11-11 09:00')
  const rows = [
    { 周次: week, 领导姓名: '江岳', 日期: '11月19日', 时段: '上午', 活动内容: '调研产业园' },
    { 日期: '11月20日', 时段: '下午', 活动内容: '常委会会议' },
    { 周次: week, 领导姓名: '罗景澜', 日期: '11月18日', 时段: '上午', 活动内容: '督查项目' },
  ]
  await district.type('区委办', tab, rows, '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:00')
  return district
}

const lines = (district: SmallDistrict): string[] =>
  district.page('区委办', tab).map((row) => `${row['编号']} ${row['活动内容']}`)

const three = ['QWB-0001 调研产业园', 'QWB-0002 常委会会议', 'QWB-0003 督查项目']

it('a copied 编号 gets a new one, and the first keeps its own', async () => {
  const district = await withThree()
  const [first = {}] = district.page('区委办', tab)
  pasteRow(district, '区委办', tab, { ...first, 日期: '11月22日', 活动内容: '调研开发区' })
  await district.playTo('2024-11-12 10:30')
  expect(lines(district)).toEqual([...three, 'QWB-0004 调研开发区'])
})

it('a copy above its original, wholly equal: one keeps the 编号, the other gets a new one', async () => {
  const district = await withThree()
  moveRows(district, '区委办', tab, ([a = [], ...rest]) => [a, a, ...rest])
  await district.playTo('2024-11-12 10:30')
  expect(lines(district).map((line) => line.slice(0, 8))).toEqual([
    'QWB-0001',
    'QWB-0004',
    'QWB-0002',
    'QWB-0003',
  ])
})

it('an erased 编号 is restored by the content of its line', async () => {
  const district = await withThree()
  const before = rowEvents(district, 'weekly-plan')
  typeOver(district, '区委办', tab, ['编号', 'QWB-0002'], { 编号: '' })
  typeOver(district, '区委办', tab, ['编号', 'QWB-0003'], { 编号: '' })
  await district.playTo('2024-11-12 10:30')
  expect(lines(district)).toEqual(three)
  expect(rowEvents(district, 'weekly-plan')).toEqual(before)
})

it('a 编号 that somebody invented or that belongs to another line is not kept', async () => {
  const district = await withThree()
  typeOver(district, '区委办', tab, ['编号', 'QWB-0003'], { 编号: 'QWB-9999' })
  await district.playTo('2024-11-12 10:30')
  expect(lines(district)).toEqual(three)
})

it('sorting the tab is no event and changes nothing, a line under a blank leader stays that leader’s', async () => {
  const district = await withThree()
  await district.type(
    '区委办',
    '报送',
    [{ 周次: week, 报送: '是', 报送人: '叶知秋' }],
    '2024-11-14 10:00',
  )
  await district.playTo('2024-11-15 12:00')
  const before = rowEvents(district, 'weekly-plan')
  const draft = district.sheet('总台账', '一周安排表')
  const versions = district.page('总台账', '审定')
  moveRows(district, '区委办', tab, (rows) => rows.toReversed())
  await district.playTo('2024-11-15 12:30')
  expect(lines(district)).toEqual(three.toReversed())
  expect(rowEvents(district, 'weekly-plan').filter((each) => !each.includes('^'))).toEqual(
    before.filter((each) => !each.includes('^')),
  )
  expect(rowEvents(district, 'weekly-plan')).toEqual(before)
  expect(district.sheet('总台账', '一周安排表')).toEqual(draft)
  expect(district.page('总台账', '审定')).toEqual(versions)
})

it('a published line that is deleted is put back whole with its 编号; a line of a draft may go', async () => {
  const district = await withThree()
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.decide(week, 1, '2024-11-15 16:50')
  await district.playTo('2024-11-15 17:10')
  const shown = district.sheet('区人大办', '一周安排表')
  const [, whole] = district.page('区委办', tab)
  deleteRow(district, '区委办', tab, '编号', 'QWB-0002')
  await district.playTo('2024-11-15 17:30')
  const back = district.page('区委办', tab).filter((row) => row['编号'] === 'QWB-0002')
  // It stands below other lines now, so whom its blank leader meant is written out.
  expect(back).toEqual([{ ...whole, 领导姓名: '江岳' }])
  expect(district.sheet('区人大办', '一周安排表')).toEqual(shown)
  expect(district.sheet('区人大办', '一周安排表').flat().join()).toContain('常委会会议')

  const draft = { 周次: '2024-11-25', 领导姓名: '江岳', 日期: '11月26日', 活动内容: '暂定' }
  await district.type('区委办', tab, [draft], '2024-11-18 10:00')
  await district.playTo('2024-11-18 10:10')
  deleteRow(district, '区委办', tab, '活动内容', '暂定')
  await district.playTo('2024-11-18 10:30')
  expect(district.page('区委办', tab).map((row) => row['活动内容'])).not.toContain('暂定')
})

it('rows typed by another’s 编号 prefix do not take that number', async () => {
  const district = await withThree()
  pasteRow(district, '区人大办', tab, { 编号: 'QWB-0001', ...nothingPlanned(week, '邓清棠') })
  await district.playTo('2024-11-12 10:30')
  expect(district.page('区人大办', tab)[0]?.['编号']).toBe('QRDB-0001')
})
