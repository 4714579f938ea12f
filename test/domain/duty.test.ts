import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import { minutesLate } from '../../src/domain/duty'
import { settingsOf } from '../../src/domain/setting'
import { weekTimes } from '../../src/domain/week'
import { calendarOf } from '../../src/domain/working-days'
import { house } from '../../src/registers'
import { handIn } from '../../src/registers/hand-in'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { control, paperDistrict, when } from '../fakes/paper-district'
import { dutyOf, file, firstWeek, judgedWeek, line, say, sendBack } from '../fakes/paper-week'

const thursday = when('2024-11-14 10:00')

describe('what an office owes for a week', () => {
  test('E10: the leaders in scope are expected; a deputy head of government is not', () => {
    const weekly = paperDistrict().judge(thursday)
    const owed = judgedWeek(weekly).duties.map(({ office, leaders }) => [
      office,
      ...leaders.map(({ name }) => name),
    ])
    expect(owed).toEqual([
      ['QWB', '江岳'],
      ['QRD', '孟广华'],
      ['QZF', '程波'],
      ['QFY', '郑开元'],
    ])
  })

  test('E11: 无统一安排 counts as handed in, a blank sheet does not', () => {
    const paper = paperDistrict()
    say(paper, 'QWB', thursday)
    expect(dutyOf(paper.judge(thursday), 'QWB')).toMatchObject({ complete: false, state: '草稿' })
    const nothing = { week: firstWeek, leader: '江岳', what: '无统一安排。' }
    paper.put('d-QWB', weeklyPlan, 'QWB-0001', nothing, thursday)
    const duty = dutyOf(paper.judge(thursday), 'QWB')
    expect(duty).toMatchObject({ complete: true, state: '已报', by: '值班员', missing: [] })
  })

  test('lines without 报送 = 是 are a draft', () => {
    const paper = paperDistrict()
    expect(dutyOf(paper.judge(thursday), 'QWB').state).toBe('未报')
    paper.put('d-QWB', weeklyPlan, 'QWB-0001', line('QWB'), thursday)
    expect(dutyOf(paper.judge(thursday), 'QWB')).toMatchObject({ said: false, state: '草稿' })
  })

  test('a line with a problem counts as a line', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday, { on: '下个月再说' })
    const judged = judgedWeek(paper.judge(thursday))
    expect(judged.lines[0]?.problems.map(({ heading }) => heading)).toContain('日期')
    expect(judged.duties[0]?.complete).toBe(true)
  })

  test('√ in 报送 says yes as 是 does, 否 does not', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday)
    const tick = { '√': true, 否: false, 已报: true }
    for (const [done, complete] of Object.entries(tick)) {
      paper.put('d-QWB', handIn, `${firstWeek}-1`, { done }, thursday)
      expect(dutyOf(paper.judge(thursday), 'QWB').complete).toBe(complete)
    }
  })

  test('an office without a desk owes nothing here', () => {
    const paper = paperDistrict()
    paper.put(control, house.district.office, 'QWB', { desk: '无' }, thursday)
    const offices = judgedWeek(paper.judge(thursday)).duties.map(({ office }) => office)
    expect(offices).toEqual(['QRD', 'QZF', 'QFY'])
  })

  test('a leader whose post ended before the week is not expected', () => {
    const paper = paperDistrict()
    paper.put(control, house.district.leader, 'L01', { to: '2024-11-17' }, thursday)
    expect(judgedWeek(paper.judge(thursday)).duties.map(({ office }) => office)).not.toContain(
      'QWB',
    )
  })
})

describe('when everything was in', () => {
  test('is an interval, and a later change or return does not move it', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday)
    const first = dutyOf(paper.judge(thursday), 'QWB').filing
    expect(first).toEqual({ after: thursday - 600_000, at: thursday, attempt: 1 })
    sendBack(paper, 'QWB', '补充地点', when('2024-11-15 14:00'))
    const back = dutyOf(paper.judge(when('2024-11-15 14:00')), 'QWB')
    expect(back).toMatchObject({ attempt: 2, complete: false, returned: '补充地点', late: false })
    say(paper, 'QWB', when('2024-11-15 15:00'), 2)
    const again = dutyOf(paper.judge(when('2024-11-15 15:00')), 'QWB')
    expect(again).toMatchObject({ complete: true, attempt: 2, late: false, filing: first })
  })

  test('one reason sends back once', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', thursday)
    paper.judge(thursday)
    sendBack(paper, 'QWB', '补充地点', thursday)
    paper.judge(thursday)
    say(paper, 'QWB', when('2024-11-14 11:00'), 2)
    paper.judge(when('2024-11-14 11:00'))
    expect(dutyOf(paper.judge(when('2024-11-14 11:10')), 'QWB').attempt).toBe(2)
    sendBack(paper, 'QWB', '仍缺时间', when('2024-11-14 11:20'))
    expect(dutyOf(paper.judge(when('2024-11-14 11:20')), 'QWB').attempt).toBe(3)
  })

  test('a reason typed before anything was filed sends nothing back', () => {
    const paper = paperDistrict()
    sendBack(paper, 'QWB', '请快报', thursday)
    expect(dutyOf(paper.judge(thursday), 'QWB')).toMatchObject({ attempt: 1, state: '未报' })
  })

  test('after the week’s own Monday nothing is filed any more', () => {
    const paper = paperDistrict()
    file(paper, 'QWB', when('2024-11-18 00:00'))
    const duty = dutyOf(paper.judge(when('2024-11-18 00:00')), 'QWB')
    expect(duty).toMatchObject({ complete: false, filing: undefined })
  })
})

describe('lateness', () => {
  const week = weekTimes('weekly', day(firstWeek), settingsOf([]), calendarOf([]))
  test.each([
    ['seen before the cut-off', '11:40', '11:50', 0],
    ['in the interval that holds the cut-off', '11:55', '12:05', 0],
    ['exactly at it', '12:00', '12:10', 0],
    ['by the last reading without it', '12:10', '12:20', 10],
    ['in the evening', '18:00', '18:10', 360],
  ])('%s', (_, after, at, minutes) => {
    const filing = { after: when(`2024-11-15 ${after}`), at: when(`2024-11-15 ${at}`), attempt: 1 }
    expect(minutesLate(filing, week)).toBe(minutes)
  })

  test('nothing filed is not late, it is missing', () => {
    expect(minutesLate(undefined, week)).toBe(0)
  })
})
