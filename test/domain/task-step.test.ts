import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksOf } from '../../src/domain/ask'
import { openSteps } from '../../src/domain/dated-steps'
import { addDays, day, daysBetween } from '../../src/domain/day'
import type { Maker } from '../../src/domain/letter'
import { ofPerson, type Rank } from '../../src/domain/matter'
import { dayOf, momentAt } from '../../src/domain/moment'
import { type Task, tasksOf } from '../../src/domain/task'
import { taskFigures } from '../../src/domain/task-figures'
import { type TaskList, taskLetters } from '../../src/domain/task-letters'
import { taskMatters } from '../../src/domain/task-matters'
import { stepTasks } from '../../src/domain/task-step'
import { house } from '../../src/registers'
import { task } from '../../src/registers/task'
import { taskDecision } from '../../src/registers/task-decision'
import { taskFeedback } from '../../src/registers/task-feedback'
import { control, type PaperDistrict, paperDistrict } from '../fakes/paper-district'
import { stood } from '../fakes/stood'

const listOf = (tasks: Task[]): TaskList => ({
  register: task,
  feedback: taskFeedback,
  decision: taskDecision,
  tasks,
})

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

const withTask = (due: string): PaperDistrict => {
  const paper = paperDistrict()
  paper.put(control, house.district.person, 'P002', { roles: '操作、督办专员' }, 0)
  const cells = { what: '规范公文运转', lead: '许明远', on: '2024-11-18', commissioner: '林堯安' }
  paper.put(control, task, id, due === '' ? cells : { ...cells, due }, at(0))
  paper.put('d-QZF', taskFeedback, id, { what: '规范公文运转', role: '牵头' }, at(0))
  return paper
}

const report = (paper: PaperDistrict, cells: Record<string, string>, now: number) => {
  paper.put('d-QZF', taskFeedback, id, cells, now)
}

/** Decides the newest thing asked for of a kind. */
const decide = (
  paper: PaperDistrict,
  kind: string,
  decision: string,
  now: number,
  by = '林堯安',
) => {
  const open = asksOf(paper.state, id).find(({ ask }) => ask.kind === kind && !ask.decided)
  if (open) paper.put(control, taskDecision, open.id, { decision, by, ...stood(open, now) }, now)
}

test('a first deadline may be proposed once; the next day wished for is a delay to be granted', () => {
  const paper = withTask('')
  expect(stepOn(paper, at(0)).light.colour).toBe('灰')
  report(paper, { proposed: '2024-11-29' }, at(1))
  expect(stepOn(paper, at(1)).state.due).toBe('2024-11-29')
  report(paper, { proposed: '2024-12-31' }, at(2))
  expect(stepOn(paper, at(2)).state.due).toBe('2024-11-29')
})

test('a task without a day of assignment counts from when it was first seen, edited or not', () => {
  const paper = withTask('')
  paper.put(control, task, '安区督〔2024〕2号', { what: '统计会议', lead: '许明远' }, at(1))
  stepOn(paper, at(1))
  paper.put(control, task, '安区督〔2024〕2号', { what: '统计会议数量' }, at(9))
  stepOn(paper, at(9))
  expect(paper.state.tasks.get('安区督〔2024〕2号')?.assigned).toBe('2024-11-19')
})

test('a delay that somebody without the right grants stays open', () => {
  const paper = withTask('2024-11-29')
  report(paper, { received: '是', extend: '2024-12-13' }, at(2))
  expect(stepOn(paper, at(2)).stage).toBe('延期待批')
  decide(paper, '延期', '同意', at(3), '许明远')
  expect(stepOn(paper, at(3)).stage).toBe('延期待批')
  decide(paper, '延期', '同意', at(4))
  expect(stepOn(paper, at(4)).state).toMatchObject({ due: '2024-12-13', original: '2024-11-29' })
})

test('an objection after the fifth working day asks for nothing', () => {
  const paper = withTask('2024-12-31')
  stepOn(paper, at(0))
  report(paper, { objection: '不属本办职责' }, at(8))
  expect(stepOn(paper, at(8)).asks).toEqual([])
})

test('a decision is taken once: the same word beside it changes nothing later', () => {
  const paper = withTask('2024-11-29')
  report(paper, { received: '是', done: '是', doneNote: '已完成' }, at(2))
  stepOn(paper, at(2))
  decide(paper, '核验', '退回', at(3))
  expect(stepOn(paper, at(3)).state.returned).toBe(1)
  expect(stepOn(paper, at(4)).state.returned).toBe(1)
  expect(stepOn(paper, at(4)).stage).toBe('办理中')
})

test('a text to be confirmed stays out of the letters', () => {
  const paper = withTask('2024-11-22')
  paper.put(control, task, id, { what: '内部资料整理，注意保存' }, at(0))
  const found = stepOn(paper, at(7))
  const maker: Maker = { district: paper.district(), control, now: at(7), state: paper.state }
  const told = JSON.stringify(taskMatters(maker, listOf([found])).map(({ line }) => line))
  expect(told).toContain('逾期')
  expect(told).not.toContain('注意保存')
})

type Move = {
  days: number
  what: (typeof kinds)[number]
}

test('what was noted of 催办 before it was kept when is counted, and brought to nobody', () => {
  const paper = withTask('2024-11-29')
  const before = stepOn(paper, at(0)).state
  paper.state.tasks.set(id, { ...before, urges: ['11月18日 邮件催办'] })
  paper.put(control, task, id, { urged: '11月20日 电话催办' }, at(2))
  const found = stepOn(paper, at(2))
  expect(found.state.urges).toHaveLength(2)
  expect(found.state.urgedAt).toEqual([0, at(2)])
  const maker = { district: paper.district(), control, now: at(2), state: paper.state }
  const list = listOf([found])
  expect(taskLetters(maker, list).filter(({ kind }) => kind === 'urged')).toEqual([])
})

const kinds = [
  ...(['note', 'extend', 'put off', 'grant', 'refuse', 'object', 'rule'] as const),
  ...(['steps', 'one done', 'all done', 'done', 'pass', 'back'] as const),
] as const

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 6 }),
    what: fc.constantFrom(...kinds),
  }),
  { maxLength: 14 },
)

const make = (paper: PaperDistrict, { what }: Move, now: number, n: number): void => {
  const today = addDays(
    start,
    daysBetween(start, day(new Date(now + 28_800_000).toISOString().slice(0, 10))),
  )
  if (what === 'note') report(paper, { progress: `进展${n}`, on: today }, now)
  if (what === 'extend') report(paper, { extend: addDays(today, 20), extendWhy: `原因${n}` }, now)
  if (what === 'put off') report(paper, { extend: addDays(today, 2), extendWhy: `原因${n}` }, now)
  if (what === 'steps') {
    const steps = `${addDays(today, 1)} 方案；${addDays(today, (n % 3) * 9)} 开工`
    paper.put(control, task, id, { steps }, now)
  }
  if (what === 'one done') report(paper, { stepsDone: '方案' }, now)
  if (what === 'all done') report(paper, { stepsDone: '全部' }, now)
  if (what === 'grant') decide(paper, '延期', '同意', now)
  if (what === 'refuse') decide(paper, '延期', '不同意', now)
  if (what === 'object') report(paper, { objection: `异议${n}` }, now)
  if (what === 'rule') decide(paper, '异议', '不同意', now, '周衡')
  if (what === 'done') report(paper, { done: '是', doneNote: `说明${n}` }, now)
  if (what === 'pass') decide(paper, '核验', '同意', now)
  if (what === 'back') decide(paper, '核验', '退回', now)
}

test('whatever happens to a task, its light, digest, escalation and figures agree at every step', () => {
  fc.assert(
    fc.property(moves, (sequence) => {
      const paper = withTask('2024-11-29')
      let days = 0
      for (const [n, move] of sequence.entries()) {
        days += move.days
        const now = at(days) + n * 60_000
        make(paper, move, now, n)
        const found = stepOn(paper, now)
        const again = stepOn(paper, now)
        expect(again).toEqual(found)
        const maker: Maker = { district: paper.district(), control, now, state: paper.state }
        const lead = maker.district.people.find(({ name }) => name === '许明远')
        const own = lead ? ofPerson(taskMatters(maker, listOf([found])), lead) : []
        const isOpen = found.state.claimed === '' && found.light.colour !== ''
        const count = (...of: Rank[]) => own.filter(({ rank }) => of.includes(rank)).length
        expect(own.length).toBeLessThanOrEqual(1)
        expect(count('overdue')).toBe(isOpen && found.light.colour === '红' ? 1 : 0)
        // What waits for an objection has a line of its own.
        const isNear = found.light.colour === '黄' && found.stage !== '异议待定'
        expect(count('today', 'near')).toBe(isOpen && isNear ? 1 : 0)
        const done = taskFigures.filter(({ name, counts }) => name === '办结' && counts(found))
        expect(done.length).toBe(found.stage === '办结销号' ? 1 : 0)
        expect(found.light.colour === '').toBe(found.stage === '办结销号')
        expect(found.state.original).toBe('2024-11-29')
        // What waits to be struck off, or is, has no open step; what has one is no less late than it.
        const open = openSteps(found.state)
        if (['待核验', '办结销号'].includes(found.stage)) expect(open).toEqual([])
        const late = open.filter(({ due }) => due < dayOf(now) && found.state.pauses.length === 0)
        expect(
          late.length === 0 ||
            found.light.overdue >= daysBetween(late[0]?.due ?? start, dayOf(now)),
        ).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
