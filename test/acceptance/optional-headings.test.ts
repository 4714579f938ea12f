import { expect, it } from 'vitest'
import { rowEvents } from './in-the-ledger'
import { pasteRow, renameHeading } from './retype'
import { makeDistrict, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const tab = '周计划填报'
const line = {
  周次: week,
  日期: '11月20日',
  时段: '上午',
  领导姓名: '江岳',
  活动内容: '调研产业园',
}

const todo = (district: SmallDistrict, kind?: string): string[] =>
  district
    .page('区委办', '本办待办')
    .filter((row) => kind === undefined || row['类别'] === kind)
    .map((row) => row['说明'] ?? '')

const troubles = (district: SmallDistrict): string => district.sheet('总台账', '问题').flat().join()

it('an optional heading that nobody knows is told, and what stood in its column stands', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.type('区委办', tab, [{ ...line, 地点: '老档案楼' }], '2024-11-12 10:00')
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.decide(week, 1, '2024-11-15 15:00')
  await district.playTo('2024-11-15 17:30')
  renameHeading(district, '区委办', tab, '地点', '地　址')
  renameHeading(district, '区委办', tab, '填报人', '谁填的')
  await district.playTo('2024-11-15 19:00')
  for (const sentence of [
    '「周计划填报」缺少标题“地点”，这一列沿用上次读到的内容，请补上标题',
    '「周计划填报」的标题“地　址”不认识，这一列不读取',
    '缺少标题“填报人”',
  ]) {
    expect(todo(district).join()).toContain(sentence)
    expect(troubles(district)).toContain(sentence)
  }
  expect(todo(district, '待补原因')).toEqual([])
  expect(rowEvents(district, 'weekly-plan').filter((each) => each.startsWith('改动'))).toEqual([])
  expect(district.sheet('区人大办', '一周安排表').flat().join()).toContain('老档案楼')
  // A run that finds everything as it is has nothing to wait for.
  const { result } = await district.tick('2024-11-15 19:10')
  expect(String(result)).not.toContain('conflict')
  expect(JSON.parse(String(result))).toMatchObject({ outcome: 'idle' })
  renameHeading(district, '区委办', tab, '地　址', '地点')
  renameHeading(district, '区委办', tab, '谁填的', '填报人')
  await district.playTo('2024-11-15 19:30')
  expect(todo(district).join()).not.toContain('标题')
  expect(troubles(district)).not.toContain('缺少标题')
})

it('a copy of a tab is not read, whatever it is called and wherever the first one stands', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.type('区委办', tab, [line], '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:00')
  const { store } = district.workspace
  const book = district.book('区委办')
  const { sheetId, rows } = district.view('区委办', tab)
  const rename = (id: number, title: string) => ({
    updateSheetProperties: { properties: { sheetId: id, title }, fields: 'title' },
  })
  const size = { rowCount: 30, columnCount: 40 }
  store.looks(book, [
    { addSheet: { properties: { sheetId: 78, title: '周计划填报 的副本', gridProperties: size } } },
  ])
  const copied = rows.slice(0, 4).map((values) => ({ kind: 'append' as const, values }))
  store.type(book, 78, copied, '区委办')
  await district.playTo('2024-11-12 10:20')
  expect(rowEvents(district, 'weekly-plan')).toHaveLength(1)
  store.looks(book, [rename(sheetId, '周计划填报（原）'), rename(78, tab)])
  pasteRow(district, '区委办', '周计划填报（原）', { ...line, 活动内容: '走访企业' })
  await district.playTo('2024-11-12 10:40')
  expect(rowEvents(district, 'weekly-plan')).toHaveLength(2)
  expect(rowEvents(district, 'weekly-plan')[1]).toContain('走访企业')
})
