import { expect, it } from 'vitest'
import type { District } from '../../src/local/district/district'
import { typeOver } from './retype'
import { makeDistrict, type SmallDistrict } from './small-district'

const twoOfAName = (district: District): District => ({
  ...district,
  leaders: district.leaders.map((leader) =>
    leader.id === 'L03'
      ? { ...leader, name: '程波', title: '区委常委、组织部部长', office: 'QZFB' }
      : leader,
  ),
  people: district.people.map((person) =>
    person.id === 'P009' ? { ...person, name: '周衡' } : person,
  ),
  settings: [
    ...district.settings,
    { key: 'weekly.approver', value: 'P001', from: '2024-01-01', source: '', note: '' },
  ],
})

const plan = (district: SmallDistrict) =>
  district
    .page('区政府办', '本办待办')
    .map((row) => Object.values(row).join(' '))
    .join('\n')

it('two leaders of one name: the desk says which forms there are, and each of them is taken', async () => {
  const district = await makeDistrict('2024-11-15 08:30', twoOfAName)
  const lines = ['程波', '程波'].map((name) => ({
    周次: '2024-11-18',
    领导姓名: name,
    活动内容: '无统一安排',
  }))
  await district.type('区政府办', '周计划填报', lines.slice(0, 1), '2024-11-15 08:40')
  await district.playTo('2024-11-15 08:50')
  expect(plan(district)).toContain(
    '“程波”在领导名单中有2个，请写明是哪一个：程波（区长）、程波（区委常委、组织部部长）',
  )
  const view = district.view('区政府办', '周计划填报')
  const column = view.rows[1]?.indexOf('领导姓名') ?? -1
  expect(view.looks[2]?.[column]?.choices).toEqual([
    '程波（区长）',
    '程波（区委常委、组织部部长）',
    '袁绍溪',
  ])
  typeOver(district, '区政府办', '周计划填报', ['领导姓名', '程波'], { 领导姓名: '程波（区长）' })
  await district.type(
    '区政府办',
    '周计划填报',
    [{ 周次: '2024-11-18', 领导姓名: '程波【组织部部长】', 活动内容: '无统一安排' }],
    '2024-11-15 09:00',
  )
  await district.playTo('2024-11-15 09:10')
  const status = district.page('总台账', '报送情况').filter((row) => row['单位'] === '区政府办')
  expect(status.map((row) => row['缺报'] ?? '')).toEqual([''])
})

it('two people of one name: the letter about a version, and the right to approve, are one’s', async () => {
  const district = await makeDistrict('2024-11-15 08:30', twoOfAName)
  const offices = ['区委办', '区人大办', '区政协办', '区法院', '区检察院']
  for (const desk of offices) {
    await district.fileWeek('2024-11-18', '2024-11-15 08:40', [desk])
  }
  await district.playTo('2024-11-15 12:00')
  const letters = await district.letters()
  const asked = letters.filter(({ subject }) => subject.includes('审定')).map(({ to }) => to)
  expect(asked).toEqual(['p001@anlan.local'])
  expect(district.page('总台账', '单位').find((row) => row['编号'] === 'QZXB')?.['负责人']).toBe(
    '周衡（区政协办）',
  )
  await district.decide('2024-11-18', 1, '2024-11-15 12:20', '周衡（区政协办）')
  await district.playTo('2024-11-15 12:30')
  const state = () => district.page('总台账', '审定').map((row) => row['状态'])
  expect(state()).toEqual(['审定人不在可审定名单中，请由名单中的人审定'])
  await district.decide('2024-11-18', 1, '2024-11-15 12:40', '周衡（区委办）')
  await district.playTo('2024-11-15 12:50')
  expect(state()[0]).toContain('已审定')
})
