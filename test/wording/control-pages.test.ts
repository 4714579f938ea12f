import { describe, expect, test } from 'vitest'
import type { Letter } from '../../src/domain/outbox-letter'
import { chasedIn } from '../../src/jobs/chase-papers'
import { papersOfRun } from '../../src/jobs/papers'
import { house } from '../../src/registers'
import { handIn } from '../../src/registers/hand-in'
import { weeklyPlan } from '../../src/registers/weekly-plan'
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
import { paperRun } from '../fakes/paper-run'
import { file, line, say, sendBack } from '../fakes/paper-week'

const noon = when('2024-11-15 12:00')

const first = (paper: PaperDistrict) => {
  paper.set('weekly.firstWeek', '2024-11-18')
  return paper
}

const chased = (paper: PaperDistrict, at = noon) => {
  const weekly = paper.judge(at)
  return chaseList(chasedIn(paperRun(paper, at, weekly), weekly)).slice(2)
}

const nobody = ['（无）', '', '', '', '', '', '', '', '']

test('every page begins with the secrecy notice and its headings, all rows of one width', () => {
  const page = pageOf(chaseHeadings, [])
  expect(page[0]?.[0]).toBe(banner)
  expect(page[1]).toEqual([...chaseHeadings])
  expect(page.map((row) => row.length)).toEqual([9, 9, 9])
})

describe('催报单', () => {
  test('from the reminder on: whom to phone for whom, with A and B; heads only past the cut-off', () => {
    const paper = first(paperDistrict())
    paper.put(control, house.district.office, 'QWB', { phone: '0830-2345678' }, 0)
    expect(chased(paper, when('2024-11-14 14:50'))).toEqual([nobody])
    const rows = chased(paper, when('2024-11-14 15:00'))
    expect(rows.map((row) => row.slice(1, 7))).toEqual([
      ['区委办', '未报', '江岳', '方晓禾（0830-2345678）', '沈亦舟（0830-2345678）', ''],
      ['区人大办', '未报', '孟广华', '赵启飞', '', ''],
      ['区政府办', '未报', '程波', '许明远', '', ''],
      ['区法院', '未报', '郑开元', '陆知秋', '', ''],
    ])
    expect(chased(paper)[0]?.[6]).toBe('周衡（0830-2345678）')
  })

  test('not begun first, then drafts, then what was returned; within it protocol', () => {
    const paper = first(paperDistrict())
    file(paper, 'QWB', when('2024-11-14 10:00'))
    sendBack(paper, 'QWB', '时间写错', when('2024-11-14 10:10'))
    paper.put('d-QRD', weeklyPlan, 'QRD-0001', line('QRD'), when('2024-11-14 10:20'))
    paper.judge(when('2024-11-14 10:10'))
    expect(chased(paper).map((row) => row.slice(1, 4))).toEqual([
      ['区政府办', '未报', '程波'],
      ['区法院', '未报', '郑开元'],
      ['区人大办', '草稿', '内容已填，未报送'],
      ['区委办', '退回待补', '内容已填，未报送'],
    ])
  })

  test('says that A is away, and who stands in where both are', () => {
    const paper = first(paperDistrict())
    const away = { person: '方晓禾', from: '2024-11-15', to: '2024-11-15' }
    paper.put(control, house.district.absence, 'absence-0001', away, 0)
    expect(chased(paper)[0]?.slice(4, 6)).toEqual(['方晓禾外出', '沈亦舟'])
    const both = { person: '沈亦舟', from: '2024-11-15', to: '2024-11-15', cover: '林堯安' }
    paper.put(control, house.district.absence, 'absence-0002', both, 0)
    expect(chased(paper)[0]?.slice(4, 6)).toEqual(['方晓禾外出', '沈亦舟外出、林堯安C岗'])
  })

  test('tells filled but not handed in from missing', () => {
    const paper = first(paperDistrict())
    file(paper, 'QWB', when('2024-11-14 10:00'))
    paper.put('d-QWB', handIn, '2024-11-18-1', { done: '否' }, when('2024-11-14 11:00'))
    const own = (rows: string[][]) => rows.filter(([, office]) => office === '区委办')
    expect(own(chased(paper))[0]?.slice(2, 4)).toEqual(['草稿', '内容已填，未报送'])
    say(paper, 'QWB', when('2024-11-15 12:10'))
    expect(own(chased(paper, when('2024-11-15 12:10')))).toEqual([])
  })

  test('shows what was noted of having been in touch, and a text of at most 70 characters to copy', () => {
    const paper = first(paperDistrict())
    const id = '2024-11-18-QWB'
    paper.put(control, house.status, id, { told: '电话 15:10 下班前报' }, when('2024-11-14 15:10'))
    const [row = []] = chased(paper, when('2024-11-14 15:20'))
    expect(row[7]).toBe('电话 15:10 下班前报')
    expect(row[8]).toBe(
      '【区委办】贵办11月18日至24日领导周工作计划请于11月15日12:00前报送，尚未填报。联系人林堯安，办公电话见通讯录。',
    )
    expect(chased(paper)[0]?.[8]).toContain('已过截止时间（11月15日12:00）')
    for (const text of chased(paper).map((each) => each[8] ?? ''))
      expect([...text].length).toBeLessThanOrEqual(70)
    expect(
      chased(paper)
        .map((each) => each[8])
        .join(''),
    ).not.toMatch(/江岳|孟广华|程波|郑开元/)
  })

  test('is empty again once the week has begun', () => {
    expect(chased(first(paperDistrict()), when('2024-11-18 00:00'))).toEqual([nobody])
  })

  test('prints upright on one A4 with who is late, and how many are in', () => {
    const paper = first(paperDistrict())
    file(paper, 'QWB', when('2024-11-14 10:00'))
    const at = when('2024-11-14 15:30')
    const run = paperRun(paper, at, paper.judge(at))
    const { paper: made } = papersOfRun(run, 'chase.weekly-plan.2024-11-18')
    expect(made).toMatchObject({ format: 'A4 portrait', onePage: true })
    expect(made?.parts.slice(0, 2)).toEqual([
      { is: 'title', text: '领导周工作计划报送情况', beneath: '（催报用）' },
      {
        is: 'sides',
        left: '2024年11月18日—11月24日',
        middle: '截止2024年11月15日12:00',
        right: '截至2024年11月14日15:30',
      },
    ])
    expect(JSON.stringify(made?.parts)).toContain('已报1家，未报3家。')
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

  test('keeps to the last 300, and says of how many', () => {
    const many = Array.from({ length: 400 }, (_, i) => letter(String(i), noon + i))
    expect(page(many)).toHaveLength(301)
    expect(page(many)[0]?.[0]).toBe('共400封，列出最近300封')
    expect(page(many.slice(0, 300))[0]?.[0]).not.toContain('共')
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
