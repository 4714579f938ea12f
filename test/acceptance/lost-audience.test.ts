import { expect, it } from 'vitest'
import { deleteRow, pasteRow, renameHeading, typeOver } from './retype'
import { makeDistrict, type Row, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const tab = '周计划填报'
const line: [heading: string, text: string] = ['编号', 'QRDB-0001']
const secret = /封闭研判会|青石宾馆/

const past = async (district: SmallDistrict): Promise<void> => {
  await district.playTo('2024-11-12 10:00')
  const about = { 领导姓名: '邓清棠', 活动内容: '封闭研判会', 地点: '青石宾馆', 知悉范围: '本办' }
  pasteRow(district, '区人大办', tab, { 周次: week, 日期: '11月20日', 时段: '下午', ...about })
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.decide(week, 1, '2024-11-15 15:00')
  await district.playTo('2024-11-15 17:00')
}

/** A week given back in which 区人大办 has one line 本办. */
const issued = () => makeDistrict('2024-11-11 09:00', (same) => same, past)

const heading = (district: SmallDistrict, from: string, to: string): void =>
  renameHeading(district, '区人大办', tab, from, to)

const elsewhere = (district: SmallDistrict): string =>
  ['区委办', '区政府办', '区政协办'].map((desk) => district.sheet(desk, '一周安排表').join()).join()

const own = (district: SmallDistrict): Row | undefined =>
  district.page('区人大办', tab).find((row) => row['编号'] === line[1])

const asked = (district: SmallDistrict): string | undefined =>
  district.page('区人大办', '本办待办').find((row) => row['事项'] === '知悉范围')?.['说明']

it('a 本办 line deleted while its column has another heading stays 本办 when the column comes back', async () => {
  const district = await issued()
  heading(district, '知悉范围', '范围')
  deleteRow(district, '区人大办', tab, ...line)
  await district.playTo('2024-11-15 17:20')
  heading(district, '范围', '知悉范围')
  await district.playTo('2024-11-15 17:40')
  expect(own(district)).toMatchObject({ 活动内容: '封闭研判会', 知悉范围: '' })
  expect(elsewhere(district)).not.toMatch(secret)
  expect(asked(district)).toBe(
    '标题恢复后这一格是空的，暂按“本办”处理，其他单位只见“另有公务”；请重新填写“本办”或“四办”',
  )
  typeOver(district, '区人大办', tab, line, { 知悉范围: '四办' })
  await district.playTo('2024-11-15 18:00')
  expect(elsewhere(district)).toMatch(secret)
  expect(asked(district)).toBeUndefined()
})

it('a column deleted and made anew without its texts opens no 本办 line', async () => {
  const district = await issued()
  typeOver(district, '区人大办', tab, line, { 知悉范围: '' })
  heading(district, '知悉范围', '')
  await district.playTo('2024-11-15 17:20')
  heading(district, '', '知悉范围')
  await district.playTo('2024-11-15 17:40')
  expect(elsewhere(district)).not.toMatch(secret)
})

it('a 本办 line carried over while its column has another heading is 本办 in the next week', async () => {
  const district = await issued()
  await district.playTo('2024-11-21 09:00')
  heading(district, '知悉范围', '范围')
  typeOver(district, '区人大办', tab, line, { 落实情况: '顺延' })
  await district.playTo('2024-11-21 09:10')
  heading(district, '范围', '知悉范围')
  const copy = district.page('区人大办', tab).find((row) => row['周次'] === '2024-11-25')
  const date = { 日期: '11月27日' }
  typeOver(district, '区人大办', tab, ['编号', copy?.['编号'] ?? ''], date)
  await district.fileWeek('2024-11-25', '2024-11-21 10:00')
  await district.decide('2024-11-25', 1, '2024-11-22 15:00')
  await district.playTo('2024-11-22 17:10')
  expect(district.sheet('区人大办', '一周安排表').join()).toMatch(secret)
  expect(elsewhere(district)).not.toMatch(secret)
})

it('a line whose 知悉范围 was refused as secret is not opened by deleting it', async () => {
  const district = await issued()
  typeOver(district, '区人大办', tab, line, { 知悉范围: '机密' })
  await district.playTo('2024-11-15 17:20')
  deleteRow(district, '区人大办', tab, ...line)
  await district.playTo('2024-11-15 17:40')
  expect(own(district)).toMatchObject({ 活动内容: '封闭研判会', 知悉范围: '' })
  expect(`${elsewhere(district)}${district.sheet('总台账', '一周安排表').join()}`).not.toMatch(
    secret,
  )
  typeOver(district, '区人大办', tab, line, { 知悉范围: '四办' })
  await district.playTo('2024-11-15 18:00')
  expect(elsewhere(district)).toMatch(secret)
})
