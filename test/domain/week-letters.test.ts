import { describe, expect, test } from 'vitest'
import type { Due, Maker } from '../../src/domain/letter'
import { dueLetters } from '../../src/domain/letters'
import { house } from '../../src/registers'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { decide, file, issuedWeek, line, say } from '../fakes/paper-week'

/** The letters that ought to have gone out by a moment, those of today's digest aside. */
const letters = (paper: PaperDistrict, at: number): Due[] => {
  const weekly = paper.judge(at)
  const maker: Maker = { district: paper.district(), control, now: at, state: paper.state }
  return dueLetters(maker, [weekly]).filter(({ kind }) => kind !== 'digest')
}

const ofKind = (paper: PaperDistrict, at: number, kind: string) =>
  letters(paper, at)
    .filter((each) => each.kind === kind)
    .map(({ key }) => key)

const thursday = when('2024-11-14 15:00')
const noon = when('2024-11-15 12:00')

describe('the reminder', () => {
  test('goes to the liaison of each office that has not filed, at 15:00 of the working day before', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', when('2024-11-14 10:00'))
    expect(letters(paper, thursday - 1000)).toEqual([])
    expect(ofKind(paper, thursday, 'remind')).toEqual([
      'P005|remind|2024-11-18',
      'P004|remind|2024-11-18',
      'P006|remind|2024-11-18',
    ])
  })

  test('ends at the cut-off', () => {
    const paper = paperDistrict()
    expect(ofKind(paper, noon - 1000, 'remind')).toHaveLength(4)
    expect(ofKind(paper, noon, 'remind')).toEqual([])
  })

  test('goes to B while liaison A is away', () => {
    const paper = paperDistrict()
    const away = { person: '方晓禾', from: '2024-11-14', to: '2024-11-14' }
    paper.put(control, house.district.absence, 'absence-0001', away, 0)
    expect(ofKind(paper, thursday, 'remind')).toContain('P007|remind|2024-11-18')
    expect(ofKind(paper, thursday, 'remind')).not.toContain('P003|remind|2024-11-18')
  })

  test('names the leaders who are missing, and asks for 报送 alone where nobody is', () => {
    const paper = paperDistrict()
    paper.put('d-QWB', weeklyPlan, 'QWB-0001', line('QWB'), thursday)
    say(paper, 'QZF', thursday)
    const contents = new Map(letters(paper, thursday).map((each) => [each.person, each.content]))
    expect(contents.get('P003')).toMatchObject({ opening: { say: 'remind.opening' } })
    expect(contents.get('P003')?.groups[0]?.lines).toEqual([])
    expect(contents.get('P004')).toMatchObject({
      opening: { say: 'remind.partly' },
      groups: [{ lines: [{ say: 'missing', with: { leader: '程波' } }] }],
    })
  })

  test('does not go to a person without an address', () => {
    const paper = paperDistrict()
    paper.put(control, house.district.person, 'P004', { email: '' }, 0)
    expect(ofKind(paper, thursday, 'remind')).not.toContain('P004|remind|2024-11-18')
  })
})

test('a return is told at once, once an attempt, and reminds nobody a second time', () => {
  const paper = paperDistrict()
  const at = when('2024-11-14 11:00')
  file(paper, 'QWB', when('2024-11-14 10:00'))
  expect(ofKind(paper, at, 'returned')).toEqual([])
  const back = { attempt: 1, reason: '请补地点', at }
  paper.state.returns.set('weekly-plan|2024-11-18|QWB', back)
  expect(ofKind(paper, at, 'returned')).toEqual(['P003|returned|2024-11-18|2'])
  expect(ofKind(paper, thursday, 'remind')).not.toContain('P003|remind|2024-11-18')
})

describe('after the cut-off', () => {
  test('the head of an office is told once that its week is missing', () => {
    const paper = paperDistrict()
    expect(ofKind(paper, noon, 'overdue')).toEqual(['P001|overdue|2024-11-18'])
    file(paper, 'QWB', when('2024-11-15 13:00'))
    expect(ofKind(paper, when('2024-11-15 13:00'), 'overdue')).toEqual([])
  })

  test('nobody is told any more once the week has begun', () => {
    expect(ofKind(paperDistrict(), when('2024-11-18 00:00'), 'overdue')).toEqual([])
  })
})

describe('approval and feedback', () => {
  test('the approver is told of a version that waits, not of one that is approved or voided', () => {
    const paper = paperDistrict()
    for (const office of ['QWB', 'QRD', 'QZF', 'QFY'] as const) file(paper, office, thursday)
    expect(ofKind(paper, thursday, 'approve')).toEqual(['P001|approve|2024-11-18|1'])
    paper.put('d-QWB', weeklyPlan, 'QWB-0001', { from: '11:00', to: '12:00' }, thursday)
    expect(ofKind(paper, thursday + 600_000, 'approve')).toEqual(['P001|approve|2024-11-18|2'])
    decide(paper, 2, noon)
    expect(ofKind(paper, noon, 'approve')).toEqual([])
  })

  test('E13: the four offices are told of the version, the court is not', () => {
    const paper = paperDistrict()
    issuedWeek(paper)
    const keys = ofKind(paper, when('2024-11-15 17:00'), 'issued')
    expect(keys).toEqual([
      'P003|issued|2024-11-18|1',
      'P007|issued|2024-11-18|1',
      'P005|issued|2024-11-18|1',
      'P004|issued|2024-11-18|1',
    ])
  })

  test('a notice goes to those it touches, by its number', () => {
    const paper = paperDistrict()
    issuedWeek(paper)
    const moved = { on: '2024-11-21', host: '区人大办', reason: '改期' }
    paper.put('d-QZF', weeklyPlan, 'QZF-0001', moved, when('2024-11-18 09:00'))
    paper.judge(when('2024-11-18 09:10'))
    expect(ofKind(paper, when('2024-11-18 09:10'), 'notice')).toEqual(['P005|notice|2024-11-18|1'])
  })

  test('new clashes go to the coordinators and the offices concerned, each batch once', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday, { place: '三楼' })
    file(paper, 'QZF', thursday, { place: '三楼' })
    expect(ofKind(paper, thursday, 'clash')).toEqual([
      'P001|clash|2024-11-18|1',
      'P003|clash|2024-11-18|1',
      'P007|clash|2024-11-18|1',
      'P004|clash|2024-11-18|1',
    ])
    paper.put('d-QZF', weeklyPlan, 'QZF-0001', { place: '四楼' }, thursday)
    expect(ofKind(paper, thursday + 600_000, 'clash')).toEqual([])
  })
})

describe('what no letter holds', () => {
  test('a plan line: neither activity nor place nor reason, in none of the kinds', () => {
    const paper = paperDistrict()
    paper.put(control, house.district.office, 'QRD', { head: '赵启飞' }, 0)
    const place = '小会议室'
    file(paper, 'QWB', thursday, { what: '研究干部问题', place })
    file(paper, 'QZF', thursday, { what: '研究干部安置', place })
    const all = [...letters(paper, thursday), ...letters(paper, noon)]
    decide(paper, 1, when('2024-11-15 13:00'))
    all.push(...letters(paper, when('2024-11-15 17:00')))
    const moved = { on: '2024-11-21', reason: '研究干部问题改期' }
    paper.put('d-QZF', weeklyPlan, 'QZF-0001', moved, when('2024-11-18 09:00'))
    all.push(...letters(paper, when('2024-11-18 09:10')))
    const kinds = [...new Set(all.map(({ kind }) => kind))].sort()
    expect(kinds).toEqual(['approve', 'clash', 'issued', 'notice', 'overdue', 'remind'])
    expect(JSON.stringify(all)).not.toMatch(/干部|小会议室/)
  })

  test('two letters of one key', () => {
    const paper = paperDistrict()
    issuedWeek(paper)
    const keys = letters(paper, when('2024-11-15 17:00')).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
