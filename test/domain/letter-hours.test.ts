import { describe, expect, test } from 'vitest'
import { digestJob } from '../../src/domain/digest'
import type { Due, Maker } from '../../src/domain/letter'
import { dueLetters } from '../../src/domain/letters'
import { house } from '../../src/registers'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { file, issuedWeek } from '../fakes/paper-week'

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

describe('one letter an office', () => {
  const busy = () => {
    const paper = paperDistrict()
    const second = {
      name: '罗景澜',
      title: '区委副书记',
      body: '区委常委',
      order: '9',
      office: '区委办',
      liaisonA: '沈亦舟',
    }
    paper.put(control, house.district.leader, 'L09', second, 0)
    return paper
  }

  test('asks for the plans of all its leaders, of the liaison of the first', () => {
    const made = letters(busy(), thursday).filter(({ kind }) => kind === 'remind')
    const own = made.filter(({ content }) => content.opening.with.office === '区委办')
    expect(own.map(({ key }) => key)).toEqual(['P003|remind|2024-11-18'])
    expect(own[0]?.content.groups[0]?.lines).toHaveLength(2)
  })

  test('goes to nobody else where somebody of the office was told before, by an older version too', () => {
    const paper = busy()
    const key = 'P007|remind|2024-11-18'
    const letter = { key, kind: 'remind', person: 'P007', about: '2024-11-18', at: thursday }
    paper.state.letters.set(key, { ...letter, state: 'sent' })
    expect(ofKind(paper, thursday, 'remind')).not.toContain('P003|remind|2024-11-18')
  })
})

describe('the hours', () => {
  const back = (at: number) => {
    const paper = paperDistrict()
    file(paper, 'QWB', when('2024-11-13 10:00'))
    paper.judge(when('2024-11-13 10:00'))
    const row = { attempt: 1, reason: '请补地点', at }
    paper.state.returns.set('weekly-plan|2024-11-18|QWB', row)
    return paper
  }

  test.each([
    ['2024-11-14 09:00', true],
    ['2024-11-14 12:00', true],
    ['2024-11-14 12:10', false],
    ['2024-11-14 16:30', true],
    ['2024-11-14 16:40', false],
    ['2024-11-14 03:10', false],
    ['2024-11-16 10:00', false],
  ])('what asks for something at %s leaves: %s', (text, leaves) => {
    const at = when(text)
    expect(ofKind(back(at), at, 'returned')).toHaveLength(leaves ? 1 : 0)
  })

  test('follow the rows of 参数表', () => {
    const at = when('2024-11-14 12:10')
    const paper = back(at)
    paper.set('office.hours', '08:30—12:30，14:00—18:00')
    expect(ofKind(paper, at, 'returned')).toHaveLength(1)
    paper.set('office.hours', '全天')
    expect(ofKind(paper, at, 'returned')).toHaveLength(0)
  })

  test('an issued week waits for the next working day, and is not sent before', () => {
    const paper = paperDistrict()
    issuedWeek(paper)
    const held = (text: string) =>
      letters(paper, when(text))
        .filter(({ kind }) => kind === 'issued')
        .map(({ hold }) => hold === true)
    expect(held('2024-11-15 18:00')).toEqual([false, false, false])
    expect(held('2024-11-15 18:10')).toEqual([true, true, true])
    expect(held('2024-11-17 10:00')).toEqual([true, true, true])
    expect(held('2024-11-18 09:00')).toEqual([false, false, false])
  })
})

test('a return names a deadline that lies ahead, half a day of office time at least', () => {
  const said = (text: string) => {
    const at = when(text)
    const paper = paperDistrict()
    file(paper, 'QWB', when('2024-11-13 10:00'))
    paper.judge(when('2024-11-13 10:00'))
    paper.state.returns.set('weekly-plan|2024-11-18|QWB', { attempt: 1, reason: '缺地点', at })
    return letters(paper, at).find(({ kind }) => kind === 'returned')?.content.opening.with.until
  }
  expect(said('2024-11-13 14:00')).toBe('2024年11月15日 12:00')
  expect(said('2024-11-15 11:00')).toBe('2024年11月15日 16:00')
  expect(said('2024-11-15 13:00')).toBe('2024年11月15日 17:00')
  expect(said('2024-11-15 16:00')).toBe('2024年11月18日 00:00')
})
