import { expect, it } from 'vitest'
import { makeDistrict } from './small-district'

const week = '2024-11-18'

it('E14: 江岳书记 and 程波区长 both 外出 on 2024-11-21: a warning, and nothing is blocked', async () => {
  const district = await makeDistrict('2024-11-15 08:50')
  const away = (leader: string) => ({
    周次: week,
    领导姓名: leader,
    日期: '2024-11-21',
    时段: '全天',
    活动内容: '赴外地考察',
    类别: '外出',
  })
  await district.fileWeek(week, '2024-11-15 09:00')
  await district.type('区委办', '周计划填报', [away('江岳书记')], '2024-11-15 09:30')
  await district.type('区政府办', '周计划填报', [away('程波区长')], '2024-11-15 09:30')
  await district.playTo('2024-11-15 09:40')

  const warnings = () =>
    district.page('总台账', '冲突').map((row) => [row['日期'], row['类型'], row['领导']])
  expect(warnings()).toEqual([['2024年11月21日', '党政主要领导同日离市', '江岳、程波']])
  const states = district.page('总台账', '报送情况').map((row) => row['状态'])
  expect(states).toEqual(Array.from({ length: 6 }, () => '已报'))
  const [version] = district.page('总台账', '审定')
  await district.decide(week, Number(version?.['版本']), '2024-11-15 10:00')
  await district.playTo('2024-11-15 17:00')
  const row = district.sheet('总台账', '一周安排表').find(([name]) => name === '江岳')
  expect(row?.[8]).toContain('赴外地考察')
  expect(row?.at(-1)).toContain('11月21日 党政主要领导同日离市')

  // Further off than the next working day: told by the next digest, to each of both offices once.
  await district.playTo('2024-11-19 08:40')
  const told = (await district.letters()).filter(({ text }) =>
    text.includes('党政主要领导同日离市'),
  )
  expect(told.map(({ to }) => to).sort()).toEqual(['p003@anlan.local', 'p008@anlan.local'])
  const coordinator = (await district.letters()).filter(({ to }) => to === 'p001@anlan.local')
  expect(coordinator.some(({ text }) => text.includes('安排冲突1处'))).toBe(true)
})

it('E14: only one of the two away raises no such warning', async () => {
  const district = await makeDistrict('2024-11-15 08:50')
  await district.fileWeek(week, '2024-11-15 09:00')
  const away = { 周次: week, 领导姓名: '江岳', 日期: '2024-11-21', 活动内容: '考察', 类别: '外出' }
  await district.type('区委办', '周计划填报', [away], '2024-11-15 09:30')
  const home = { ...away, 领导姓名: '程波', 类别: '调研' }
  await district.type('区政府办', '周计划填报', [home], '2024-11-15 09:30')
  await district.playTo('2024-11-15 09:40')
  const kinds = district.page('总台账', '冲突').map((row) => row['类型'])
  expect(kinds).not.toContain('党政主要领导同日离市')
})
