import { describe, expect, test } from 'vitest'
import { house } from '../../src/registers'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { control, type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import { file, firstWeek, issuedWeek, judgedWeek, line } from '../fakes/paper-week'

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
    expect(judgedWeek(paper.judge(monday('09:10'))).unexplained).toEqual([
      { office: 'QWB', id: 'QWB-0001', kind: '调整', leader: 'L01' },
    ])
    expect(notices(paper)).toEqual([])
    expect(published(paper, 'QWB-0001')?.values.on).toBe('2024-11-20')
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
      { n: 1, office: 'QWB', touched: ['QWB'], items: [{ kind: '调整', reason: '市里临时会议' }] },
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
  test('another place or time is taken over quietly', () => {
    const paper = issued()
    change(paper, { place: '五楼会议室', from: '09:30' }, monday('09:00'))
    paper.judge(monday('09:00'))
    expect(published(paper, 'QWB-0001')?.values.place).toBe('QWB会议室')
    paper.judge(monday('09:10'))
    expect(published(paper, 'QWB-0001')).toMatchObject({
      values: { place: '五楼会议室', from: '09:30' },
    })
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
    expect(published(paper, 'QWB-0001')?.mark).toBe('调整')
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

describe('rule 7: whom a notice touches', () => {
  const move = (paper: PaperDistrict, cells: Record<string, string>) => {
    change(paper, { reason: '改期', ...cells }, monday('09:00'))
    paper.judge(monday('09:10'))
    return notices(paper)[0]?.touched
  }

  test('an office named in 承办单位 or 参加人员/单位, before or after', () => {
    expect(move(issued(), { on: '2024-11-21', host: '区人大办' })).toEqual(['QWB', 'QRD'])
    expect(move(issued(), { on: '2024-11-21', with: '区政府办公室、各镇' })).toEqual(['QWB', 'QZF'])
  })

  test('an office whose line it clashes with, after the change', () => {
    const paper = issued()
    const cells = { on: '2024-11-21', from: '15:00', to: '16:00', part: '下午', place: '同一间' }
    change(paper, cells, monday('08:00'), 'QZF')
    change(paper, { reason: '先改' }, monday('08:00'), 'QZF')
    paper.judge(monday('08:10'))
    expect(notices(paper).map(({ touched }) => touched)).toEqual([['QZF']])
    change(paper, { ...cells, reason: '同时' }, monday('09:00'))
    paper.judge(monday('09:10'))
    expect(notices(paper)[1]?.touched).toEqual(['QWB', 'QZF'])
  })

  test('only offices the week is given back to: the court is never told', () => {
    const touched = move(issued(), { on: '2024-11-21', with: '区法院' })
    expect(touched).toEqual(['QWB'])
    const paper = issued()
    change(paper, { on: '2024-11-21', reason: '改期' }, monday('09:00'), 'QFY')
    paper.judge(monday('09:10'))
    expect(notices(paper)[0]?.touched).toEqual([])
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
