import { expect, it } from 'vitest'
import { makeDistrict, type Row, type SmallDistrict } from './small-district'

const week = '2024-11-18'

/** The week given back, with one line of 邓清棠 on Wednesday that 区政协办 takes part in. */
async function issueWeek(district: SmallDistrict): Promise<void> {
  await district.fileWeek(week, '2024-11-15 09:00')
  const line = {
    周次: week,
    领导姓名: '邓清棠',
    日期: '2024-11-20',
    时段: '上午',
    活动内容: '调研代表之家',
    '参加人员/单位': '区政协办',
  }
  await district.type('区人大办', '周计划填报', [line], '2024-11-15 09:00')
  await district.decide(week, 1, '2024-11-15 10:00')
  await district.playTo('2024-11-15 17:00')
}

async function givenBack(): Promise<{ district: SmallDistrict; id: string }> {
  const district = await makeDistrict('2024-11-15 08:50', (same) => same, issueWeek)
  const found = district
    .page('区人大办', '周计划填报')
    .find((row) => row['活动内容'] === '调研代表之家')
  expect(found?.['状态']).toBe('已印发')
  return { district, id: found?.['编号'] ?? '' }
}

const change = (district: SmallDistrict, row: Row, at: string) =>
  district.type('区人大办', '周计划填报', [row], at, '何思源')

const stateOf = (district: SmallDistrict, id: string): string | undefined =>
  district.page('区人大办', '周计划填报').find((row) => row['编号'] === id)?.['状态']

const notices = async (district: SmallDistrict): Promise<string[]> =>
  (await district.letters())
    .filter(({ subject }) => subject.includes('安排调整通知'))
    .map(({ to, subject }) => `${to} ${/第\d+号/.exec(subject)?.[0]}`)
    .sort()

it('E39: a published cell changed and changed back before the second tick tells nobody', async () => {
  const { district, id } = await givenBack()
  await change(district, { 编号: id, 日期: '2024-11-21', 调整原因: '会议冲突' }, '2024-11-18 09:05')
  await district.playTo('2024-11-18 09:10')
  await change(district, { 编号: id, 日期: '2024-11-20' }, '2024-11-18 09:15')
  await district.playTo('2024-11-18 10:00')
  expect(await notices(district)).toEqual([])
  expect(stateOf(district, id)).toBe('已印发')
  const shown = district.sheet('区政协办', '一周安排表').flat().join('\n')
  expect(shown).not.toContain('〔调整〕')
})

it('E39: without 调整原因 it waits as 待补原因; with it, one notice to the touched offices only', async () => {
  const { district, id } = await givenBack()
  await change(district, { 编号: id, 日期: '2024-11-21' }, '2024-11-18 09:05')
  await district.playTo('2024-11-18 09:30')
  expect(stateOf(district, id)).toBe('待补原因')
  const todo = district.page('区人大办', '本办待办').filter((row) => row['类别'] === '待补原因')
  expect(todo.map((row) => row['事项'])).toEqual(['邓清棠 11月21日 上午 调研代表之家（调整）'])
  expect(await notices(district)).toEqual([])
  const rowOf = (desk: string): Row | undefined => {
    const cells = district.sheet(desk, '一周安排表').find(([name]) => name === '邓清棠')
    return { 周三上午: cells?.[6] ?? '', 周四上午: cells?.[8] ?? '' }
  }
  const former = '〔调整〕调研代表之家\n（原：11月20日 调研代表之家）'
  expect(rowOf('区政协办')).toEqual({ 周三上午: '', 周四上午: former })
  const meta = district.sheet('区政协办', '一周安排表').find(([text]) => text?.startsWith('内部　'))
  expect(meta?.[0]).toBe('内部　第1版（周衡11月15日审定），审定后调整1处，截至11月18日09:20')

  await change(district, { 编号: id, 调整原因: '会议冲突' }, '2024-11-18 09:35')
  await district.playTo('2024-11-18 11:00')
  expect(await notices(district)).toEqual(['p010@anlan.local 第1号'])
  expect(rowOf('区政协办')).toEqual({ 周三上午: '', 周四上午: former })
  expect(stateOf(district, id)).toBe('已通知')
  const told = district.page('区政协办', '本办待办').filter((row) => row['类别'] === '调整通知')
  expect(told.map((row) => row['说明'])).toEqual([
    '区人大办：邓清棠的一项安排调整，改为11月21日；原因：会议冲突',
  ])
  const untold = district.page('区政府办', '本办待办').map((row) => row['类别'])
  expect(untold).not.toContain('调整通知')
})

it('E39: a second change needs a reason of its own and is notice 2', async () => {
  const { district, id } = await givenBack()
  const first = { 编号: id, 日期: '2024-11-21', 调整原因: '会议冲突' }
  await change(district, first, '2024-11-18 09:05')
  await district.playTo('2024-11-18 09:30')
  await change(district, { 编号: id, 日期: '2024-11-22' }, '2024-11-18 09:35')
  await district.playTo('2024-11-18 10:00')
  expect(stateOf(district, id)).toBe('待补原因')
  await change(district, { 编号: id, 调整原因: '代表时间有变' }, '2024-11-18 10:05')
  await district.playTo('2024-11-18 10:30')
  expect(await notices(district)).toEqual(['p010@anlan.local 第1号', 'p010@anlan.local 第2号'])
})

it('E39: 落实情况 = 取消 with a reason cancels the line by one notice', async () => {
  const { district, id } = await givenBack()
  const cancelled = { 编号: id, 落实情况: '取消', 调整原因: '代表出差' }
  await change(district, cancelled, '2024-11-18 09:05')
  await district.playTo('2024-11-18 09:30')
  expect(await notices(district)).toEqual(['p010@anlan.local 第1号'])
  expect(stateOf(district, id)).toBe('已取消')
  const row = district.sheet('区政协办', '一周安排表').find(([name]) => name === '邓清棠')
  expect(row?.[6]).toBe('〔取消〕调研代表之家')
})

it('E39: a change of wording only is marked with the former words, with no notice', async () => {
  const { district, id } = await givenBack()
  await change(district, { 编号: id, 活动内容: '调研人大代表之家' }, '2024-11-18 09:05')
  await district.playTo('2024-11-18 09:40')
  expect(await notices(district)).toEqual([])
  const row = district.sheet('区政协办', '一周安排表').find(([name]) => name === '邓清棠')
  expect(row?.[6]).toBe('〔调整〕调研人大代表之家\n（原：调研代表之家）')
})

it('E39: those whose line clashes with the changed one are told too, of the four offices only', async () => {
  const district = await makeDistrict('2024-11-15 08:50')
  await district.fileWeek(week, '2024-11-15 09:00')
  const line = (leader: string, day: string): Row => ({
    周次: week,
    领导姓名: leader,
    日期: day,
    开始: '09:00',
    结束: '11:00',
    活动内容: `${leader}的活动`,
    地点: '青石湾会议中心',
  })
  const busy = [line('江岳', '2024-11-21')]
  await district.type('区委办', '周计划填报', busy, '2024-11-15 09:00')
  await district.type('区法院', '周计划填报', [line('孔维岳', '2024-11-21')], '2024-11-15 09:00')
  await change(district, line('邓清棠', '2024-11-20'), '2024-11-15 09:00')
  await district.decide(week, 1, '2024-11-15 10:00')
  await district.playTo('2024-11-15 17:00')
  const own = district.page('区人大办', '周计划填报').find((row) => row['日期'] === '2024-11-20')
  const moved = { 编号: own?.['编号'] ?? '', 日期: '2024-11-21', 调整原因: '会期变更' }
  await change(district, moved, '2024-11-18 09:05')
  await district.playTo('2024-11-18 09:30')
  // One letter an office: to the first of its liaisons who is there.
  expect(await notices(district)).toEqual(['p003@anlan.local 第1号'])
})

it('E39: a line added after feedback is told as 新增 once its reason is given', async () => {
  const { district } = await givenBack()
  const added = {
    周次: week,
    领导姓名: '邓清棠',
    日期: '2024-11-22',
    时段: '下午',
    活动内容: '看望代表',
  }
  await change(district, added, '2024-11-18 09:05')
  await district.playTo('2024-11-18 09:30')
  const [last] = district.page('区人大办', '周计划填报').slice(-1)
  expect(last?.['状态']).toBe('待补原因')
  expect(await notices(district)).toEqual([])
  const reason = { 编号: last?.['编号'] ?? '', 调整原因: '代表来访' }
  await change(district, reason, '2024-11-18 09:35')
  await district.playTo('2024-11-18 10:00')
  // It touches nobody but the office that added it.
  expect(await notices(district)).toEqual([])
  const row = district.sheet('区委办', '一周安排表').find(([name]) => name === '邓清棠')
  expect(row?.[11]).toBe('〔新增〕看望代表')
})
