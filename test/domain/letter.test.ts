import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import type { District, Person } from '../../src/domain/district'
import { chasedFor, placeOf, range } from '../../src/domain/letter'
import { house } from '../../src/registers'
import { control, paperDistrict, when } from '../fakes/paper-district'
import { dutyOf } from '../fakes/paper-week'

const personOf = (district: District, id: string): Person => {
  const found = district.people.find((person) => person.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

test('a letter says the days of a week, the year once', () => {
  expect(range('2024-11-18')).toBe('2024年11月18日—11月24日')
  expect(range('2024-12-30')).toBe('2024年12月30日—2025年1月5日')
})

describe('where a person reads on', () => {
  const district = paperDistrict().district()

  test('the coordinator and the operator at the control workbook', () => {
    for (const id of ['P001', 'P002'])
      expect(placeOf(district, control, personOf(district, id))).toEqual({
        book: control,
        at: '总台账',
      })
  })

  test('a liaison at the own desk, never at the control workbook', () => {
    expect(placeOf(district, control, personOf(district, 'P006'))).toEqual({
      book: 'd-QFY',
      at: '区法院工作台',
    })
  })

  test('somebody of an office without a desk nowhere: no link to a file that stays shut', () => {
    const paper = paperDistrict()
    paper.put(control, house.district.person, 'P006', { office: '区接待办' }, 0)
    const moved = paper.district()
    expect(placeOf(moved, control, personOf(moved, 'P006')).book).toBe('')
  })
})

describe('who is chased', () => {
  const at = when('2024-11-14 15:00')

  test('the liaison of the leader; of the office where no liaison is named', () => {
    const paper = paperDistrict()
    const weekly = paper.judge(at)
    const chased = (office: 'QWB' | 'QRD') =>
      chasedFor(paper.district(), dutyOf(weekly, office), day('2024-11-14')).map(({ name }) => name)
    expect(chased('QWB')).toEqual(['方晓禾'])
    expect(chased('QRD')).toEqual(['赵启飞'])
  })

  test('one person once, however many leaders are missing', () => {
    const paper = paperDistrict()
    const leader = {
      name: '梁若谷',
      body: '区委常委',
      order: '9',
      office: '区委办',
      liaisonA: '方晓禾',
    }
    paper.put(control, house.district.leader, 'L09', leader, 0)
    const duty = dutyOf(paper.judge(at), 'QWB')
    expect(duty.missing).toHaveLength(2)
    expect(chasedFor(paper.district(), duty, day('2024-11-14'))).toHaveLength(1)
  })
})
