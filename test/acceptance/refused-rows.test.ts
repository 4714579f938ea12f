import { expect, it } from 'vitest'
import { filesWith, rowEvents } from './in-the-ledger'
import { deleteRow, pasteRow, renameHeading, typeOver } from './retype'
import { makeDistrict, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const start = '2024-11-11 09:00'
const secret = '赤岭工程机密★1年'
const line = { 周次: week, 日期: '11月20日', 时段: '上午', 领导姓名: '江岳', 地点: '老档案楼' }
const plan = '周计划填报'

const todo = (district: SmallDistrict, desk = '区委办'): string =>
  district.sheet(desk, '本办待办').flat().join('\n')

const everyTab = (district: SmallDistrict): string =>
  JSON.stringify(
    district.workspace.store.books().map(({ id }) => district.workspace.store.view(id)),
  )

const left = (district: SmallDistrict): string[] => filesWith(district.dir, '赤岭工程')

it('E26: a new row of a refused secret counts for nothing until its cell holds a lawful text', async () => {
  const district = await makeDistrict(start)
  pasteRow(district, '区委办', plan, { ...line, 活动内容: secret })
  await district.type(
    '区委办',
    plan,
    [{ 周次: week, 领导姓名: '罗景澜', 活动内容: '无' }],
    '2024-11-12 10:00',
  )
  await district.playTo('2024-11-12 10:30')
  expect(left(district)).toEqual([])
  expect(todo(district)).toContain('缺：江岳（')
  expect(todo(district)).toMatch(/“活动内容”中的涉密内容已清空.*不计入、不发布/)
  await district.fileWeek(week, '2024-11-14 10:00', [
    '区人大办',
    '区政府办',
    '区政协办',
    '区法院',
    '区检察院',
  ])
  await district.decide(week, 1, '2024-11-15 15:00')
  await district.playTo('2024-11-15 17:30')
  for (const desk of ['区人大办', '区政府办', '总台账'])
    expect(district.sheet(desk, '一周安排表').flat().join()).not.toContain('老档案楼')
  expect(JSON.stringify(await district.letters())).not.toContain('老档案楼')
  const [first] = district.page('区委办', plan)
  expect(first).toMatchObject({ 活动内容: '', 领导姓名: '江岳', 状态: '已拒收，待补正' })
  await district.type(
    '区委办',
    plan,
    [{ 编号: first?.['编号'] ?? '', 活动内容: '无' }],
    '2024-11-15 18:00',
  )
  await district.playTo('2024-11-15 18:10')
  expect(todo(district)).not.toContain('涉密内容已清空')
  expect(todo(district)).not.toContain('缺：江岳（')
})

it('E26: a copy of a row that waits waits too, and a deleted one is forgotten', async () => {
  const district = await makeDistrict(start)
  pasteRow(district, '区委办', plan, { ...line, 活动内容: '调研', 需协调事项: secret })
  await district.playTo('2024-11-11 09:10')
  pasteRow(district, '区委办', plan, { ...line, 活动内容: '调研' })
  await district.playTo('2024-11-11 09:30')
  expect(district.page('区委办', plan).map((row) => row['状态'])).toEqual([
    '已拒收，待补正',
    '已拒收，待补正',
  ])
  deleteRow(district, '区委办', plan, '编号', 'QWB-0001')
  deleteRow(district, '区委办', plan, '编号', 'QWB-0002')
  await district.playTo('2024-11-11 09:50')
  expect(todo(district)).not.toContain('涉密内容已清空')
  expect(district.page('区委办', plan)).toEqual([])
})

it('E26: of a row that counted what was issued stands as it last stood', async () => {
  const district = await makeDistrict(start)
  await district.type('区委办', plan, [{ ...line, 活动内容: '调研产业园' }], '2024-11-12 10:00')
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.decide(week, 1, '2024-11-15 15:00')
  await district.playTo('2024-11-15 17:30')
  typeOver(district, '区委办', plan, ['编号', 'QWB-0001'], { 活动内容: secret, 地点: '南山基地' })
  await district.playTo('2024-11-15 18:30')
  const sheet = () => district.sheet('区人大办', '一周安排表').flat().join()
  expect(sheet()).toContain('调研产业园')
  expect(sheet()).toContain('老档案楼')
  expect(sheet()).not.toContain('南山基地')
  expect(todo(district)).toContain('仍按原来的内容办理')
  typeOver(district, '区委办', plan, ['编号', 'QWB-0001'], { 活动内容: '调研产业园' })
  await district.playTo('2024-11-15 19:00')
  expect(sheet()).toContain('南山基地')
})

it('a row below one that waits does not take over what stands above that', async () => {
  const district = await makeDistrict(start)
  pasteRow(district, '区委办', plan, { ...line, 活动内容: '走访企业' })
  pasteRow(district, '区委办', plan, { ...line, 领导姓名: '罗景澜', 活动内容: secret })
  pasteRow(district, '区委办', plan, { ...line, 领导姓名: '', 活动内容: '调研学校' })
  await district.playTo('2024-11-11 09:00')
  const appeared = rowEvents(district, 'weekly-plan').find((each) => each.includes('调研学校'))
  expect(appeared).toContain('"^leader":"罗景澜"')
})

it('every cell of every tab is guarded: own columns and headings, tabs left unread or added, script columns', async () => {
  const district = await makeDistrict(start)
  const { store } = district.workspace
  await district.type('区委办', plan, [{ ...line, 活动内容: '调研产业园' }], '2024-11-11 09:00')
  await district.playTo('2024-11-11 09:00')
  const put = (desk: string, tab: string, row: number, column: number, value = secret) => {
    const view = district.view(desk, tab)
    const book = district.book(desk)
    while (district.view(desk, tab).maxColumns <= column) {
      const { sheetId } = view
      store.looks(book, [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } }])
    }
    const rowKey = district.view(desk, tab).rowKeys[row] ?? ''
    store.type(book, view.sheetId, [{ kind: 'set', rowKey, column, value }], desk)
  }
  put('区委办', plan, 1, 30)
  put('区委办', plan, 2, 30)
  put('区委办', plan, 0, 2)
  const state = district.view('区委办', plan).rows[1]?.indexOf('状态') ?? -1
  put('区委办', plan, 2, state)
  renameHeading(district, '区人大办', plan, '活动内容', '干什么')
  pasteRow(district, '区人大办', plan, { ...line, 领导姓名: '邓清棠', 干什么: secret })
  const added = {
    properties: { sheetId: 77, title: '我的表', gridProperties: { rowCount: 5, columnCount: 5 } },
  }
  store.looks(district.book('区政府办'), [{ addSheet: added }])
  store.type(district.book('区政府办'), 77, [{ kind: 'append', values: ['', secret] }], '区政府办')
  put('总台账', '参数表', 2, 1, `='${secret}'`)
  put('总台账', '人员', 1, 12)
  await district.playTo('2024-11-11 09:10')
  expect(everyTab(district)).not.toContain('赤岭工程')
  expect(left(district)).toEqual([])
  expect(todo(district, '区人大办')).toContain('密级标志')
  expect(todo(district, '区政府办')).toContain('我的表')
  expect(todo(district)).toContain('涉密内容已清空')
  renameHeading(district, '区人大办', plan, '干什么', '活动内容')
  await district.playTo('2024-11-11 09:30')
  expect(todo(district, '区人大办')).toContain('“活动内容”中的涉密内容已清空')
  expect(district.page('区人大办', plan)[0]).toMatchObject({ 状态: '已拒收，待补正' })
})

it('a secret that was overwritten or deleted before any tick saw it stays in no file', async () => {
  const district = await makeDistrict(start)
  pasteRow(district, '区委办', plan, { ...line, 活动内容: secret })
  pasteRow(district, '区委办', plan, {
    ...line,
    领导姓名: '罗景澜',
    活动内容: secret,
    填报人: secret,
  })
  typeOver(district, '区委办', plan, ['领导姓名', '江岳'], { 活动内容: '调研产业园' })
  deleteRow(district, '区委办', plan, '领导姓名', '罗景澜')
  expect(left(district)).not.toEqual([])
  await district.playTo('2024-11-11 09:10')
  expect(left(district)).toEqual([])
  expect(district.page('区委办', plan)).toMatchObject([{ 活动内容: '调研产业园', 状态: '草稿' }])
})

it('fill types no secret: a bare mark among several rows, a heading of the office, the name of who types', async () => {
  const district = await makeDistrict(start)
  const rows = [
    { ...line, 活动内容: '绝密' },
    { ...line, 领导姓名: '罗景澜', 活动内容: '走访' },
  ]
  const outcome = await district.type('区委办', plan, rows, '2024-11-11 09:00')
  expect(outcome.refused).toEqual(['活动内容'])
  expect(district.page('区委办', plan).map((row) => row['活动内容'])).toEqual([
    '（已拒收：密级栏）',
    '走访',
  ])
  await expect(
    district.type('区委办', plan, [{ ...line, 活动内容: '调研' }], '2024-11-11 09:00', secret),
  ).rejects.toThrow('--by')
  await district.playTo('2024-11-11 09:10')
  expect(left(district)).toEqual([])
  expect(district.page('区委办', plan)[0]).toMatchObject({ 活动内容: '', 状态: '已拒收，待补正' })
})
