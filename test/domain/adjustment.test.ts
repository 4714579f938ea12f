import { describe, expect, test } from 'vitest'
import { house } from '../../src/registers'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { decide, file, firstWeek, issuedWeek, judgedWeek, line } from '../fakes/paper-week'

const monday = (time: string) => when(`2024-11-18 ${time}`)

const change = (
  paper: PaperDistrict,
  cells: Record<string, string>,
  at: number,
  office = 'QWB',
) => {
  paper.put(`d-${office}`, weeklyPlan, `${office}-0001`, cells, at)
}

const issued = () => {
  const paper = paperDistrict()
  issuedWeek(paper)
  return paper
}

const notices = (paper: PaperDistrict) => [...paper.state.notices.values()]

const published = (paper: PaperDistrict, id: string) =>
  paper.state.lines.get(`weekly-plan|${firstWeek}|${id}`)

describe('E39: a change of an issued line', () => {
  test('that is gone at the second tick is none', () => {
    const paper = issued()
    change(paper, { on: '2024-11-21', reason: '临时' }, monday('09:00'))
    paper.judge(monday('09:00'))
    change(paper, { on: '2024-11-20', reason: '' }, monday('09:10'))
    paper.judge(monday('09:10'))
    paper.judge(monday('09:20'))
    expect(notices(paper)).toEqual([])
    expect(published(paper, 'QWB-0001')?.mark).toBeUndefined()
  })

  test('without a reason waits at the desk, and only once it is steady', () => {
    const paper = issued()
    change(paper, { on: '2024-11-21' }, monday('09:00'))
    expect(judgedWeek(paper.judge(monday('09:00'))).unexplained).toEqual([])
    expect(published(paper, 'QWB-0001')?.values.on).toBe('2024-11-20')
    expect(judgedWeek(paper.judge(monday('09:10'))).unexplained).toEqual([
      { office: 'QWB', id: 'QWB-0001', kind: '调整', leader: 'L01' },
    ])
    expect(notices(paper)).toEqual([])
    expect(published(paper, 'QWB-0001')).toMatchObject({
      values: { on: '2024-11-21' },
      mark: '调整',
      issued: { on: '2024-11-20' },
    })
  })

  test('whose day is the next working day is told at once, and says 原因待补', () => {
    const paper = issued()
    change(paper, { on: '2024-11-19' }, monday('09:00'))
    paper.judge(monday('09:00'))
    const { unexplained } = judgedWeek(paper.judge(monday('09:10')))
    expect(notices(paper)).toMatchObject([{ n: 1, items: [{ reason: '', owing: true }] }])
    expect(unexplained).toMatchObject([{ id: 'QWB-0001', told: true }])
    change(paper, { reason: '市里会议' }, monday('09:20'))
    paper.judge(monday('09:20'))
    expect(judgedWeek(paper.judge(monday('09:30'))).unexplained).toEqual([])
    expect(notices(paper)).toMatchObject([{ n: 1, items: [{ reason: '市里会议' }] }])
    expect(notices(paper)[0]?.items[0]?.owing).toBeUndefined()
  })

  test('that is taken back after it waited for its reason tells nothing, and its mark goes', () => {
    const paper = issued()
    change(paper, { on: '2024-11-22' }, monday('09:00'))
    paper.judge(monday('09:10'))
    change(paper, { on: '2024-11-20' }, monday('09:20'))
    paper.judge(monday('09:20'))
    expect(judgedWeek(paper.judge(monday('09:30'))).unexplained).toEqual([])
    expect(notices(paper)).toEqual([])
    expect(published(paper, 'QWB-0001')).toMatchObject({ values: { on: '2024-11-20' } })
    expect(published(paper, 'QWB-0001')?.mark).toBeUndefined()
  })

  test('with its reason becomes one numbered notice, and the sheet shows it', () => {
    const paper = issued()
    change(paper, { on: '2024-11-21' }, monday('09:00'))
    paper.judge(monday('09:10'))
    change(paper, { reason: '市里临时会议' }, monday('09:20'))
    paper.judge(monday('09:20'))
    expect(notices(paper)).toEqual([])
    paper.judge(monday('09:30'))
    paper.judge(monday('09:40'))
    expect(notices(paper)).toMatchObject([
      { n: 1, office: 'QWB', touched: [], items: [{ kind: '调整', reason: '市里临时会议' }] },
    ])
    expect(published(paper, 'QWB-0001')).toMatchObject({
      mark: '调整',
      values: { on: '2024-11-21' },
    })
  })

  test('a second change needs a reason of its own', () => {
    const paper = issued()
    change(paper, { on: '2024-11-21', reason: '市里会议' }, monday('09:00'))
    paper.judge(monday('09:10'))
    change(paper, { on: '2024-11-22' }, monday('09:20'))
    expect(judgedWeek(paper.judge(monday('09:30'))).unexplained).toHaveLength(1)
    change(paper, { reason: '市里会议改期' }, monday('09:40'))
    paper.judge(monday('09:50'))
    expect(notices(paper).map(({ n }) => n)).toEqual([1, 2])
  })
})

describe('what is told and what is not', () => {
  test.each([
    ['hours', { from: '10:00', to: '11:00' }],
    ['place', { place: '五楼会议室' }],
    ['manner', { manner: '主持' }],
    ['leader', { leader: '程波' }],
    ['half-day', { part: '下午' }],
    ['to 外出', { kind: '外出' }],
  ])('another %s is told, with its reason', (_, cells) => {
    const paper = issued()
    change(paper, { ...cells, reason: '改期' }, monday('09:00'))
    paper.judge(monday('09:00'))
    expect(notices(paper)).toEqual([])
    paper.judge(monday('09:10'))
    paper.judge(monday('09:20'))
    expect(notices(paper)).toMatchObject([{ items: [{ kind: '调整', reason: '改期' }] }])
    expect(published(paper, 'QWB-0001')?.mark).toBe('调整')
  })

  test.each([
    ['words of the same matter', { what: '江岳的工作会' }],
    ['participants', { with: '区人大办' }],
    ['host', { host: '区政府办' }],
    ['kind that is not 外出', { kind: '会议' }],
  ])('other %s are recorded only, and marked', (_, cells) => {
    const paper = issued()
    change(paper, cells, monday('09:00'))
    paper.judge(monday('09:00'))
    expect(judgedWeek(paper.judge(monday('09:10'))).unexplained).toEqual([])
    expect(notices(paper)).toEqual([])
    const [[key] = []] = Object.entries(cells)
    expect(published(paper, 'QWB-0001')).toMatchObject({ mark: '调整', values: cells })
    expect(Object.keys(published(paper, 'QWB-0001')?.checked ?? {})).toEqual([key])
  })

  test('a half-day written out where the hours said it already is no other half-day', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', when('2024-11-14 10:00'), { part: '' })
    for (const office of ['QRD', 'QZF', 'QFY'] as const)
      file(paper, office, when('2024-11-14 10:00'))
    paper.judge(when('2024-11-14 10:00'))
    decide(paper, 1, when('2024-11-15 13:00'))
    paper.judge(when('2024-11-15 17:00'))
    change(paper, { part: '上午' }, monday('09:00'))
    expect(judgedWeek(paper.judge(monday('09:10'))).unexplained).toEqual([])
    expect(notices(paper)).toEqual([])
  })

  test('落实情况 = 取消 with a reason is told as 取消, and the line stays as it was given', () => {
    const paper = issued()
    change(paper, { outcome: '取消', reason: '会议取消' }, monday('09:00'))
    paper.judge(monday('09:10'))
    expect(notices(paper)).toMatchObject([{ items: [{ kind: '取消', id: 'QWB-0001' }] }])
    expect(published(paper, 'QWB-0001')).toMatchObject({
      mark: '取消',
      values: { on: '2024-11-20' },
    })
    paper.judge(monday('09:20'))
    expect(notices(paper)).toHaveLength(1)
  })

  test('a cancelled line that takes place after all is told too', () => {
    const paper = issued()
    change(paper, { outcome: '取消', reason: '会议取消' }, monday('09:00'))
    paper.judge(monday('09:10'))
    change(paper, { outcome: '' }, monday('09:20'))
    expect(judgedWeek(paper.judge(monday('09:30'))).unexplained).toHaveLength(1)
    change(paper, { reason: '照常召开' }, monday('09:40'))
    paper.judge(monday('09:50'))
    expect(notices(paper).map(({ items }) => items[0]?.kind)).toEqual(['取消', '调整'])
    // It stands as it was issued again.
    expect(published(paper, 'QWB-0001')?.mark).toBeUndefined()
  })

  test('a line added after issue is told as 新增', () => {
    const paper = issued()
    const added = line('QWB', { on: '2024-11-22', what: '接待', reason: '上级来人' })
    paper.put('d-QWB', weeklyPlan, 'QWB-0002', added, monday('09:00'))
    paper.judge(monday('09:10'))
    expect(notices(paper)).toMatchObject([{ items: [{ kind: '新增', id: 'QWB-0002' }] }])
    expect(published(paper, 'QWB-0002')?.mark).toBe('新增')
  })

  test('a change that cannot be understood waits for its correction', () => {
    const paper = issued()
    change(paper, { on: '等通知', reason: '待定' }, monday('09:00'))
    paper.judge(monday('09:10'))
    expect(notices(paper)).toEqual([])
    expect(published(paper, 'QWB-0001')?.values.on).toBe('2024-11-20')
  })

  test('an office that has not filed has nothing to adjust', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', when('2024-11-14 10:00'))
    paper.judge(monday('09:00'))
    change(paper, { on: '2024-11-21', reason: '改期' }, monday('09:00'))
    expect(judgedWeek(paper.judge(monday('09:10'))).unexplained).toEqual([])
  })

  test('while a desk is unread its lines are left as they were given', () => {
    const paper = issued()
    change(paper, { on: '2024-11-21', reason: '改期' }, monday('09:00'))
    paper.judge(monday('09:10'), { unread: ['QWB'] })
    expect(notices(paper)).toEqual([])
  })
})

test('several changes of one office at one tick are one notice', () => {
  const paper = issued()
  change(paper, { on: '2024-11-21', reason: '改期' }, monday('09:00'))
  const added = line('QWB', { on: '2024-11-22', what: '接待', reason: '上级来人' })
  paper.put('d-QWB', weeklyPlan, 'QWB-0002', added, monday('09:00'))
  change(paper, { on: '2024-11-21', reason: '改期' }, monday('09:00'), 'QRD')
  paper.judge(monday('09:10'))
  expect(notices(paper).map(({ office, items }) => [office, items.length])).toEqual([
    ['QWB', 2],
    ['QRD', 1],
  ])
})

test('a leader who is no longer in the list leaves the line as it was given', () => {
  const paper = issued()
  paper.remove(control, house.district.leader, 'L01', monday('08:00'))
  paper.judge(monday('09:00'))
  expect(notices(paper)).toEqual([])
  expect(published(paper, 'QWB-0001')?.values.leader).toBe('L01')
})
