import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../src/domain/day'
import { digests } from '../../src/domain/digest'
import type { Due, Maker } from '../../src/domain/letter'
import { mattersOf } from '../../src/domain/matters'
import { momentAt } from '../../src/domain/moment'
import { tasksOf } from '../../src/domain/task'
import { stepTasks } from '../../src/domain/task-step'
import { house } from '../../src/registers'
import { task } from '../../src/registers/task'
import { taskDecision } from '../../src/registers/task-decision'
import { taskFeedback } from '../../src/registers/task-feedback'
import { wordLetter } from '../../src/wording/mail/letter'
import { speakerOf } from '../../src/wording/speak'
import { control, paperDistrict } from '../fakes/paper-district'
import { file } from '../fakes/paper-week'

const registers = { task, feedback: taskFeedback, decision: taskDecision }
const start = day('2024-11-11')

const given = fc.record({
  lead: fc.constantFrom('许明远', '区人大办', '区接待办', '后勤中心', ''),
  due: fc.option(fc.integer({ min: 0, max: 20 })),
  received: fc.boolean(),
  done: fc.boolean(),
  extend: fc.boolean(),
  commissioner: fc.constantFrom('林堯安', ''),
})

const states = fc.record({
  tasks: fc.array(given, { maxLength: 9 }),
  filed: fc.subarray(['QWB', 'QRD', 'QZF', 'QFY'] as const),
  days: fc.integer({ min: 0, max: 25 }),
  hour: fc.constantFrom('08:30', '12:00', '17:30'),
})

const worded = (due: Due) =>
  wordLetter(due, { speak: speakerOf('zh-CN'), language: 'zh-CN', from: '联席', url: undefined })

/** The lines under each heading of a letter's text, with the number the heading gives. */
const groupsIn = (text: string) =>
  text
    .split('\n\n')
    .filter((part) => part.includes('\n· '))
    .map((part) => {
      const [head = '', ...lines] = part.split('\n')
      return { head, said: Number(/（(\d+)）$/.exec(head)?.[1]), lines }
    })

test('whatever there is to tell, the numbers of a digest are those of its lines, most delayed first', () => {
  let mails = 0
  fc.assert(
    fc.property(states, ({ tasks, filed, days, hour }) => {
      const paper = paperDistrict()
      paper.set('weekly.firstWeek', '2024-11-18')
      const now = momentAt(addDays(start, days), hour)
      const then = momentAt(start, '09:00')
      for (const office of filed) file(paper, office, momentAt(day('2024-11-14'), '10:00'))
      paper.put(control, house.district.person, 'P002', { roles: '操作、督办专员' }, 0)
      for (const [i, one] of tasks.entries()) {
        const id = `安区督〔2024〕${i + 1}号`
        const { lead, commissioner } = one
        const due = one.due === null ? '' : addDays(start, one.due)
        const cells = { what: `事项${i + 1}`, lead, commissioner, due, on: start }
        paper.put(control, task, id, cells, then)
        const own = { received: one.received ? '是' : '', done: one.done ? '是' : '' }
        const extend = one.extend ? '2025-01-31' : ''
        paper.put('d-QZF', taskFeedback, id, { ...own, extend, progress: '' }, then)
      }
      const district = paper.district()
      const weekly = paper.judge(now)
      for (const at of [then, now]) stepTasks(paper.journal(at), registers, district, control)
      const list = {
        register: task,
        feedback: taskFeedback,
        decision: taskDecision,
        tasks: tasksOf(paper.state, registers, district, now),
      }
      const maker: Maker = { district, control, now, state: paper.state }
      for (const due of digests(maker, mattersOf(maker, [weekly], [list]), new Map())) {
        mails += 1
        const { subject, text } = worded(due)
        const groups = groupsIn(text)
        for (const { said, lines } of groups) expect(said).toBe(lines.length)
        const all = groups.flatMap(({ lines }) => lines)
        expect(Number(/(\d+)件/.exec(subject)?.[1])).toBe(all.length)
        expect(all.length).toBe(text.split('\n').filter((line) => line.startsWith('· ')).length)
        const late = groups.find(({ head }) => head.startsWith('已逾期'))?.lines ?? []
        const overdue = late.flatMap((line) => /逾期(\d+)天/.exec(line)?.[1] ?? []).map(Number)
        expect(overdue).toEqual([...overdue].sort((a, b) => b - a))
        // One task is one line, whatever else is to be said of it.
        const named = all.flatMap((line) => /安区督〔\d+〕\d+号/.exec(line) ?? [])
        expect(new Set(named).size).toBe(named.length)
        expect(text).not.toContain('还有0个工作日')
        const today = groups.find(({ head }) => head.startsWith('今天到期'))?.lines ?? []
        expect(today.join()).not.toContain('还有')
      }
    }),
    { numRuns: 150 },
  )
  expect(mails).toBeGreaterThan(100)
})
