import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import {
  contactsOf,
  inScope,
  isAway,
  officeOf,
  servedBy,
  withRole,
} from '../../src/domain/district'
import { liaisonOf } from '../../src/domain/liaison'
import { isWorkingDay } from '../../src/domain/working-days'
import { house } from '../../src/registers'
import { control, paperDistrict } from '../fakes/paper-district'

const { district: lists } = house
const on = day('2024-11-18')
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name)

const leaderOf = (paper = paperDistrict(), id = 'L01') => {
  const found = paper.district().leaders.find((leader) => leader.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

describe('the district out of the lists of the control workbook', () => {
  test('names people and offices by their 编号, whatever is typed in the cells', () => {
    const district = paperDistrict().district()
    expect(officeOf(district, 'QWB')).toMatchObject({
      short: '区委办',
      head: 'P001',
      desk: 'd-QWB',
    })
    expect(district.people[0]).toMatchObject({ office: 'QWB', roles: ['统筹', '主任'] })
    expect(district.leaders[0]).toMatchObject({ office: 'QWB', principal: true, liaisonA: 'P003' })
    expect(district.problems).toEqual([])
  })

  test('keeps offices and leaders in protocol order; one without its number comes last', () => {
    const paper = paperDistrict()
    paper.put(
      control,
      lists.leader,
      'L09',
      { name: '梁若谷', body: '区委常委', office: '区委办' },
      0,
    )
    paper.put(control, lists.leader, 'L02', { order: '0' }, 0)
    expect(names(paper.district().leaders)).toEqual([
      '程波',
      '江岳',
      '孟广华',
      '何思源',
      '郑开元',
      '梁若谷',
    ])
  })

  test('E3: a name written with another character is the same person, printed as in the list', () => {
    const paper = paperDistrict()
    paper.put(control, lists.leader, 'L01', { liaisonA: '林尧安' }, 0)
    const leader = leaderOf(paper)
    expect(liaisonOf(paper.district(), leader, on)).toMatchObject({ id: 'P002', name: '林堯安' })
  })

  test('tells what cannot be read, and keeps the row', () => {
    const paper = paperDistrict()
    paper.put(control, lists.leader, 'L01', { office: '区委班', order: '第一' }, 0)
    const { problems, leaders } = paper.district()
    expect(problems.map(({ id, problem }) => [id, problem.heading])).toEqual([
      ['L01', '排序'],
      ['L01', '服务单位'],
    ])
    expect(leaders.find(({ id }) => id === 'L01')?.office).toBe('')
  })

  test('an office marked 无 has no desk', () => {
    expect(officeOf(paperDistrict().district(), 'QJD')?.desk).toBe('')
  })

  test('工作日历 overrides the decreed days, and 参数表 the defaults', () => {
    const paper = paperDistrict()
    paper.put(control, lists.calendar, '11月18日', { on: '2024年11月18日', kind: '放假' }, 0)
    paper.set('weekly.grace', '20')
    const district = paper.district()
    expect(isWorkingDay(district.calendar, on)).toBe(false)
    expect(district.settings.number('weekly.grace')).toBe(20)
  })
})

describe('E10: the scope of the weekly plan', () => {
  test('is the bodies of the setting, for those who hold the post on the day', () => {
    const paper = paperDistrict()
    const scoped = () => {
      const district = paper.district()
      return names(district.leaders.filter((leader) => inScope(district, leader, 'weekly', on)))
    }
    expect(scoped()).toEqual(['江岳', '程波', '孟广华', '郑开元'])
    paper.set('weekly.scope', '区政府')
    expect(scoped()).toEqual(['何思源'])
    paper.put(control, lists.leader, 'L04', { from: '2024-11-19' }, 0)
    expect(scoped()).toEqual([])
  })

  test('an office answers for its own leaders in scope only', () => {
    const district = paperDistrict().district()
    expect(names(servedBy(district, 'QZF', 'weekly', on))).toEqual(['程波'])
    expect(servedBy(district, 'QJD', 'weekly', on)).toEqual([])
  })
})

describe('who is reached for a leader', () => {
  const away = (paper: ReturnType<typeof paperDistrict>, id: string, person: string) => {
    const cells = { person, from: '2024-11-18', to: '2024-11-19' }
    paper.put(control, lists.absence, id, cells, 0)
  }

  test('liaison A, B while A is away, A again afterwards', () => {
    const paper = paperDistrict()
    away(paper, 'absence-0001', '方晓禾')
    const district = paper.district()
    const reached = (at: string) => liaisonOf(district, leaderOf(paper), day(at))?.name
    expect(['2024-11-17', '2024-11-18', '2024-11-19', '2024-11-20'].map(reached)).toEqual([
      '方晓禾',
      '沈亦舟',
      '沈亦舟',
      '方晓禾',
    ])
  })

  test('never A while away: where there is no B, nor anybody of the office, the coordinator', () => {
    const paper = paperDistrict()
    away(paper, 'absence-0001', '许明远')
    expect(liaisonOf(paper.district(), leaderOf(paper, 'L02'), on)?.name).toBe('周衡')
  })

  test('an absence without an end lasts', () => {
    const paper = paperDistrict()
    const cells = { person: '方晓禾', from: '2024-11-18' }
    paper.put(control, lists.absence, 'absence-0001', cells, 0)
    expect(isAway(paper.district(), 'P003', day('2026-01-01'))).toBe(true)
    expect(isAway(paper.district(), 'P003', day('2024-11-17'))).toBe(false)
  })

  test('an office is reached by its liaisons, or by its head where it has none', () => {
    const paper = paperDistrict()
    expect(names(contactsOf(paper.district(), 'QWB'))).toEqual(['方晓禾', '沈亦舟'])
    for (const id of ['P003', 'P007']) paper.put(control, lists.person, id, { roles: '' }, 0)
    expect(names(contactsOf(paper.district(), 'QWB'))).toEqual(['周衡'])
    expect(contactsOf(paper.district(), 'QJD')).toEqual([])
  })

  test('a role is held by whoever has it among others', () => {
    expect(names(withRole(paperDistrict().district(), '主任'))).toEqual(['周衡'])
  })
})
