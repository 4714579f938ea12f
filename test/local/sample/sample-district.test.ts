import { expect, test } from 'vitest'
import { checkDistrict } from '../../../src/local/district/mistakes'
import { dutyOffices, scopedLeaders } from '../../../src/local/sample/plot'
import { sampleDistrict } from '../../../src/local/sample/sample-district'

const district = sampleDistrict('2024-11-18')

test('the sample district is a district without mistakes', () => {
  expect(checkDistrict(structuredClone(district))).toEqual(district)
})

test('it has thirteen units with desks and twenty-four leaders in protocol order', () => {
  expect(district.offices).toHaveLength(16)
  expect(district.offices.every(({ desk }) => desk)).toBe(true)
  expect(district.leaders.map(({ order }) => order)).toEqual(
    Array.from({ length: 24 }, (_, i) => i + 1),
  )
  expect(district.leaders.slice(0, 2).map(({ name }) => name)).toEqual(['江岳', '程波'])
})

test('a deputy head who is no 常委 is outside the scope, the other 22 leaders are in it (E10)', () => {
  const scoped = scopedLeaders(district)
  expect(scoped).toHaveLength(22)
  expect(
    district.leaders.filter((leader) => !scoped.includes(leader)).map(({ title }) => title),
  ).toEqual(['副区长', '副区长'])
})

test('six offices owe plans: the four offices, the court and the procuratorate', () => {
  expect(dutyOffices(district).map(({ id }) => id)).toEqual([
    'QWB',
    'QRDB',
    'QZFB',
    'QZXB',
    'QFY',
    'QJCY',
  ])
})

test('周衡 coordinates and 林堯安 operates, everybody has an address of the district', () => {
  const held = (role: '统筹' | '操作') =>
    district.people.filter(({ roles }) => roles.includes(role)).map(({ name }) => name)
  expect([held('统筹'), held('操作')]).toEqual([['周衡'], ['林堯安']])
  expect(district.people.every(({ email }) => email.endsWith('@anlan.local'))).toBe(true)
  expect(new Set(district.people.map(({ email }) => email)).size).toBe(district.people.length)
})

test('every leader has two liaisons of the office that serves them', () => {
  for (const leader of district.leaders) {
    const offices = [leader.liaisonA, leader.liaisonB].map(
      (id) => district.people.find((person) => person.id === id)?.office,
    )
    expect([leader.name, ...offices]).toEqual([leader.name, leader.office, leader.office])
  }
})
