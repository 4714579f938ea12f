import { expect, test } from 'vitest'
import { asksOf } from '../../src/domain/ask'
import { addDays, day } from '../../src/domain/day'
import { momentAt } from '../../src/domain/moment'
import { type Task, tasksOf } from '../../src/domain/task'
import { stepTasks } from '../../src/domain/task-step'
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

const stepOn = (paper: PaperDistrict, now: number): Task => {
  stepTasks(paper.journal(now), registers, paper.district(), control)
  const [found] = tasksOf(paper.state, registers, paper.district(), now)
  if (!found) throw new Error('the task is gone')
  return found
}

/** A ledger of an older version, in which the office had stopped its clock since 20 November. */
const older = (): PaperDistrict => {
  const paper = paperDistrict()
  paper.put(control, house.district.person, 'P002', { roles: '操作、督办专员' }, 0)
  const on = { on: '2024-11-18', due: '2024-11-22', commissioner: '林堯安' }
  paper.put(control, task, id, { what: '规范公文运转', lead: '许明远', ...on }, at(0))
  const report = { received: '是', waitFor: '区财政局', waitSince: '2024-11-20' }
  paper.put('d-QZF', taskFeedback, id, { what: '规范公文运转', role: '牵头', ...report }, at(0))
  const { state } = stepOn(paper, at(0))
  for (const key of paper.state.asks.keys()) paper.state.asks.delete(key)
  const pauses = [{ from: day('2024-11-20'), to: '' as const, why: '待区财政局' }]
  paper.state.tasks.set(id, { ...state, pauses })
  return paper
}

const decide = (paper: PaperDistrict, cells: Record<string, string>, days: number): Task => {
  const open = asksOf(paper.state, id).find(({ ask }) => ask.kind === '等待' && !ask.decided)
  const given = open && { by: '林堯安', ...cells, ...stood(open, at(days)) }
  if (open && given) paper.put(control, taskDecision, open.id, given, at(days))
  return stepOn(paper, at(days))
}

test('a pause an older version left open becomes a request; what it stopped so far stands until decided', () => {
  const paper = older()
  // On the 25th the older version had stopped three working days: 20, 21, 22.
  expect(stepOn(paper, at(7)).light).toMatchObject({ due: '2024-11-27', colour: '黄' })
  expect(stepOn(paper, at(8)).light.due).toBe('2024-11-27')
  expect(stepOn(paper, at(10)).light).toMatchObject({ colour: '红', overdue: 1 })
  expect(stepOn(paper, at(10)).asks.map(({ ask }) => ask.kind)).toEqual(['等待'])
})

test('confirmed, the days named take its place; refused, it stops nothing', () => {
  const yes = older()
  stepOn(yes, at(7))
  const days = { decision: '同意', waitFrom: '2024-11-20', waitTo: '2024-11-21' }
  expect(decide(yes, days, 8).light.due).toBe('2024-11-26')
  const no = older()
  stepOn(no, at(7))
  expect(decide(no, { decision: '不同意' }, 8).light).toMatchObject({
    due: '2024-11-22',
    overdue: 4,
  })
})
