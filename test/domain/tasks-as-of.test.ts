import { expect, test } from 'vitest'
import { asksOf } from '../../src/domain/ask'
import { addDays, day } from '../../src/domain/day'
import { momentAt } from '../../src/domain/moment'
import { type Task, tasksOf } from '../../src/domain/task'
import { countTasks, taskFigures } from '../../src/domain/task-figures'
import { stepTasks } from '../../src/domain/task-step'
import { tasksAsOf } from '../../src/domain/tasks-as-of'
import { house } from '../../src/registers'
import { task } from '../../src/registers/task'
import { taskDecision } from '../../src/registers/task-decision'
import { taskFeedback } from '../../src/registers/task-feedback'
import { control, type PaperDistrict, paperDistrict } from '../fakes/paper-district'
import { stood } from '../fakes/stood'

const registers = { task, feedback: taskFeedback, decision: taskDecision }
const id = '安区督〔2024〕1号'
const start = day('2024-11-18')
const at = (days: number) => momentAt(addDays(start, days), '10:00')

/** A task of 18 November that is due on the 29th. */
const withTask = (): PaperDistrict => {
  const paper = paperDistrict()
  paper.put(control, house.district.person, 'P002', { roles: '操作、督办专员' }, 0)
  const on = { on: '2024-11-18', due: '2024-11-29', commissioner: '林堯安' }
  paper.put(control, task, id, { what: '规范公文运转', lead: '许明远', ...on }, at(0))
  paper.put('d-QZF', taskFeedback, id, { what: '规范公文运转', role: '牵头' }, at(0))
  return paper
}

const stepOn = (paper: PaperDistrict, now: number): Task[] => {
  stepTasks(paper.journal(now), registers, paper.district(), control)
  return tasksOf(paper.state, registers, paper.district(), now)
}

const report = (paper: PaperDistrict, cells: Record<string, string>, days: number) => {
  paper.put('d-QZF', taskFeedback, id, cells, at(days))
  return stepOn(paper, at(days))
}

const decide = (paper: PaperDistrict, decision: string, days: number) => {
  const open = asksOf(paper.state, id).find(({ ask }) => !ask.decided)
  const given = open && { decision, by: '林堯安', ...stood(open, at(days)) }
  if (open && given) paper.put(control, taskDecision, open.id, given, at(days))
  return stepOn(paper, at(days))
}

/** 交办、办结、逾期 as they stood so many days after the start. */
const figures = (paper: PaperDistrict, tasks: Task[], days: number) => {
  const then = tasksAsOf(tasks, task, paper.district(), addDays(start, days))
  return ['交办', '办结', '逾期'].map((name) => countTasks(then, name)).join()
}

test('a task counts from its day of assignment, is overdue after its deadline, and done from its 销号', () => {
  const paper = withTask()
  stepOn(paper, at(0))
  report(paper, { done: '是' }, 15)
  const tasks = decide(paper, '通过', 18)
  const seen = [-1, 0, 11, 12, 15, 17, 18, 30].map((days) => figures(paper, tasks, days))
  const before = ['0,0,0', '1,0,0', '1,0,0', '1,0,1', '1,0,1', '1,0,1']
  expect(seen).toEqual([...before, '1,1,0', '1,1,0'])
})

test('an extension counts from the day it was granted: the red days before it stay red', () => {
  const paper = withTask()
  stepOn(paper, at(0))
  report(paper, { extend: '2024-12-13', extendWhy: '征求意见面广' }, 10)
  const tasks = decide(paper, '同意', 14)
  expect(tasks[0]?.state.due).toBe('2024-12-13')
  const seen = [11, 13, 14, 25, 26].map((days) => figures(paper, tasks, days))
  expect(seen).toEqual(['1,0,0', '1,0,1', '1,0,0', '1,0,0', '1,0,1'])
})

test('what was reported in time and waits for verification is not overdue; sent back, it was', () => {
  const paper = withTask()
  stepOn(paper, at(0))
  const waiting = report(paper, { done: '是' }, 10)
  expect(figures(paper, waiting, 14)).toBe('1,0,0')
  const back = decide(paper, '退回', 16)
  expect(figures(paper, back, 14)).toBe('1,0,1')
})

test('a task that was stopped counts up to the day before', () => {
  const paper = withTask()
  stepOn(paper, at(0))
  const cells = { what: '规范公文运转', lead: '许明远', due: '2024-11-29', stopped: '是' }
  paper.put(control, task, id, { ...cells, on: '2024-11-18' }, at(13))
  const tasks = stepOn(paper, at(13))
  expect([12, 13].map((days) => figures(paper, tasks, days))).toEqual(['1,0,1', '0,0,0'])
})

test('as of today every figure of the dashboard is the same', () => {
  const paper = withTask()
  const tasks = stepOn(paper, at(12))
  const now = tasksAsOf(tasks, task, paper.district(), addDays(start, 12))
  const counts = (of: Task[]) => taskFigures.map(({ name }) => [name, countTasks(of, name)])
  expect(counts(now)).toEqual(counts(tasks))
  expect(counts(tasks)).toContainEqual(['逾期', 1])
})

test('what was over by a day is the same task, with the light it ended with', () => {
  const paper = withTask()
  stepOn(paper, at(0))
  report(paper, { done: '是' }, 15)
  const tasks = decide(paper, '通过', 18)
  const on = (days: number) => tasksAsOf(tasks, task, paper.district(), addDays(start, days))
  expect(on(18)).toEqual(tasks)
  expect(on(17)).not.toEqual(tasks)
  expect(tasks[0]?.light).toMatchObject({ colour: '', overdue: 4 })
})

test('what moved by an objection was never overdue before: neither the trend nor anything else blames its first office', () => {
  const paper = withTask()
  stepOn(paper, at(0))
  report(paper, { objection: '不属本办职责', objectTo: '区委办' }, 1)
  const waiting = stepOn(paper, at(14))
  expect(figures(paper, waiting, 14)).toBe('1,0,1')
  const open = asksOf(paper.state, id).find(({ ask }) => ask.kind === '异议' && !ask.decided)
  const given = open && { decision: '转交', by: '周衡', ...stood(open, at(15)) }
  if (open && given) paper.put(control, taskDecision, open.id, given, at(15))
  const moved = stepOn(paper, at(15))
  expect(moved[0]?.state).toMatchObject({ office: 'QWB', due: '2024-12-16', anew: '2024-12-03' })
  expect([12, 14, 20, 29].map((days) => figures(paper, moved, days))).toEqual([
    '1,0,0',
    '1,0,0',
    '1,0,0',
    '1,0,1',
  ])
})
