import { expect, it } from 'vitest'
import { makeDistrict, momentOf, nothingPlanned } from './small-district'

const said = (week: string) => [{ 周次: week, 报送: '是', 报送人: '何思源' }]

it('E12: the plan for 3–9 Feb 2025 closes on Monday 27 Jan 12:00, for that Friday is 春节', async () => {
  const district = await makeDistrict('2025-01-24 11:40')
  await district.playTo('2025-01-24 11:50')
  expect(district.page('区人大办', '报送').map((row) => row['周次'])).toEqual(['2025-01-27'])
  await district.playTo('2025-01-24 12:00')
  const lines = district.page('区人大办', '报送')
  expect(lines.map((row) => [row['周次'], row['截止']])).toEqual([
    ['2025-02-03', '2025-01-27 12:00'],
    ['2025-01-27', '2025-01-24 12:00'],
  ])

  const line = nothingPlanned('2025-02-03', '邓清棠')
  await district.type('区人大办', '周计划填报', [line], '2025-01-27 11:50')
  await district.type('区人大办', '报送', said('2025-02-03'), '2025-01-27 11:50')
  const late = nothingPlanned('2025-02-03', '龚立言')
  await district.type('区政协办', '周计划填报', [late], '2025-01-27 12:30')
  await district.type('区政协办', '报送', said('2025-02-03'), '2025-01-27 12:30')
  await district.playTo('2025-01-27 12:30')
  const filed = district.page('总台账', '报送情况').filter((row) => row['周次'] === '2025-02-03')
  const lateness = new Map(filed.map((row) => [row['单位'], row['补报']]))
  expect(lateness.get('区人大办')).toBe('')
  expect(lateness.get('区政协办')).toBe('补报（逾时20分钟）')
})

it('E12: its reminder leaves on the last working day before, the make-up Sunday 26 Jan 15:00', async () => {
  const district = await makeDistrict('2025-01-26 14:40')
  const reminded = async () =>
    (await district.letters()).filter(({ subject }) =>
      subject.includes('请报送2025年2月3日—2月9日周计划'),
    )
  await district.playTo('2025-01-26 14:50')
  expect(await reminded()).toEqual([])
  await district.playTo('2025-01-26 15:00')
  expect((await reminded()).map(({ to }) => to)).toContain('p006@anlan.local')
})

it('E34: with no 2027 calendar the week of 4 Jan closes on Thursday 31 Dec and is marked so', async () => {
  const district = await makeDistrict('2026-12-31 09:00')
  await district.fileWeek('2027-01-04', '2026-12-31 09:30')
  await district.playTo('2026-12-31 12:00')
  const { weeks } = await district.describe()
  const week = weeks.find(({ monday }) => monday === '2027-01-04')
  expect(week?.cutoff).toBe(momentOf('2026-12-31 12:00'))
  expect(week?.mark).toContain('2027年放假安排未录入')
  expect(weeks.find(({ monday }) => monday === '2026-12-21')?.mark).toBeUndefined()
  const sheet = district.sheet('总台账', '一周安排表').flat().join('\n')
  expect(sheet).toContain('2027年1月4日—1月10日')
  expect(sheet).toContain('2027年放假安排未录入')
  const opened = district.page('区人大办', '报送').find((row) => row['周次'] === '2027-01-11')
  expect(opened?.['截止']).toBe('2027-01-08 12:00')
})

it('E34: a row of 2027 at 工作日历 decides, and takes the mark away', async () => {
  const district = await makeDistrict('2026-12-21 09:00')
  const rows = [
    { 日期: '2027-01-01', 性质: '休息', 说明: '元旦' },
    { 日期: '2026-12-31', 性质: '休息', 说明: '调休' },
  ]
  await district.type('总台账', '工作日历', rows, '2026-12-21 09:05', '周衡')
  await district.playTo('2026-12-21 09:10')
  const { weeks } = await district.describe()
  const week = weeks.find(({ monday }) => monday === '2027-01-04')
  expect(week?.cutoff).toBe(momentOf('2026-12-30 12:00'))
  expect(week?.mark).toBeUndefined()
})

it('design 2: a new year opens a second ledger, and the open week goes on in it', async () => {
  const district = await makeDistrict('2026-12-31 09:40')
  await district.fileWeek('2027-01-04', '2026-12-31 10:00')
  await district.decide('2027-01-04', 1, '2026-12-31 11:00')
  await district.playTo('2026-12-31 23:50')
  const before = district.sheet('区委办', '一周安排表')
  const keys = (await district.letters()).map(({ to, subject }) => `${to} ${subject}`)
  await district.playTo('2027-01-01 02:10')

  const ledgers = district.workspace.store.books().filter(({ kind }) => kind === 'ledger')
  expect(ledgers.map(({ name }) => name)).toEqual(['机器账2026', '机器账2027'])
  expect(district.sheet('区委办', '一周安排表')).toEqual(before)
  const now = (await district.letters()).map(({ to, subject }) => `${to} ${subject}`)
  expect(now).toEqual(keys)
  await district.playTo('2027-01-04 09:00')
  const late = (await district.letters()).slice(keys.length)
  expect(late.every(({ subject }) => subject.startsWith('今日提醒'))).toBe(true)

  const line = {
    周次: '2027-01-04',
    领导姓名: '邓清棠',
    日期: '1月6日',
    活动内容: '看望代表',
    承办单位: '区政府办',
  }
  const added = [{ ...line, 调整原因: '代表来访' }]
  await district.type('区人大办', '周计划填报', added, '2027-01-04 09:05')
  await district.playTo('2027-01-04 09:30')
  const notices = (await district.letters()).filter(({ subject }) => subject.includes('调整通知'))
  expect(notices.map(({ to }) => to)).toEqual(['p008@anlan.local'])
  const filed = district.page('总台账', '报送情况').filter((row) => row['周次'] === '2027-01-04')
  expect(filed.map((row) => row['状态'])).toEqual(Array.from({ length: 6 }, () => '已报'))
})
