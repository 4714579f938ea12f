import { expect, it } from 'vitest'
import { makeDistrict, type SmallDistrict } from './small-district'

const week = '2024-11-18'

const digests = async (district: SmallDistrict): Promise<string[]> =>
  (await district.letters())
    .filter(({ subject }) => subject.startsWith('今日提醒'))
    .map(({ to, at }) => `${to} ${at.slice(0, 10)}`)
    .sort()

it('E35: on the day of the cut-off those who owe a plan get one mail, those with nothing due none', async () => {
  const district = await makeDistrict('2024-11-15 08:00')
  await district.fileWeek(week, '2024-11-15 08:10', ['区委办', '区政协办', '区法院'])
  await district.playTo('2024-11-15 08:20')
  expect(await digests(district)).toEqual([])
  await district.playTo('2024-11-15 08:30')
  const owing = ['p006', 'p008', 'p012'].map((id) => `${id}@anlan.local 2024-11-15`)
  expect(await digests(district)).toEqual(owing)
  const [letter] = await district.letters()
  expect(letter?.from).toMatch(/^联席 <[^<>"]+@[^<>"]+>$/)
})

it('E35: the digest runs twice on one day, and more has come due: still one mail', async () => {
  const district = await makeDistrict('2024-11-15 08:20')
  await district.playTo('2024-11-15 08:30')
  const first = await digests(district)
  expect(first).toContain('p006@anlan.local 2024-11-15')
  expect(first).not.toContain('p001@anlan.local 2024-11-15')
  await district.workspace.call('tick', [])
  await district.type('总台账', '手动操作', [{ 事项: '立即汇总' }], '2024-11-15 11:45', '周衡')
  await district.playTo('2024-11-15 12:10')
  const after = await digests(district)
  expect(new Set(after).size).toBe(after.length)
  expect(after.filter((one) => first.includes(one))).toEqual(first)
})

it('E35: with everything filed and approved nobody hears anything the next working day', async () => {
  const district = await makeDistrict('2024-11-14 08:00')
  await district.fileWeek(week, '2024-11-14 08:10')
  await district.decide(week, 1, '2024-11-14 08:25')
  await district.playTo('2024-11-15 08:40')
  expect(await digests(district)).toEqual([])
})

it('E35: nothing of a row marked 内部, and no plan line at all, is in any mail', async () => {
  const district = await makeDistrict('2024-11-15 08:00')
  await district.fileWeek(week, '2024-11-15 08:10')
  const line = (leader: string, what: string, own: Record<string, string>) => ({
    周次: week,
    领导姓名: leader,
    日期: '11月20日',
    开始: '09:00',
    活动内容: what,
    地点: '青石湾三号会议室',
    需协调事项: '请备投影',
    类别: '外出',
    ...own,
  })
  const mine = [line('江岳', '研究干部任免安排', { 知悉范围: '本办' })]
  await district.type('区委办', '周计划填报', mine, '2024-11-15 08:10')
  const theirs = [line('程波', '调研江畔产业园', { 知悉范围: '四办' })]
  await district.type('区政府办', '周计划填报', theirs, '2024-11-15 08:10')
  await district.playTo('2024-11-15 08:40')
  const [last] = district.page('总台账', '审定')
  await district.decide(week, Number(last?.['版本']), '2024-11-15 09:00')
  await district.playTo('2024-11-15 17:00')
  const [row] = district.page('区委办', '周计划填报').slice(-1)
  const moved = { 编号: row?.['编号'] ?? '', 日期: '11月21日', 调整原因: '场地变更' }
  await district.type('区委办', '周计划填报', [moved], '2024-11-15 17:05')
  await district.playTo('2024-11-18 08:40')

  const mails = await district.letters()
  const subjects = mails.map(({ subject }) => subject).join('\n')
  for (const kind of ['周计划已印发', '安排调整通知', '今日提醒']) {
    expect(subjects).toContain(kind)
  }
  // A clash that is further off is a line of the digest.
  expect(mails.some(({ text }) => text.includes('安排冲突'))).toBe(true)
  const all = mails.map((mail) => `${mail.subject}\n${mail.text}\n${mail.html}`).join('\n')
  for (const text of ['任免', '产业园', '青石湾', '投影', '09:00', '场地变更']) {
    expect(all).not.toContain(text)
  }
})
