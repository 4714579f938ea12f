import { expect, it } from 'vitest'
import type { District } from '../../src/local/district/district'
import { typeOver } from './retype'
import { makeDistrict, nothingPlanned, type SmallDistrict } from './small-district'

const holiday = (district: District): District => ({
  ...district,
  absences: [
    { person: 'P008', from: '2025-01-24', to: '2025-02-05', why: '' },
    { person: 'P007', from: '2025-01-26', to: '2025-01-27', why: '' },
  ],
  // A of 程波 is 赵启飞, B the head: here the head is somebody else.
  offices: district.offices.map((office) =>
    office.id === 'QZFB' ? { ...office, head: 'P013' } : office,
  ),
  people: [
    ...district.people,
    {
      id: 'P013',
      name: '陆庭之',
      office: 'QZFB',
      title: '主任',
      roles: ['主任'],
      email: 'p013@anlan.local',
      phone: '',
    },
    {
      id: 'P014',
      name: '秦月明',
      office: 'QZFB',
      title: '科长',
      roles: [],
      email: 'p014@anlan.local',
      phone: '',
    },
  ],
})

const sentence = '联络员A、B同时外出（1月26日—27日），请明确临时C岗'

const lines = (district: SmallDistrict, desk: string, tab: string) =>
  district
    .page(desk, tab)
    .map((row) => Object.values(row).join(' '))
    .join('\n')

const reminded = async (district: SmallDistrict) =>
  (await district.letters())
    .filter(({ subject }) => subject.includes('2月3日') && subject.includes('周计划'))
    .filter(({ to }) => /p0(07|08|13|14)@/.test(to))
    .map(({ to }) => to)

it('E48: A and B away together are told before, and the reminder goes to the head, never to A', async () => {
  const district = await makeDistrict('2025-01-22 09:00', holiday)
  await district.playTo('2025-01-23 09:00')
  const digest = (await district.letters()).filter(({ text }) => text.includes(sentence))
  expect([...new Set(digest.map(({ to }) => to))].sort()).toEqual(
    ['p001', 'p002', 'p013'].map((id) => `${id}@anlan.local`),
  )
  expect(lines(district, '区政府办', '本办待办')).toContain(
    'A、B同时外出（1月26日—27日），请明确临时C岗',
  )
  expect(lines(district, '区委办', '本办待办')).not.toContain('同时外出')
  expect(lines(district, '总台账', '问题')).toContain(sentence)
  await district.playTo('2025-01-26 15:10')
  expect(await reminded(district)).toEqual(['p013@anlan.local'])
})

it('E48: the C named at 外出请假 is reminded, and nothing is asked for any more', async () => {
  const district = await makeDistrict('2025-01-22 09:00', holiday)
  await district.playTo('2025-01-22 09:20')
  typeOver(district, '总台账', '外出请假', ['姓名', '孟广华'], { 代管人: '秦月明' })
  await district.playTo('2025-01-23 09:00')
  expect(lines(district, '总台账', '问题')).not.toContain('同时外出')
  await district.playTo('2025-01-26 15:10')
  expect(await reminded(district)).toEqual(['p014@anlan.local'])
})

it('a leader without liaison, with one person as A and B, or without a desk is told, not passed over', async () => {
  const district = await makeDistrict('2024-11-14 08:00', (plain) => ({
    ...plain,
    leaders: plain.leaders.map((leader) => {
      if (leader.id === 'L01') return { ...leader, liaisonA: '', liaisonB: '' }
      if (leader.id === 'L04') return { ...leader, liaisonB: 'P006' }
      if (leader.id === 'L03') return { ...leader, office: 'QJDB' }
      return leader
    }),
  }))
  await district.playTo('2024-11-14 09:00')
  const wrong = (name: string) =>
    district.page('总台账', '领导').find((row) => row['姓名'] === name)?.['待更正']
  expect(wrong('江岳')).toContain('空缺')
  expect(wrong('邓清棠')).toContain('与联络员A是同一人，不采用')
  expect(wrong('罗景澜')).toContain('区接待办没有工作台')
  for (const name of ['江岳', '邓清棠', '罗景澜'])
    expect(lines(district, '总台账', '问题')).toContain(name)
  const [digest] = (await district.letters()).filter(({ to }) => to === 'p001@anlan.local')
  expect(digest?.text).toContain('没有联络员，请补齐：江岳')
  expect(digest?.text).toContain('联络员A、B是同一人，请另定B：邓清棠')
  expect(digest?.text).toContain('服务单位没有工作台，周计划无处填报：罗景澜')

  await district.type(
    '区委办',
    '周计划填报',
    [nothingPlanned('2024-11-18', '江岳')],
    '2024-11-14 09:10',
  )
  await district.playTo('2024-11-14 15:10')
  const told = (await district.letters()).filter(({ subject }) => subject.includes('周计划'))
  expect(told.map(({ to }) => to)).toContain('p006@anlan.local')
})
