import { expect, it } from 'vitest'
import { pasteRow, renameHeading, typeOver } from './retype'
import { makeDistrict, type Row, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const others = ['区委办', '区政府办', '区政协办'] as const
const row = { 周次: week, 领导姓名: '邓清棠', 日期: '11月20日', 时段: '下午' }
const secret = /封闭研判会|青石宾馆/

const sheetOf = (district: SmallDistrict, desk: string): string =>
  district.sheet(desk, '一周安排表').flat().join('\n')

const todoOf = (district: SmallDistrict, desk: string): string[] =>
  district.page(desk, '本办待办').map((each) => `${each['事项']}：${each['说明']}`)

const copies = (district: SmallDistrict): string =>
  others
    .map((desk) => `${sheetOf(district, desk)}\n${todoOf(district, desk).join('\n')}`)
    .join('\n')

/** A week given back in which 区人大办 pasted these lines. */
const pasted = async (lines: Row[]) => {
  const district = await makeDistrict('2024-11-11 09:00')
  await district.playTo('2024-11-12 10:00')
  for (const line of lines) pasteRow(district, '区人大办', '周计划填报', { ...row, ...line })
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.decide(week, 1, '2024-11-15 15:00')
  await district.playTo('2024-11-15 17:00')
  return district
}

const filed = (more: Row) => pasted([{ 活动内容: '封闭研判会', 地点: '青石宾馆', ...more }])

const unknown = ['仅本办', '内部', '保密', '不公开', '四办（区政府办除外）', '本办及区委办', '四']

it('a 知悉范围 nobody offers keeps its line inside the office, and the desk is told', async () => {
  const district = await pasted(
    unknown.map((audience, n) => ({ 活动内容: `研判事项${n}号`, 知悉范围: audience })),
  )
  expect(copies(district)).not.toMatch(/研判事项/)
  expect(sheetOf(district, '区政府办').match(/另有公务/g)).toHaveLength(unknown.length)
  expect(sheetOf(district, '区人大办').match(/研判事项/g)).toHaveLength(unknown.length)
  expect(todoOf(district, '区人大办').filter((line) => line.startsWith('知悉范围：'))).toEqual(
    unknown.map(
      (audience) =>
        `知悉范围：“${audience}”不是可选项，暂按“本办”处理，其他单位只见“另有公务”；可以给其他单位看的，请填“四办”`,
    ),
  )
})

it('a blank 知悉范围 is read by the four offices, 本办 by its own office and those who coordinate', async () => {
  const open = await filed({})
  expect(others.map((desk) => secret.test(sheetOf(open, desk)))).toEqual([true, true, true])
  const kept = await filed({ 知悉范围: '本办' })
  expect(copies(kept)).not.toMatch(secret)
  expect(sheetOf(kept, '总台账')).toMatch(secret)
  const no = { 参数: 'weekly.coordinatorReads', 值: '否', 生效日期: '2024-11-01' }
  await kept.type('总台账', '参数表', [no], '2024-11-15 17:20')
  await kept.playTo('2024-11-15 17:30')
  expect(sheetOf(kept, '总台账')).not.toMatch(secret)
})

it('while the column 知悉范围 has another heading every line is kept, and afterwards is as before', async () => {
  const district = await filed({})
  renameHeading(district, '区人大办', '周计划填报', '知悉范围', '公开范围')
  await district.playTo('2024-11-15 17:20')
  expect(copies(district)).not.toMatch(secret)
  expect(sheetOf(district, '区人大办')).toMatch(secret)
  expect(todoOf(district, '区人大办').join('\n')).toContain('“知悉范围”这一列读不到')
  renameHeading(district, '区人大办', '周计划填报', '公开范围', '知悉范围')
  await district.playTo('2024-11-15 17:40')
  expect(copies(district)).toMatch(secret)
  expect(todoOf(district, '区人大办').join('\n')).not.toContain('读不到')
  renameHeading(district, '区人大办', '周计划填报', '活动内容', '干什么')
  await district.playTo('2024-11-15 17:50')
  expect(copies(district)).not.toMatch(secret)
})

it('a line typed while the column is missing is kept, and a 本办 typed before stays one', async () => {
  const district = await filed({ 知悉范围: '本办' })
  renameHeading(district, '区人大办', '周计划填报', '知悉范围', '范围')
  await district.playTo('2024-11-15 17:20')
  expect(copies(district)).not.toMatch(secret)
  renameHeading(district, '区人大办', '周计划填报', '范围', '知悉范围')
  await district.playTo('2024-11-15 17:40')
  expect(copies(district)).not.toMatch(secret)
})

const narrowings: Row[] = [
  {},
  { 落实情况: '取消' },
  { 落实情况: '取消', 调整原因: '主办单位改期' },
  { 日期: '某日' },
  { 领导姓名: '某某某' },
  { 日期: '12月9日' },
  { 时段: '凌晨' },
  { 活动内容: '' },
  { 日期: '11月21日' },
  { 周次: '某周' },
  { 周次: '2024-12-02' },
]

it('四办 made 本办 after issue applies in the run that reads it, whatever else the row says', async () => {
  const lines = narrowings.map((_, n) => ({ 活动内容: `研判事项${n}号`, 地点: `宾馆${n}号` }))
  const district = await pasted(lines)
  expect(new Set(copies(district).match(/研判事项\d+号/g)).size).toBe(lines.length)
  for (const [n, more] of narrowings.entries()) {
    const id = `QRDB-${String(n + 1).padStart(4, '0')}`
    const change = { 知悉范围: '本办', ...more }
    typeOver(district, '区人大办', '周计划填报', ['编号', id], change)
  }
  await district.tick('2024-11-15 17:10')
  expect(copies(district)).not.toMatch(/研判事项|宾馆/)
  await district.playTo('2024-11-15 17:30')
  expect(copies(district)).not.toMatch(/研判事项|宾馆/)
})

it('a notice told before keeps its reason to itself once its line is 本办', async () => {
  const district = await filed({})
  const moved = {
    编号: 'QRDB-0001',
    日期: '11月21日',
    '参加人员/单位': '区委办',
    调整原因: '青石宾馆停电',
  }
  await district.type('区人大办', '周计划填报', [moved], '2024-11-15 17:20')
  await district.playTo('2024-11-15 17:40')
  expect(todoOf(district, '区委办').join('\n')).toMatch(/青石宾馆停电/)
  const kept = { 编号: 'QRDB-0001', 知悉范围: '本办', 落实情况: '取消' }
  await district.type('区人大办', '周计划填报', [kept], '2024-11-15 17:50')
  await district.playTo('2024-11-15 17:50')
  expect(copies(district)).not.toMatch(secret)
})

it('of a clash with a line kept at another office only that there is a 冲突', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  const at = { 周次: week, 日期: '11月20日', 开始: '15:00', 结束: '16:00', 地点: '青石宾馆' }
  const kept = { ...at, 领导姓名: '邓清棠', 活动内容: '封闭研判会', 知悉范围: '本办' }
  await district.type('区人大办', '周计划填报', [kept], '2024-11-12 10:00')
  const open = { ...at, 领导姓名: '江岳', 活动内容: '座谈会' }
  await district.type('区委办', '周计划填报', [open], '2024-11-12 10:00')
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.decide(week, 1, '2024-11-15 15:00')
  await district.playTo('2024-11-15 17:30')
  expect(todoOf(district, '区人大办').join('\n')).toContain('同一地点同一时间')
  expect(todoOf(district, '区委办').join('\n')).toContain('冲突')
  expect(todoOf(district, '区委办').join('\n')).not.toContain('同一地点')
  // The issued sheet names no clash to anybody.
  for (const desk of ['区人大办', ...others])
    expect(sheetOf(district, desk)).not.toContain('同一地点')
  const mail = await district.letters()
  const toOffice = (name: string) =>
    mail
      .filter((each) => each.to.includes(name))
      .map((each) => each.text)
      .join('\n')
  expect(mail.length).toBeGreaterThan(0)
  expect(toOffice('luqiao')).not.toContain('同一地点')
})

it('a mobile number in a column for telephones is kept out by itself; the line is read as before', async () => {
  const district = await filed({ 联络员: '白榆 13912345678' })
  expect(copies(district)).toMatch(secret)
  expect(copies(district)).not.toContain('13912345678')
  expect(todoOf(district, '区人大办')).toContain(
    '联络员：联络员填了手机号，不给其他单位看，请改填办公电话',
  )
})
