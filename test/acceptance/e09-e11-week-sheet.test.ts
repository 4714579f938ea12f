import { expect, it } from 'vitest'
import { makeDistrict, nothingPlanned } from './small-district'

const week = '2024-11-18'

it('E9: the first plan week is headed 2024年11月18日—11月24日（第47周） over 星期一…星期日', async () => {
  const district = await makeDistrict('2024-11-15 08:50')
  await district.fileWeek(week, '2024-11-15 09:00')
  await district.decide(week, 1, '2024-11-15 10:00')
  await district.playTo('2024-11-15 17:00')

  const [, title, , days] = district.sheet('区委办', '一周安排表')
  expect(title?.[0]).toContain('2024年11月18日—11月24日（第47周）')
  expect((days ?? []).filter((text) => text.startsWith('星期'))).toEqual([
    '星期一 11月18日',
    '星期二 11月19日',
    '星期三 11月20日',
    '星期四 11月21日',
    '星期五 11月22日',
    '星期六 11月23日',
    '星期日 11月24日',
  ])
})

it('E10: 人大, 政协, 常委 and “法检”两长 are expected; a 副区长 is 未列入报送范围 and not missing', async () => {
  const district = await makeDistrict('2024-11-15 08:40')
  await district.playTo('2024-11-15 08:50')
  const lacking = (): string[] =>
    district.page('总台账', '报送情况').flatMap((row) => (row['缺报领导'] ?? '').split('、'))
  expect(lacking()).toEqual(['江岳', '罗景澜', '邓清棠', '程波', '龚立言', '孔维岳', '薛定川'])

  await district.fileWeek(week, '2024-11-15 09:00')
  await district.decide(week, 1, '2024-11-15 10:00')
  await district.playTo('2024-11-15 17:00')
  const states = district.page('总台账', '报送情况').filter((row) => row['周次'] === week)
  expect(states.map((row) => row['状态'])).toEqual(Array.from({ length: 6 }, () => '已报'))
  const named = (desk: string) =>
    district.sheet(desk, '一周安排表').find(([name]) => name === '袁绍溪')
  expect(named('总台账')?.[2]).toBe('未列入报送范围')
  expect(named('区政府办')).toBeUndefined()
})

it('E10: the scope is a table: with 区政府 in weekly.scope the 副区长 is expected too', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  const scope = { 参数: 'weekly.scope', 值: '区委常委、区政府', 生效日期: '2024-11-15' }
  await district.type('总台账', '参数表', [scope], '2024-11-11 09:05', '周衡')
  await district.playTo('2024-11-11 09:20')
  const states = new Map(
    district
      .page('总台账', '报送情况')
      .map((row) => [row['单位'], `${row['状态']} ${row['缺报领导']}`]),
  )
  expect(states.get('区政府办')).toBe('未报 程波、袁绍溪')
  expect(states.get('区人大办')).toBe('不需报送 ')
  expect(district.page('区人大办', '报送').map((row) => row['状态'])).toEqual(['不需报送'])
  const { weeks } = await district.describe()
  expect(weeks.find(({ monday }) => monday === week)?.duties).toBe(2)
})

it('E11: 无统一安排 counts as handed in; a blank sheet with 报送 = 是 does not', async () => {
  const district = await makeDistrict('2024-11-11 09:00')
  const said = [{ 周次: week, 报送: '是', 报送人: '何思源' }]
  await district.type('区人大办', '报送', said, '2024-11-14 09:00')
  await district.playTo('2024-11-14 09:10')
  const stateOf = (): (string | undefined)[] =>
    district
      .page('总台账', '报送情况')
      .filter((row) => row['单位'] === '区人大办')
      .map((row) => `${row['状态']} ${row['缺报领导']}`)
  expect(stateOf()).toEqual(['草稿 邓清棠'])
  expect(district.page('区人大办', '报送').map((row) => row['状态'])).toEqual(['内容未齐'])

  const line = nothingPlanned(week, '邓清棠')
  await district.type('区人大办', '周计划填报', [line], '2024-11-14 09:30')
  await district.playTo('2024-11-14 09:40')
  expect(stateOf()).toEqual(['已报 '])
})

it('E11: 无统一安排 below a dated line of another leader takes no day from it', async () => {
  const district = await makeDistrict('2024-11-15 08:50')
  const dated = { 周次: week, 领导姓名: '江岳', 日期: '2024-11-20', 活动内容: '主持工作例会' }
  const below = nothingPlanned(week, '罗景澜')
  await district.type('区委办', '周计划填报', [dated, below], '2024-11-15 09:00')
  await district.type('区委办', '报送', [{ 周次: week, 报送: '是' }], '2024-11-15 09:00')
  await district.playTo('2024-11-15 12:00')
  const states = district.page('区委办', '周计划填报').map((row) => row['状态'])
  expect(states).toEqual(['待审定', '待审定'])
  const row = district.sheet('总台账', '一周安排表').find(([name]) => name === '罗景澜')
  expect([row?.[2], row?.[6]]).toEqual(['无统一安排', ''])
})
