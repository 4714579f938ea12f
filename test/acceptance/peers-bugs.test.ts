import { expect, it } from 'vitest'
import type { InboxMail } from '../../src/local/contract'
import { tickWith } from './in-the-ledger'
import { moveColumns, typeOver } from './retype'
import { desks, makeDistrict, type SmallDistrict } from './small-district'

const week = '2024-11-18'
const tab = '周计划填报'
const start = '2024-11-11 09:00'

const subjects = (mails: InboxMail[], word: string): InboxMail[] =>
  mails.filter(({ subject }) => subject.includes(word))

const digestsOf = async (district: SmallDistrict, day: string): Promise<InboxMail[]> => {
  await district.playTo(`${day} 08:30`)
  return subjects(await district.letters(), '今日提醒').filter(
    ({ at }) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) === day,
  )
}

it('peers 2: at half past eight a plan due tomorrow is not under 今天到期, the day after it is', async () => {
  const district = await makeDistrict(start)
  const thursday = await digestsOf(district, '2024-11-14')
  expect(thursday.map(({ text }) => text).join()).not.toContain('今天截止')
  const friday = await digestsOf(district, '2024-11-15')
  const liaison = friday.find(({ to }) => to.includes('p006@'))
  expect(liaison?.text).toContain('今天到期（1）')
  expect(liaison?.text).toContain('今天截止（2024年11月15日 12:00）：邓清棠')
})

it('peers 4: no two columns of a tab share a place, and columns are found by heading alone', async () => {
  const district = await makeDistrict(start)
  const { tabs, books } = await district.describe()
  const desk = books.find((book) => 'short' in book && book.short === '区委办')?.book ?? ''
  const atDesk = district.workspace.store.view(desk).map(({ name }) => name)
  // Tabs of a post desk stand at no office.
  const standing = tabs.filter(({ kind, tab: name }) => kind === 'control' || atDesk.includes(name))
  expect(standing.length).toBeGreaterThan(8)
  for (const { kind, tab: name, headings } of standing) {
    const shown = district.sheet(kind === 'control' ? '总台账' : '区委办', name)[1] ?? []
    for (const { heading } of headings) {
      expect(shown.filter((text) => text === heading)).toEqual([heading])
    }
  }
  // Every column of a tab in the opposite order: state and what people typed stay apart.
  moveColumns(district, '区人大办', tab, (cells) => cells.toReversed())
  const row = { 周次: week, 领导姓名: '邓清棠', 日期: '11月20日', 活动内容: '视察', 地点: '城东' }
  await district.type('区人大办', tab, [row], '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:00')
  expect(district.page('区人大办', tab)[0]).toMatchObject({
    ...row,
    编号: 'QRDB-0001',
    状态: '草稿',
  })
})

it('peers 6: a run cut off while mailing mails nobody twice, and nobody but one is in doubt', async () => {
  const whole = await makeDistrict(start)
  const run = await tickWith(whole, '2024-11-14 15:00', {})
  const all = await whole.letters()
  expect(all.length).toBeGreaterThan(4)
  const sends = run.trace.flatMap(({ kind }, at) => (kind.startsWith('mail.send') ? [at] : []))
  const middle = sends[Math.floor(sends.length / 2)] ?? 0

  const district = await makeDistrict(start)
  const killed = await tickWith(district, '2024-11-14 15:00', { killAt: middle })
  expect(killed.outcome).toBe('killed')
  const before = (await district.letters()).length
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(all.length)
  await district.playTo('2024-11-14 15:40')
  const mails = await district.letters()
  const keys = mails.map(({ to, subject }) => `${to} ${subject}`)
  expect(new Set(keys).size).toBe(keys.length)
  const doubtful = district.page('总台账', '问题').filter((row) => row['类别'] === '不确定的信')
  expect(doubtful.length).toBeLessThanOrEqual(1)
  expect(mails.length + doubtful.length).toBeGreaterThanOrEqual(all.length)
  for (const { to, subject } of all.slice(0, before)) expect(keys).toContain(`${to} ${subject}`)
})

it('peers 7: $& and <b> in a name or a reason stand in the mail as they were typed', async () => {
  const name = '邓$&<b>清</b>{{week}}'
  const district = await makeDistrict(start, (given) => ({
    ...given,
    leaders: given.leaders.map((each) => (each.name === '邓清棠' ? { ...each, name } : each)),
  }))
  await district.playTo('2024-11-14 15:00')
  const [reminder] = subjects(await district.letters(), '请报送').filter(({ to }) =>
    to.includes('p006@'),
  )
  expect(reminder?.text).toContain(`· ${name}`)
  expect(reminder?.html).toContain('邓$&amp;&lt;b&gt;清&lt;/b&gt;{{week}}')

  const nothing = { 周次: week, 领导姓名: name, 活动内容: '无统一安排' }
  await district.type('区人大办', tab, [nothing], '2024-11-14 16:00')
  await district.type('区人大办', '报送', [{ 周次: week, 报送: '是' }], '2024-11-14 16:00')
  await district.playTo('2024-11-14 16:00')
  const reason = "$' <img src=x> $t(footer) {{cutoff}} & 请补地点"
  const back = { 周次: week, 单位: '区人大办', 退回原因: reason }
  await district.type('总台账', '报送情况', [back], '2024-11-14 17:00')
  const returned = (await digestsOf(district, '2024-11-15')).find(({ to }) => to.includes('p006@'))
  expect(returned?.text).toContain(`原因：${reason}`)
  expect(returned?.html).toContain('$&#39; &lt;img src=x&gt; $t(footer) {{cutoff}} &amp; 请补地点')
  expect(returned?.html).not.toContain('<img')
})

it('peers 8: the title of a week over the turn of the year names both years in full', async () => {
  const district = await makeDistrict('2024-12-23 09:00')
  await district.playTo('2024-12-27 12:00')
  const { weeks } = await district.describe()
  expect(weeks.find(({ monday }) => monday === '2024-12-30')).toMatchObject({
    title: '2024年12月30日—2025年1月5日',
    number: 1,
  })
  const lines = district.page('总台账', '报送情况')
  expect(lines.map((row) => row['周次'])).toContain('2024-12-30')
})

it('peers 9: Sunday is the last day of its week, in a line and on the clock', async () => {
  const district = await makeDistrict(start)
  const row = { 领导姓名: '邓清棠', 日期: '11月24日', 时段: '下午', 活动内容: '植树' }
  const spoken = { 领导姓名: '邓清棠', 日期: '周日', 时段: '上午', 活动内容: '走访' }
  await district.type('区人大办', tab, [row, spoken], '2024-11-12 10:00')
  await district.fileWeek(week, '2024-11-14 10:00')
  await district.playTo('2024-11-14 10:00')
  const week18 = district.sheet('总台账', '一周安排表')
  const leader = week18.find((cells) => cells[0] === '邓清棠') ?? []
  expect(week18.find((cells) => cells[0] === '日期')?.[2 + 6 * 2]).toBe('星期日 11月24日')
  expect(leader.slice(2 + 6 * 2, 4 + 6 * 2)).toEqual(['走访', '植树'])

  await district.decide(week, 1, '2024-11-15 16:00')
  const open = async (at: string) => {
    await district.playTo(at)
    const { weeks } = await district.describe()
    return weeks.find(({ monday }) => monday === week)?.state
  }
  expect(await open('2024-11-24 23:50')).toBe('已印发')
  const sunday = { 编号: 'QRDB-0001', 日期: '11月23日', 调整原因: '天气' }
  expect((await district.type('区人大办', tab, [sunday], '2024-11-24 23:55')).changed).toBe(1)
})

it('peers 11: those who have not filed are each reminded alone; nobody late, no mail', async () => {
  const district = await makeDistrict(start)
  await district.fileWeek(week, '2024-11-13 10:00', ['区委办', '区政府办', '区法院'])
  await district.playTo('2024-11-14 15:00')
  const reminders = subjects(await district.letters(), '请报送')
  expect(reminders.map(({ to }) => to.replace(/[<>]/g, '')).toSorted()).toEqual([
    'p006@anlan.local',
    'p010@anlan.local',
    'p012@anlan.local',
  ])
  const other = await makeDistrict(start)
  await other.fileWeek(week, '2024-11-13 10:00', desks)
  await other.playTo('2024-11-14 15:30')
  expect(subjects(await other.letters(), '请报送')).toEqual([])
  expect((await other.letters()).every(({ to }) => to.includes('@'))).toBe(true)
})

it('peers 13: a cell changed past every edit event is seen by the next tick', async () => {
  const district = await makeDistrict(start)
  const row = { 周次: week, 领导姓名: '邓清棠', 日期: '11月20日', 活动内容: '视察' }
  await district.type('区人大办', tab, [row], '2024-11-12 10:00')
  await district.playTo('2024-11-12 10:00')
  typeOver(district, '区人大办', tab, ['活动内容', '视察'], { 日期: '11月22日' })
  await district.playTo('2024-11-12 10:10')
  expect(district.page('区人大办', tab)[0]?.['星期']).toBe('星期五')
})
