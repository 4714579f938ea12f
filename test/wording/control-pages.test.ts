import { describe, expect, test } from 'vitest'
import type { Letter } from '../../src/domain/outbox-letter'
import { house } from '../../src/registers'
import { handIn } from '../../src/registers/hand-in'
import {
  chaseHeadings,
  chaseList,
  clashPage,
  letterPage,
  problemPage,
  sayLetterKind,
} from '../../src/wording/pages/control-pages'
import { banner, pageOf } from '../../src/wording/pages/page'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { file, say } from '../fakes/paper-week'

const noon = when('2024-11-15 12:00')

const first = (paper: PaperDistrict) => {
  paper.set('weekly.firstWeek', '2024-11-18')
  return paper
}

const chased = (paper: PaperDistrict, at = noon) =>
  chaseList([paper.judge(at)], paper.district(), at).slice(2)

test('every page begins with the secrecy notice and its headings, all rows of one width', () => {
  const page = pageOf(chaseHeadings, [])
  expect(page[0]?.[0]).toBe(banner)
  expect(page[1]).toEqual([...chaseHeadings])
  expect(page.map((row) => row.length)).toEqual([8, 8, 8])
})

describe('催报单', () => {
  test('from the cut-off on: whom to phone for whom, A or B, with the office phone', () => {
    const paper = first(paperDistrict())
    paper.put(control, house.district.office, 'QZF', { phone: '0830-2345678' }, 0)
    file(paper, 'QWB', when('2024-11-14 10:00'))
    expect(chased(paper, noon - 600_000)).toEqual([['（无）', '', '', '', '', '', '', '']])
    const rows = chased(paper)
    expect(rows.map((row) => row.slice(1, 5))).toEqual([
      ['区人大办', '孟广华', '赵启飞', 'A'],
      ['区政府办', '程波', '许明远', 'A'],
      ['区法院', '郑开元', '陆知秋', 'A'],
    ])
    expect(rows[1]?.[5]).toBe('0830-2345678')
  })

  test('says B while A is away', () => {
    const paper = first(paperDistrict())
    const away = { person: '方晓禾', from: '2024-11-15', to: '2024-11-15' }
    paper.put(control, house.district.absence, 'absence-0001', away, 0)
    expect(chased(paper)[0]?.slice(3, 5)).toEqual(['沈亦舟', 'B（A外出）'])
  })

  test('tells filled but not handed in from missing', () => {
    const paper = first(paperDistrict())
    file(paper, 'QWB', when('2024-11-14 10:00'))
    paper.put('d-QWB', handIn, '2024-11-18-1', { done: '否' }, when('2024-11-14 11:00'))
    expect(chased(paper)[0]?.[2]).toBe('江岳（内容已填，未报送）')
    say(paper, 'QWB', when('2024-11-15 12:10'))
    expect(chased(paper, when('2024-11-15 12:10')).map(([, office]) => office)).not.toContain(
      '区委办',
    )
  })

  test('is empty again once the week has begun', () => {
    expect(chased(first(paperDistrict()), when('2024-11-18 00:00'))[0]?.[0]).toBe('（无）')
  })
})

test('冲突 names leaders, offices and rows, in words', () => {
  const paper = first(paperDistrict())
  file(paper, 'QWB', when('2024-11-14 10:00'), { place: '三楼', what: '甲会' })
  file(paper, 'QZF', when('2024-11-14 10:00'), { place: '三楼', what: '乙会' })
  const rows = clashPage([paper.judge(noon)], paper.district()).slice(2)
  expect(rows).toEqual([
    [
      '2024年11月18日—11月24日',
      '2024年11月20日',
      '同一地点同一时间（重叠60分钟）',
      '江岳、程波',
      '区委办、区政府办',
      'QWB-0001、QZF-0001',
    ],
  ])
})

describe('发件情况', () => {
  const letter = (key: string, at: number, state: Letter['state'] = 'sent'): Letter => ({
    key,
    kind: 'remind',
    person: 'P003',
    about: '2024-11-18',
    state,
    at,
  })
  const page = (letters: Letter[]) => letterPage(letters, paperDistrict().district()).slice(2)

  test('newest first, the person by name, what it was and how it stands', () => {
    const rows = page([letter('a', noon), letter('b', noon + 600_000, 'withdrawn')])
    expect(rows).toEqual([
      ['2024年11月15日 12:10', '方晓禾', '报送提醒', '2024-11-18', '已撤回', 'b'],
      ['2024年11月15日 12:00', '方晓禾', '报送提醒', '2024-11-18', '已发', 'a'],
    ])
  })

  test('tells the reader of an uncertain letter what to do', () => {
    expect(page([letter('a', noon, 'uncertain')])[0]?.[4]).toContain('请核实是否收到')
  })

  test('keeps to the last 300', () => {
    const many = Array.from({ length: 400 }, (_, i) => letter(String(i), noon + i))
    expect(page(many)).toHaveLength(300)
  })

  test('has a word for every kind of letter that is made', () => {
    for (const kind of ['remind', 'overdue', 'approve', 'issued', 'notice', 'clash', 'digest'])
      expect(sayLetterKind(kind)).not.toBe(kind)
  })
})

test('问题 lists what it is given', () => {
  const trouble = { kind: '未读到', object: '区委办', text: '暂未读到', since: '…' }
  expect(problemPage([trouble]).slice(2)).toEqual([['未读到', '区委办', '暂未读到', '…']])
})
