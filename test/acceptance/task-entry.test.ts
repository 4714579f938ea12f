import { expect, test } from 'vitest'
import { deleteRow, pasteRow } from './retype'
import type { Row, SmallDistrict } from './small-district'
import { taskNumber, withTwoPosts } from './two-posts'

const tab = '任务交办'

const given = (任务内容: string, more: Row = {}): Row => ({
  任务内容,
  牵头: '赵启飞',
  交办日期: '2024-11-18',
  完成时限: '2024-11-29',
  ...more,
})

const numbers = (district: SmallDistrict, desk: string): string[] =>
  district.page(desk, tab).map((row) => `${row['编号']} ${row['任务内容']}`)

const todo = (district: SmallDistrict, desk: string): string[] =>
  district
    .page(desk, '本办待办')
    .map((row) => [row['类别'], row['说明'], row['填报位置']].join('｜'))

test('a task entered at a 督办台 lives as one entered in control, its holder sees to it', async () => {
  const district = await withTwoPosts('2024-11-18 09:00')
  await district.type('总台账', tab, [given('规范公文运转')], '2024-11-18 09:30', '周衡')
  await district.type('督办台', tab, [given('核实道路积水')], '2024-11-18 10:00', '林堯安')
  const id = taskNumber(2)
  await district.playTo('2024-11-18 10:00')
  expect(numbers(district, '督办台')).toEqual([`${id} 核实道路积水`])
  expect(numbers(district, '总台账')).toEqual([`${taskNumber(1)} 规范公文运转`])
  // A new task has no letter of its own: it stands in the next digest of who carries it.
  const told = async () =>
    (await district.letters()).filter(({ subject, text }) => `${subject}${text}`.includes(id))
  expect(await told()).toEqual([])
  await district.playTo('2024-11-19 08:30')
  expect((await told()).map(({ to, subject }) => `${to} ${subject.slice(0, 4)}`)).toEqual([
    'p008@anlan.local 今日提醒',
  ])

  const report = { 编号: id, 签收: '是', 最新进展: '已到现场', 完成: '是', 完成说明: '已处置' }
  await district.type('区政府办', '承办任务', [report], '2024-11-20 10:00')
  await district.playTo('2024-11-20 10:00')
  const [row] = district.page('督办台', tab)
  expect(row).toMatchObject({ 状态: '待核验', 最新进展: '已到现场', 灯: '绿（还有7个工作日）' })
  expect(district.page('总台账', '待审核事项')).toEqual([])
  const decision = { 编号: `${id}核验1`, 决定: '通过' }
  await district.type('督办台', '待审核事项', [decision], '2024-11-20 11:00')
  await district.playTo('2024-11-20 11:00')
  expect(district.page('督办台', tab)[0]).toMatchObject({ 状态: '办结销号', 灯: '' })
  expect(district.sheet('总览', '总览').flat()).toContain(
    '■ 交办2项、办结1项、按期办结率100%（按已办结计）',
  )
  const said = await district.workspace.call('explain', [JSON.stringify({ what: id })])
  expect(String(said.result)).toContain('核实道路积水')
})

test('rows that reach three workbooks in one tick share one series of numbers', async () => {
  const district = await withTwoPosts('2024-11-18 09:00')
  await district.type('总台账', tab, [given('甲'), given('乙')], '2024-11-18 09:30', '周衡')
  await district.type('督办台', tab, [given('丙'), given('丁')], '2024-11-18 09:30')
  await district.type('书记督办台', tab, [given('戊')], '2024-11-18 09:30')
  await district.playTo('2024-11-18 09:30')
  const shown = ['总台账', '督办台', '书记督办台'].flatMap((desk) => numbers(district, desk))
  expect(shown).toEqual(
    ['甲', '乙', '丙', '丁', '戊'].map((what, i) => `${taskNumber(i + 1)} ${what}`),
  )

  await district.type('书记督办台', tab, [given('己')], '2024-11-18 10:00')
  await district.type('总台账', tab, [given('庚')], '2024-11-18 10:00')
  await district.playTo('2024-11-18 10:00')
  expect(numbers(district, '总台账')[2]).toBe(`${taskNumber(6)} 庚`)
  expect(numbers(district, '书记督办台')[1]).toBe(`${taskNumber(7)} 己`)
})

test('a row copied from one workbook to another is a task of its own, with a number of its own', async () => {
  const district = await withTwoPosts('2024-11-18 09:00')
  await district.type('总台账', tab, [given('甲')], '2024-11-18 09:30', '周衡')
  await district.playTo('2024-11-18 09:30')
  const [row = {}] = district.page('总台账', tab)
  pasteRow(district, '督办台', tab, { 编号: row['编号'] ?? '', ...given('甲') })
  await district.playTo('2024-11-18 10:00')
  expect(numbers(district, '总台账')).toEqual([`${taskNumber(1)} 甲`])
  expect(numbers(district, '督办台')).toEqual([`${taskNumber(2)} 甲`])
})

test('a row that somebody deletes at the 督办台 is put back whole', async () => {
  const district = await withTwoPosts('2024-11-18 09:00')
  await district.type('督办台', tab, [given('甲'), given('乙')], '2024-11-18 09:30')
  await district.playTo('2024-11-18 09:40')
  const [first] = district.page('督办台', tab)
  deleteRow(district, '督办台', tab, '编号', taskNumber(1))
  await district.playTo('2024-11-18 10:00')
  expect(numbers(district, '督办台')).toEqual([`${taskNumber(2)} 乙`, `${taskNumber(1)} 甲`])
  expect(district.page('督办台', tab)[1]).toEqual(first)
})

test('when another commissioner takes a task over, what waits for a decision goes along', async () => {
  const district = await withTwoPosts('2024-11-18 09:00')
  await district.type('督办台', tab, [given('甲')], '2024-11-18 09:30')
  const id = taskNumber(1)
  const wish = { 编号: id, 签收: '是', 申请延期至: '2024-12-13', 延期原因: '征求意见面广' }
  await district.type('区政府办', '承办任务', [wish], '2024-11-18 10:00')
  await district.playTo('2024-11-18 10:00')
  expect(todo(district, '督办台')).toEqual([
    `待审核｜申请延期至2024年12月13日：征求意见面广｜待审核事项 ${id}延期1`,
  ])
  const handedOn = { 编号: id, 督办专员: '叶知秋' }
  await district.type('督办台', tab, [handedOn], '2024-11-18 11:00')
  await district.playTo('2024-11-18 11:00')
  expect(district.page('督办台', '待审核事项')[0]).toMatchObject({ 状态: '已转到书记督办台' })
  expect(todo(district, '督办台')).toEqual(['（无）｜｜'])
  expect(todo(district, '书记督办台')[0]).toContain('待审核｜申请延期至2024年12月13日')
  const yes = [{ 编号: `${id}延期1`, 决定: '同意' }]
  await district.type('督办台', '待审核事项', yes, '2024-11-18 12:00')
  await district.playTo('2024-11-18 12:00')
  expect(district.page('督办台', tab)[0]).toMatchObject({ 现时限: '2024-11-29' })
  await district.type('书记督办台', '待审核事项', yes, '2024-11-18 13:00')
  await district.playTo('2024-11-18 13:00')
  expect(district.page('督办台', tab)[0]).toMatchObject({ 现时限: '2024-12-13' })
})

test('what is wrong in a row is said where it was entered, and nothing else is', async () => {
  const district = await withTwoPosts('2024-11-18 09:00')
  const bad = [
    given('甲', { 牵头: '查无此人', 完成时限: '尽快' }),
    given('乙', { 牵头: '查无此人', 责任单位: '区政府办', 督办专员: '' }),
    { 牵头: '赵启飞' },
  ]
  await district.type('督办台', tab, bad, '2024-11-18 09:30')
  await district.type('总台账', tab, [given('丁', { 牵头: '' })], '2024-11-18 09:30')
  await district.playTo('2024-11-18 09:30')
  const unread = todo(district, '督办台').filter((line) => line.startsWith('待更正'))
  expect(unread).toEqual([
    expect.stringMatching(/^待更正｜完成时限“尽快”.*｜任务交办 安区督〔2024〕2号$/),
    `待更正｜牵头“查无此人”在人员表和单位表中都找不到，请填写全称，或另填责任单位｜${tab} ${taskNumber(2)}`,
    `待更正｜任务内容未填，请填写要办什么｜${tab} ${taskNumber(4)}`,
  ])
  const problems = district.page('总台账', '问题').filter((row) => row['对象'] === tab)
  expect(problems.map((row) => row['说明'])).toEqual([
    `${taskNumber(1)}：牵头未填，请填写牵头的人或单位`,
  ])
})
