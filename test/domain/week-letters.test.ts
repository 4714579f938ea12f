import { describe, expect, test } from 'vitest'
import { digestJob } from '../../src/domain/digest'
import type { Due, Maker } from '../../src/domain/letter'
import { dueLetters } from '../../src/domain/letters'
import { house } from '../../src/registers'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { decide, file, issuedWeek, line, say } from '../fakes/paper-week'

/** The letters that ought to have gone out by a moment, when the digests of the day have gone. */
const letters = (paper: PaperDistrict, at: number): Due[] => {
  const weekly = paper.judge(at)
  paper.state.jobs.set(digestJob, { at, result: '' })
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

describe('at the cut-off', () => {
  test('who coordinates and who operates are told who is missing, once, digest or not', () => {
    const paper = paperDistrict()
    expect(ofKind(paper, noon - 1000, 'cutoff')).toEqual([])
    expect(ofKind(paper, noon, 'cutoff')).toEqual([
      'P001|cutoff|2024-11-18',
      'P002|cutoff|2024-11-18',
    ])
    const made = letters(paper, noon).find(({ kind }) => kind === 'cutoff')
    expect(made?.content.opening.with.offices).toBe('区委办、区人大办、区政府办、区法院')
    for (const office of ['QWB', 'QRD', 'QZF', 'QFY'] as const) file(paper, office, noon)
    expect(ofKind(paper, noon, 'cutoff')).toEqual([])
  })

  test('no head of an office gets a letter of its own', () => {
    expect(ofKind(paperDistrict(), noon, 'overdue')).toEqual([])
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

  test('one letter a version, at most one an hour; the newest alone, and at once an hour before feedback', () => {
    const paper = paperDistrict()
    for (const office of ['QWB', 'QRD', 'QZF', 'QFY'] as const) file(paper, office, thursday)
    const asked = (at: number) =>
      letters(paper, at)
        .filter(({ kind }) => kind === 'approve')
        .map(({ key, hold }) => `${key}${hold === true ? ' 等' : ''}`)
    const sent = (n: number, at: number) => {
      const key = `P001|approve|2024-11-18|${n}`
      const letter = { key, kind: 'approve', person: 'P001', about: '2024-11-18', at }
      paper.state.letters.set(key, { ...letter, state: 'sent' })
    }
    const friday = when('2024-11-15 10:00')
    expect(asked(friday)).toEqual(['P001|approve|2024-11-18|1'])
    sent(1, friday)
    const change = (from: string, at: number) =>
      paper.put('d-QWB', weeklyPlan, 'QWB-0001', { from, to: '12:00' }, at)
    change('11:00', friday + 600_000)
    expect(asked(friday + 600_000)).toEqual(['P001|approve|2024-11-18|2 等'])
    change('11:10', friday + 1_200_000)
    expect(asked(friday + 1_200_000)).toEqual(['P001|approve|2024-11-18|3 等'])
    expect(asked(friday + 3_600_000)).toEqual(['P001|approve|2024-11-18|3'])
    sent(3, when('2024-11-15 15:50'))
    change('11:20', when('2024-11-15 15:50'))
    expect(asked(when('2024-11-15 15:50'))).toEqual(['P001|approve|2024-11-18|4 等'])
    expect(asked(when('2024-11-15 16:00'))).toEqual(['P001|approve|2024-11-18|4'])
    expect(asked(when('2024-11-15 16:50'))).toEqual(['P001|approve|2024-11-18|4'])
    expect(asked(when('2024-11-15 17:10'))).toEqual([])
  })

  test('a version that voids an approved one is told at once, the hour notwithstanding', () => {
    const paper = paperDistrict()
    for (const office of ['QWB', 'QRD', 'QZF', 'QFY'] as const) file(paper, office, thursday)
    paper.judge(thursday)
    decide(paper, 1, thursday + 600_000)
    paper.judge(thursday + 1_200_000)
    const late = when('2024-11-14 16:40')
    paper.put('d-QWB', weeklyPlan, 'QWB-0001', { from: '11:00', to: '12:00' }, late)
    expect(ofKind(paper, late, 'approve')).toEqual(['P001|approve|2024-11-18|2'])
  })

  test('clashes further off are lines of the next digest; near ones go at once, when that has gone', () => {
    const paper = paperDistrict()
    paper.set('weekly.firstWeek', '2024-11-18')
    file(paper, 'QWB', thursday, { place: '三楼' })
    file(paper, 'QZF', thursday, { place: '三楼' })
    expect(ofKind(paper, thursday, 'clash')).toEqual([])
    const tuesday = when('2024-11-19 10:00')
    const first = letters(paper, tuesday).filter(({ kind }) => kind === 'clash')
    expect(first.map(({ key }) => key)).toEqual([
      'P001|clash|2024-11-18|1',
      'P003|clash|2024-11-18|1',
      'P004|clash|2024-11-18|1',
    ])
    const morning = { key: 'P003|digest|2024-11-19', kind: 'digest', person: 'P003' }
    const [own] = first.filter(({ person }) => person === 'P003')
    paper.state.letters.set(morning.key, {
      ...morning,
      about: '2024-11-19',
      at: when('2024-11-19 08:30'),
      state: 'sent',
      tells: own?.tells ?? [],
    })
    expect(ofKind(paper, tuesday, 'clash')).not.toContain('P003|clash|2024-11-18|1')
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
    expect(kinds).toEqual(['approve', 'cutoff', 'issued', 'notice', 'remind'])
    expect(JSON.stringify(all)).not.toMatch(/干部|小会议室/)
  })

  test('two letters of one key', () => {
    const paper = paperDistrict()
    issuedWeek(paper)
    const keys = letters(paper, when('2024-11-15 17:00')).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
