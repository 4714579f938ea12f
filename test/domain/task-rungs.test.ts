import { expect, test } from 'vitest'
import { day } from '../../src/domain/day'
import type { LightFacts } from '../../src/domain/light'
import { rungsOf, workingDaysPast } from '../../src/domain/task-rungs'
import { task } from '../../src/registers/task'
import { paperDistrict } from '../fakes/paper-district'

test.each([
  ['1、3、5', { first: 1, slip: 3, report: 5 }],
  ['2，4；8', { first: 2, slip: 4, report: 8 }],
  ['2、三天、5个工作日', { first: 2, slip: 3, report: 5 }],
  ['2、三天、0', { first: 1, slip: 3, report: 5 }],
  ['', { first: 1, slip: 3, report: 5 }],
])(
  'steps upwards set as “%s”; a list that was never understood is as by default',
  (text, rungs) => {
    const paper = paperDistrict()
    paper.set('task.escalate', text)
    expect(rungsOf(paper.district(), task, {})).toEqual(rungs)
  },
)

test('working days past leave out rest days and those for which the clock stood still', () => {
  const { calendar } = paperDistrict().district()
  const facts: LightFacts = {
    due: day('2024-11-22'),
    assigned: day('2024-11-15'),
    pauses: [],
    noted: undefined,
    every: undefined,
    claimed: undefined,
    over: false,
    today: day('2024-11-27'),
    calendar,
    near: 3,
  }
  const pauses = [{ from: day('2024-11-20'), to: day('2024-11-22'), why: '异议' }]
  expect(workingDaysPast(facts)).toBe(3)
  expect(workingDaysPast({ ...facts, pauses })).toBe(1)
  expect(workingDaysPast({ ...facts, due: undefined })).toBe(0)
  expect(workingDaysPast({ ...facts, today: day('2024-11-20') })).toBe(0)
})
