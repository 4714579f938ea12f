import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import { readersOf } from '../../src/domain/readers'
import { versionKey } from '../../src/domain/version-text'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { type PaperDistrict, paperDistrict, when } from '../fakes/paper-district'
import {
  decide,
  dutyOf,
  file,
  firstWeek,
  issuedWeek,
  judgedWeek,
  sendBack,
} from '../fakes/paper-week'

const version = (paper: PaperDistrict) =>
  paper.state.versions.get(versionKey(weeklyPlan, firstWeek))

const fileAll = (paper: PaperDistrict, at: number) => {
  for (const office of ['QWB', 'QRD', 'QZF', 'QFY'] as const) file(paper, office, at)
}

describe('the line from filing to feedback', () => {
  test('when all have filed the week is put up before its cut-off', () => {
    const paper = paperDistrict()
    fileAll(paper, when('2024-11-14 10:00'))
    paper.judge(when('2024-11-14 10:00'))
    expect(version(paper)).toMatchObject({ n: 1, issued: 0, missing: [] })
  })

  test('at the cut-off it is put up with those who are missing named', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', when('2024-11-14 10:00'))
    paper.judge(when('2024-11-15 11:50'))
    expect(version(paper)).toBeUndefined()
    paper.judge(when('2024-11-15 12:00'))
    expect(version(paper)).toMatchObject({ n: 1, missing: ['QRD', 'QZF', 'QFY'], holds: ['QWB'] })
  })

  test('a grace of 30 minutes puts it off, and lateness starts after it', () => {
    const paper = paperDistrict()
    paper.set('weekly.grace', '30')
    file(paper, 'QWB', when('2024-11-14 10:00'))
    paper.judge(when('2024-11-15 12:00'))
    expect(version(paper)).toBeUndefined()
    file(paper, 'QRD', when('2024-11-15 12:20'))
    const weekly = paper.judge(when('2024-11-15 12:40'))
    expect(dutyOf(weekly, 'QRD')).toMatchObject({ late: false, lateMinutes: 0, complete: true })
    expect(version(paper)?.n).toBe(1)
  })

  test('a person may ask for it before the cut-off', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', when('2024-11-14 10:00'))
    paper.judge(when('2024-11-14 16:00'), { asked: [day(firstWeek)] })
    expect(version(paper)).toMatchObject({ n: 1, holds: ['QWB'] })
  })

  test('E13: without 审定 nothing goes out; with it the week goes at 17:00, once', () => {
    const paper = paperDistrict()
    fileAll(paper, when('2024-11-14 10:00'))
    paper.judge(when('2024-11-15 17:00'))
    expect(version(paper)?.issued).toBe(0)
    decide(paper, 1, when('2024-11-15 17:20'))
    paper.judge(when('2024-11-15 17:20'))
    expect(version(paper)).toMatchObject({ issued: 1, approver: 'P001' })
    const at = version(paper)?.issuedAt
    paper.judge(when('2024-11-15 17:30'))
    expect(version(paper)).toMatchObject({ n: 1, issuedAt: at })
  })

  test('an approval before 17:00 waits for the feedback hour', () => {
    const paper = paperDistrict()
    fileAll(paper, when('2024-11-14 10:00'))
    paper.judge(when('2024-11-14 10:00'))
    decide(paper, 1, when('2024-11-15 13:00'))
    const weekly = paper.judge(when('2024-11-15 16:50'))
    expect(version(paper)?.issued).toBe(0)
    expect(judgedWeek(weekly).approved).toBe(true)
    paper.judge(when('2024-11-15 17:00'))
    expect(version(paper)?.issued).toBe(1)
  })

  test.each([
    ['somebody not in the list', { by: '许明远' }],
    ['nobody', { by: '' }],
    ['a person who sends it back', { decision: '退回' }],
  ])('%s does not let it go', (_, by) => {
    const paper = paperDistrict()
    fileAll(paper, when('2024-11-14 10:00'))
    paper.judge(when('2024-11-14 10:00'))
    decide(paper, 1, when('2024-11-15 13:00'), by)
    paper.judge(when('2024-11-15 17:00'))
    expect(version(paper)?.issued).toBe(0)
  })

  test.each([
    ['免审定', 1],
    ['需审定', 0],
    ['需要审定', 0],
    ['是', 0],
  ])(
    'weekly.approve = %s: only the word 免审定 lets a week go without a person',
    (word, issued) => {
      const paper = paperDistrict()
      paper.set('weekly.approve', word)
      fileAll(paper, when('2024-11-14 10:00'))
      paper.judge(when('2024-11-15 17:00'))
      expect(version(paper)?.issued).toBe(issued)
    },
  )

  test('the approver is found although the setting writes the name with another character', () => {
    const paper = paperDistrict()
    paper.set('weekly.approver', '周衡、林尧安')
    fileAll(paper, when('2024-11-14 10:00'))
    paper.judge(when('2024-11-14 10:00'))
    decide(paper, 1, when('2024-11-15 13:00'), { by: '林堯安' })
    paper.judge(when('2024-11-15 17:00'))
    expect(version(paper)).toMatchObject({ issued: 1, approver: 'P002' })
  })

  test('a change before feedback makes version 2, and the decision on version 1 does not bind it', () => {
    const paper = paperDistrict()
    fileAll(paper, when('2024-11-14 10:00'))
    paper.judge(when('2024-11-14 10:00'))
    decide(paper, 1, when('2024-11-14 15:00'))
    paper.put(
      'd-QWB',
      weeklyPlan,
      'QWB-0001',
      { from: '15:00', to: '16:00' },
      when('2024-11-15 09:00'),
    )
    paper.judge(when('2024-11-15 17:00'))
    expect(version(paper)).toMatchObject({ n: 2, issued: 0 })
    decide(paper, 2, when('2024-11-15 17:10'))
    paper.judge(when('2024-11-15 17:10'))
    expect(version(paper)).toMatchObject({ n: 2, issued: 2 })
  })

  test('an office that files after feedback makes a version that needs approval again', () => {
    const paper = paperDistrict()
    for (const office of ['QWB', 'QZF', 'QFY'] as const)
      file(paper, office, when('2024-11-14 10:00'))
    paper.judge(when('2024-11-15 12:00'))
    decide(paper, 1, when('2024-11-15 13:00'))
    paper.judge(when('2024-11-15 17:00'))
    file(paper, 'QRD', when('2024-11-16 09:00'))
    paper.judge(when('2024-11-16 09:00'))
    expect(version(paper)).toMatchObject({ n: 2, issued: 1, holds: ['QFY', 'QWB', 'QZF'] })
    expect([...paper.state.lines.values()].map(({ office }) => office)).not.toContain('QRD')
    decide(paper, 2, when('2024-11-16 10:00'))
    paper.judge(when('2024-11-16 10:00'))
    expect(version(paper)).toMatchObject({ n: 2, issued: 2, holds: ['QFY', 'QRD', 'QWB', 'QZF'] })
    expect([...paper.state.lines.values()].map(({ office }) => office)).toContain('QRD')
  })

  test('a return opens the next attempt once, and lateness keeps the first', () => {
    const paper = paperDistrict()
    fileAll(paper, when('2024-11-14 10:00'))
    paper.judge(when('2024-11-14 10:00'))
    sendBack(paper, 'QRD', '时间写错', when('2024-11-14 11:00'))
    const weekly = paper.judge(when('2024-11-14 11:00'))
    expect(dutyOf(weekly, 'QRD')).toMatchObject({
      attempt: 2,
      complete: false,
      state: '退回补正',
      late: false,
    })
    paper.judge(when('2024-11-14 11:10'))
    expect(paper.state.returns.get(`weekly-plan|${firstWeek}|QRD`)?.attempt).toBe(1)
  })
})

describe('weeks that are over', () => {
  test('rest two weeks after their Monday: nothing of them is judged any more', () => {
    const paper = paperDistrict()
    issuedWeek(paper)
    const before = paper.judge(when('2024-12-01 23:50'))
    expect(paper.state.lines.size).toBeGreaterThan(0)
    expect(before.weeks.map(({ week }) => String(week.monday))).toContain(firstWeek)
    const after = paper.judge(when('2024-12-02 00:00'))
    expect(after.weeks.map(({ week }) => String(week.monday))).not.toContain(firstWeek)
    expect(paper.state.closed.has(versionKey(weeklyPlan, firstWeek))).toBe(true)
    // What was given back stands in the events; every run would read it again.
    expect(paper.state.lines.size).toBe(0)
    expect(paper.judge(when('2024-12-02 00:10')).lines).toEqual([])
  })
})

describe('who reads the week', () => {
  test('the four offices, by short or full name, in the order of the setting', () => {
    const paper = paperDistrict()
    expect(readersOf(paper.district(), 'weekly')).toEqual(['QWB', 'QRD', 'QZF'])
    paper.set('weekly.feedbackTo', '区人民法院，区委办 ；区无此办')
    expect(readersOf(paper.district(), 'weekly')).toEqual(['QFY', 'QWB'])
  })
})
