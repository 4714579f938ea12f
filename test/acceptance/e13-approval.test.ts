import { expect, it } from 'vitest'
import { makeDistrict, nothingPlanned, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const start = '2024-11-15 08:50'

const fileAll = (district: SmallDistrict) => district.fileWeek(week, '2024-11-15 09:00')

const allFiled = () => makeDistrict(start, (same) => same, fileAll)

/** Who was told that the week was given back, and as which version. */
const givenBack = async (district: SmallDistrict): Promise<string[]> =>
  (await district.letters())
    .filter(({ subject }) => subject.includes('周计划已印发'))
    .map(({ to, subject }) => `${to} ${/第\d+版/.exec(subject)?.[0]}`)
    .sort()

/** The line of the consolidated table that names its version. */
const metaOf = (district: SmallDistrict, desk: string): string =>
  district.sheet(desk, '一周安排表').find(([text]) => text?.startsWith('内部　'))?.[0] ?? ''

const approvals = (district: SmallDistrict): string[] =>
  district.page('总台账', '审定').map((row) => `${row['版本']} ${row['状态']}`)

/** One letter an office, to the first of its liaisons. */
const readers = (version: number): string[] =>
  ['p003', 'p006', 'p008', 'p010'].map((id) => `${id}@anlan.local 第${version}版`)

it('E13: with 审定 the four offices receive the same version once, marked 内部, and others none', async () => {
  const district = await allFiled()
  await district.decide(week, 1, '2024-11-15 10:00')
  await district.playTo('2024-11-15 16:50')
  expect(await givenBack(district)).toEqual([])
  await district.playTo('2024-11-15 17:00')

  expect(await givenBack(district)).toEqual(readers(1))
  for (const desk of ['区委办', '区人大办', '区政府办', '区政协办']) {
    expect(metaOf(district, desk)).toBe('内部　第1版（周衡11月15日审定）')
  }
  const letter = (await district.letters()).find(({ subject }) => subject.includes('已印发'))
  expect(letter?.text).toContain('内部资料，不得转发')
  for (const desk of ['区法院', '区检察院']) {
    const tabs = district.workspace.store.view(district.book(desk)).map(({ name }) => name)
    expect(tabs).toContain('周计划填报')
    expect(tabs).not.toContain('一周安排表')
  }

  await district.workspace.call('tick', [])
  await district.playTo('2024-11-18 07:00')
  expect(await givenBack(district)).toEqual(readers(1))
})

it('E13: each copy is rendered for its reader: a line 本办 is 另有公务 elsewhere', async () => {
  const district = await makeDistrict(start)
  const own = {
    周次: week,
    领导姓名: '邓清棠',
    日期: '2024-11-19',
    时段: '上午',
    活动内容: '走访老同志',
    知悉范围: '本办',
  }
  await district.type('区人大办', '周计划填报', [own], '2024-11-15 09:00')
  const said = { 周次: week, 报送: '是', 报送人: '何思源' }
  await district.type('区人大办', '报送', [said], '2024-11-15 09:00')
  const others = ['区委办', '区政府办', '区政协办', '区法院', '区检察院']
  await district.fileWeek(week, '2024-11-15 09:00', others)
  await district.decide(week, 1, '2024-11-15 10:00')
  await district.playTo('2024-11-15 17:00')

  const tuesday = (desk: string): string | undefined =>
    district.sheet(desk, '一周安排表').find(([name]) => name === '邓清棠')?.[4]
  expect(tuesday('区人大办')).toBe('走访老同志')
  expect(tuesday('区委办')).toBe('另有公务')
  expect(tuesday('区政协办')).toBe('另有公务')
})

it('E13: without 审定 nothing goes out, not even days later', async () => {
  const district = await allFiled()
  await district.playTo('2024-11-18 09:00')
  expect(await givenBack(district)).toEqual([])
  expect(metaOf(district, '区委办')).toBe('')
  expect(approvals(district)).toEqual(['1 待审定'])

  await district.decide(week, 1, '2024-11-18 09:05')
  await district.playTo('2024-11-18 09:10')
  expect(await givenBack(district)).toEqual(readers(1))
})

it('E13: 审定 by somebody who is not in weekly.approver does not bind, and says why', async () => {
  const district = await allFiled()
  await district.decide(week, 1, '2024-11-15 10:00', '林堯安')
  await district.playTo('2024-11-15 17:30')
  expect(await givenBack(district)).toEqual([])
  expect(approvals(district)).toEqual(['1 审定人不在可审定名单中，请由名单中的人审定'])

  await district.decide(week, 1, '2024-11-15 17:35', '周衡')
  await district.playTo('2024-11-15 17:40')
  expect(await givenBack(district)).toEqual(readers(1))
})

it('E13: 退回 lets nothing go', async () => {
  const district = await allFiled()
  await district.decide(week, 1, '2024-11-15 10:00', '周衡', '退回')
  await district.playTo('2024-11-15 17:30')
  expect(await givenBack(district)).toEqual([])
  expect(approvals(district)).toEqual(['1 退回'])
})

it('E13: a change before feedback makes version 2 and voids the 审定 of version 1', async () => {
  const district = await allFiled()
  await district.decide(week, 1, '2024-11-15 10:00')
  const line = {
    周次: week,
    领导姓名: '龚立言',
    日期: '11月20日',
    时段: '下午',
    活动内容: '调研协商平台',
  }
  await district.type('区政协办', '周计划填报', [line], '2024-11-15 11:00')
  await district.playTo('2024-11-15 17:30')
  expect(approvals(district)).toEqual(['2 待审定', '1 作废'])
  expect(await givenBack(district)).toEqual([])

  await district.decide(week, 2, '2024-11-15 17:35')
  await district.playTo('2024-11-15 17:40')
  expect(await givenBack(district)).toEqual(readers(2))
  expect(metaOf(district, '区人大办')).toBe('内部　第2版（周衡11月15日审定）')
})

it('E13: a plan filed after feedback needs approval again before anybody sees it', async () => {
  const district = await makeDistrict(start)
  const others = ['区委办', '区人大办', '区政府办', '区法院', '区检察院']
  await district.fileWeek(week, '2024-11-15 09:00', others)
  await district.playTo('2024-11-15 12:00')
  expect(district.page('总台账', '审定').map((row) => row['未报单位'])).toEqual(['区政协办'])
  await district.decide(week, 1, '2024-11-15 13:00')
  await district.playTo('2024-11-15 17:00')
  expect(await givenBack(district)).toEqual(readers(1))
  expect(metaOf(district, '区委办')).toBe('内部　第1版（周衡11月15日审定）　未报：区政协办')

  const late = { ...nothingPlanned(week, '龚立言'), 活动内容: '机关日常工作' }
  await district.type('区政协办', '周计划填报', [late], '2024-11-15 18:00')
  const said = { 周次: week, 报送: '是', 报送人: '苏见山' }
  await district.type('区政协办', '报送', [said], '2024-11-15 18:00')
  await district.playTo('2024-11-15 18:30')
  expect(approvals(district)).toEqual(['2 待审定', '1 已印发'])
  const rowOf = (): string | undefined =>
    district.sheet('区委办', '一周安排表').find(([name]) => name === '龚立言')?.[2]
  expect(rowOf()).toBe('未报')

  await district.decide(week, 2, '2024-11-15 19:00')
  await district.playTo('2024-11-15 19:10')
  expect(rowOf()).toBe('机关日常工作')
  // After hours the letter waits for the first hour of the next working day.
  expect(await givenBack(district)).toEqual(readers(1))
  await district.playTo('2024-11-18 09:00')
  expect(await givenBack(district)).toEqual([...readers(1), ...readers(2)].sort())
  expect(approvals(district)).toEqual(['2 已印发', '1 已印发'])
})
