import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day, weekdayOf } from '../../src/domain/day'
import { contactsOf } from '../../src/domain/district'
import { matterKey, ofDesk } from '../../src/domain/matter'
import { dayOf, type Moment, momentAt, timeOf } from '../../src/domain/moment'
import { house } from '../../src/registers'
import { task } from '../../src/registers/task'
import { taskDecision } from '../../src/registers/task-decision'
import { taskFeedback } from '../../src/registers/task-feedback'
import { weeklyPlan } from '../../src/registers/weekly-plan'
import { runOnPaper, type Went } from '../fakes/lettered-play'
import { control, type PaperDistrict, paperDistrict } from '../fakes/paper-district'
import { decide, type Filer, file, sendBack } from '../fakes/paper-week'
import { stood } from '../fakes/stood'

const seed = Number(process.env.LIANXI_SEED ?? 20241113)
const start = day('2024-11-13')
const days = 9
const times = [
  ...['03:10', '08:20', '08:30', '09:00', '10:10', '12:00', '12:10'],
  ...['15:00', '16:40', '17:00', '18:10'],
]
const moments: Moment[] = Array.from({ length: days }, (_, n) => addDays(start, n)).flatMap((on) =>
  times.map((time) => momentAt(on, time)),
)

const filers: Filer[] = ['QWB', 'QRD', 'QZF', 'QFY']

const typing = fc.record({
  at: fc.nat(moments.length - 1),
  what: fc.constantFrom(
    ...(['file', 'file', 'change', 'clash', 'approve', 'back', 'task', 'task'] as const),
    ...(['sign', 'done', 'extend', 'decide', 'urge', 'away'] as const),
  ),
  who: fc.constantFrom(...filers),
  n: fc.nat(20),
})
type Typing = typeof typing extends fc.Arbitrary<infer T> ? T : never

const taskId = (n: number): string => `安区督〔2024〕${n + 1}号`

const make = (paper: PaperDistrict, { what, who, n }: Typing, at: Moment): void => {
  const id = taskId(n % 4)
  if (what === 'file') file(paper, who, at)
  if (what === 'clash') file(paper, who, at, { place: '三楼' })
  if (what === 'change') {
    const on = addDays(day('2024-11-18'), n % 5)
    const reason = n % 2 === 0 ? { reason: '改期' } : {}
    paper.put(`d-${who}`, weeklyPlan, `${who}-0001`, { on, host: '区人大办', ...reason }, at)
  }
  if (what === 'approve') decide(paper, (n % 3) + 1, at)
  if (what === 'back') {
    file(paper, who, at)
    sendBack(paper, who, `缺第${n}处`, at)
  }
  if (what === 'task') {
    const due = n % 5 === 0 ? {} : { due: addDays(dayOf(at), n % 9) }
    const helping = n % 3 === 0 ? { helpers: '区人大办' } : {}
    const lead = n % 2 === 0 ? '许明远' : '区人大办'
    const cells = { what: `事项${n % 4}`, lead, commissioner: '林堯安', on: dayOf(at) }
    paper.put(control, task, id, { ...cells, ...due, ...helping }, at)
  }
  const desks = ['d-QZF', 'd-QRD']
  const report = (cells: Record<string, string>) => {
    for (const desk of desks) paper.put(desk, taskFeedback, id, cells, at)
  }
  if (what === 'sign') report({ received: '是' })
  if (what === 'done') report({ done: '是', doneNote: '已完成' })
  if (what === 'extend') report({ extend: addDays(dayOf(at), 20), extendWhy: '等资料' })
  if (what === 'urge') paper.put(control, task, id, { urged: `第${n}次邮件催办` }, at)
  if (what === 'decide')
    for (const [key, ask] of paper.state.asks)
      if (!ask.decided) {
        const said = { decision: n % 2 === 0 ? '同意' : '不同意', by: '林堯安' }
        paper.put(control, taskDecision, key, { ...said, ...stood({ ask }, at) }, at)
      }
  if (what === 'away') {
    const away = { person: '方晓禾', from: dayOf(at), to: addDays(dayOf(at), 2) }
    paper.put(control, house.district.absence, 'absence-0001', away, at)
  }
}

const play = (typings: readonly Typing[]): Went[] => {
  const paper = paperDistrict()
  paper.set('weekly.firstWeek', '2024-11-18')
  paper.put(control, house.district.person, 'P002', { roles: '操作、督办专员' }, 0)
  paper.put(control, house.district.office, 'QZF', { head: '许明远' }, 0)
  return moments.flatMap((at, i) => {
    for (const each of typings) if (each.at === i) make(paper, each, at)
    return runOnPaper(paper, at)
  })
}

const byPersonDay = (went: readonly Went[]): Went[][] => {
  const groups = new Map<string, Went[]>()
  for (const each of went) {
    const key = `${each.due.person} ${dayOf(each.at)}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()]
}

/** Domain 2.4, reckoned apart from the product: Monday to Friday, no holiday falls into these days. */
const isInHours = ({ due, at }: Went): boolean => {
  const time = timeOf(at)
  if (due.urgent === true) return true
  if (weekdayOf(dayOf(at) as Day) > 5) return false
  if (due.kind === 'digest') return time >= '08:30' && time <= '18:00'
  if (['remind', 'returned', 'urged', 'assigned'].includes(due.kind))
    return (time >= '09:00' && time <= '12:00') || (time >= '13:00' && time <= '16:30')
  return time >= '09:00' && time <= '18:00'
}

test(`whatever happens: no matter twice to one person on one day, no second digest, no letter at night (seed ${seed})`, () => {
  const kinds = new Map<string, number>()
  fc.assert(
    fc.property(fc.array(typing, { minLength: 20, maxLength: 60 }), (typings) => {
      const went = play(typings)
      for (const { due } of went) kinds.set(due.kind, (kinds.get(due.kind) ?? 0) + 1)
      for (const one of went) expect(isInHours(one), `${one.due.key} ${timeOf(one.at)}`).toBe(true)
      for (const own of byPersonDay(went)) {
        const told = own.flatMap(({ due }) => due.tells ?? [due.key])
        expect(told.filter((key, i) => told.indexOf(key) !== i)).toEqual([])
        expect(own.filter(({ due }) => due.kind === 'digest').length).toBeLessThanOrEqual(1)
        expect(own.filter(({ due }) => due.urgent !== true).length).toBeLessThanOrEqual(4)
      }
      // All digests of a day leave in one run.
      const runs = new Map<string, Set<Moment>>()
      for (const { due, at } of went)
        if (due.kind === 'digest') runs.set(due.about, (runs.get(due.about) ?? new Set()).add(at))
      for (const each of runs.values()) expect(each.size).toBe(1)
    }),
    { numRuns: 14, seed },
  )
  for (const kind of ['digest', 'remind', 'cutoff', 'approve', 'issued', 'urged'])
    expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(0)
}, 120_000)

test(`whatever happens: what a digest tells a liaison stands at the desk, line for line, and once (seed ${seed})`, () => {
  let seen = 0
  fc.assert(
    fc.property(fc.array(typing, { minLength: 20, maxLength: 60 }), (typings) => {
      const digests = play(typings).filter(({ due }) => due.kind === 'digest')
      for (const { due, matters, maker } of digests) {
        const { district } = maker
        const person = district.people.find(({ id }) => id === due.person)
        const office = district.offices.find(({ id }) => id === person?.office)
        if (!person || !office || person.roles.some((role) => role !== '联络员')) continue
        if (office.head === person.id || !contactsOf(district, office.id).includes(person)) continue
        seen += 1
        const desk = ofDesk(matters, office.id)
        const rows = desk.map(({ row }) => row)
        expect(new Set(rows).size).toBe(rows.length)
        const told = (due.tells ?? []).filter((key) => !key.startsWith('week|'))
        expect(told.filter((key) => !desk.some((each) => matterKey(each) === key))).toEqual([])
        // What waits for this person, and was not brought before as news, is counted by both.
        const once = new Set(matters.flatMap((each) => (each.once ? [matterKey(each)] : [])))
        const own = matters.filter(({ persons }) => persons.includes(person.id))
        const wants = desk.filter(({ row }) => own.some((each) => each.row === row))
        const isNews = (key: string): boolean => once.has(key)
        expect(wants.filter((each) => !isNews(matterKey(each))).length).toBe(
          told.filter((key) => !isNews(key)).length,
        )
        const said = due.content.groups.flatMap(({ lines }) => lines)
        expect(said.length).toBe(due.tells?.length)
        expect(due.content.subject.with.count).toBe(said.length)
      }
    }),
    { numRuns: 14, seed },
  )
  expect(seen).toBeGreaterThan(20)
}, 120_000)
