import { expect, it } from 'vitest'
import { filesWith, ledgerRows, rowEvents } from './in-the-ledger'
import { makeDistrict, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const start = '2024-11-11 09:00'
const line = { 周次: week, 日期: '11月20日', 时段: '上午' }

const told = (district: SmallDistrict, desk: string, kind: string): string[] =>
  district
    .page(desk, '本办待办')
    .filter((row) => row['类别'] === kind)
    .map((row) => `${row['事项']}：${row['说明']}`)

const everyTab = (district: SmallDistrict): string =>
  JSON.stringify(
    district.workspace.store.books().map(({ id }) => district.workspace.store.view(id)),
  )

const typed = [
  { 活动内容: '研究赤岭工程机密★1年' },
  { 活动内容: '研究赤岭工程（秘 密 ★）' },
  { 活动内容: '密级：秘密，研究赤岭工程' },
  { 活动内容: '份号000012，密级为机密，赤岭工程' },
  { 活动内容: '传阅赤岭工程密码电报' },
  { 活动内容: '赤岭工程机密级会议' },
  { 活动内容: '到点', 需协调事项: '赤岭工程绝密★' },
]

it('E26: a secret text is not saved, its cell is cleared, and it is nowhere afterwards', async () => {
  const district = await makeDistrict(start)
  const rows = typed.map((cells) => ({ ...line, 领导姓名: '江岳', ...cells }))
  const outcome = await district.type('区委办', '周计划填报', rows, '2024-11-12 10:00')
  expect(outcome.refused).toEqual(['活动内容', '需协调事项'])
  await district.type('区委办', '意见建议', [{ 意见: '赤岭工程机密★1年' }], '2024-11-12 10:00')
  const leave = { 姓名: '叶知秋', 自: '2024-11-20', 事由: '赤岭工程密码电报' }
  await district.type('总台账', '外出请假', [leave], '2024-11-12 10:00')
  // What is refused is typed nowhere: a mark stands in its place until the tick.
  expect(filesWith(district.dir, '赤岭工程')).toEqual([])

  await district.playTo('2024-11-12 10:00')

  expect(filesWith(district.dir, '赤岭工程')).toEqual([])
  expect(everyTab(district)).not.toContain('赤岭工程')
  const left = district.page('区委办', '周计划填报')
  expect(left.map((row) => row['活动内容'])).toEqual(['', '', '', '', '', '', '到点'])
  expect(left.map((row) => row['需协调事项'])).toEqual(['', '', '', '', '', '', ''])
  expect(left.map((row) => row['领导姓名'])).toEqual(left.map(() => '江岳'))
  const sentence =
    '本系统为非涉密系统，涉密内容不得录入，请走机要渠道；已误录的，立即报告保密部门（24小时内）'
  expect(told(district, '区委办', '已拒收')).toEqual([
    `活动内容（密级标志）：${sentence}`,
    `活动内容（密级标志）：${sentence}`,
    `活动内容（密级栏）：${sentence}`,
    `活动内容（密级栏）：${sentence}`,
    `活动内容（密码电报）：${sentence}`,
    `活动内容（涉密载体）：${sentence}`,
    `需协调事项（密级标志）：${sentence}`,
    `意见（密级标志）：${sentence}`,
  ])
  const control = district.page('总台账', '问题').filter((row) => row['类别'] === '已拒收')
  expect(control).toHaveLength(9)
  expect(rowEvents(district, 'weekly-plan')).toEqual([])
  const stands = ledgerRows(district, '现况').filter((row) => row['类别'] === '行')
  expect(stands.filter((row) => row['键']?.includes('weekly-plan'))).toEqual([])
})

it('E26: a secret typed over a published line stays out of every version, page and letter', async () => {
  const district = await makeDistrict(start)
  const rows = [{ ...line, 领导姓名: '江岳', 活动内容: '调研产业园' }]
  await district.type('区委办', '周计划填报', rows, '2024-11-12 10:00')
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.decide(week, 1, '2024-11-15 15:00')
  await district.playTo('2024-11-15 17:30')
  const [first] = district.page('区委办', '周计划填报')
  const id = first?.['编号'] ?? ''
  expect(id).toMatch(/^QWB-\d{4}$/)
  const secret = { 编号: id, 活动内容: '赤岭工程机密★1年', 调整原因: '赤岭工程机密级会议' }
  await district.type('区委办', '周计划填报', [secret], '2024-11-18 09:00')
  await district.playTo('2024-11-18 09:30')
  expect(filesWith(district.dir, '赤岭工程')).toEqual([])
  expect(everyTab(district)).not.toContain('赤岭工程')
  expect(district.sheet('区人大办', '一周安排表').flat().join()).toContain('调研产业园')
})

it('E21 E26: a citizen number or a bank card is refused for its cell only, no digit is kept', async () => {
  const district = await makeDistrict(start)
  const rows = [
    { ...line, 领导姓名: '江岳', 活动内容: '慰问', 需协调事项: '11010519491231002X' },
    { ...line, 领导姓名: '罗景澜', 活动内容: '走访', 地点: '卡号 6222 0200 0000 0000 008' },
  ]
  await district.type('区委办', '周计划填报', rows, '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:10')
  expect(filesWith(district.dir, '19491231')).toEqual([])
  const shown = district.page('区委办', '周计划填报')
  expect(shown[0]).toMatchObject({ 编号: 'QWB-0001', 活动内容: '慰问', 需协调事项: '' })
  expect(told(district, '区委办', '已拒收')[0]).toBe(
    '需协调事项（身份证号）：身份证号、银行卡号不得录入，该单元格已清空',
  )
})

it('E27: 秘书长, 保密工作, 文秘 and 办公室内部 are saved without a word', async () => {
  const district = await makeDistrict(start)
  const words = [
    '德平秘书长来区调研',
    '保密工作培训',
    '文秘人员座谈',
    '办公室内部会议',
    '机要室走访',
  ]
  const rows = words.map((what) => ({ ...line, 领导姓名: '江岳', 活动内容: what }))
  const outcome = await district.type('区委办', '周计划填报', rows, '2024-11-12 10:00')
  expect(outcome.refused).toEqual([])
  await district.playTo('2024-11-12 10:10')
  const shown = district.page('区委办', '周计划填报')
  expect(shown.map((row) => row['活动内容'])).toEqual(words)
  expect(shown.every((row) => row['编号'] !== '')).toBe(true)
  expect(told(district, '区委办', '已拒收')).toEqual([])
  expect(told(district, '区委办', '待确认')).toEqual([])
})
