import { type Day, sayDay } from './day'
import { type District, withRole } from './district'
import type { Journal } from './event'
import { dayOf } from './moment'
import type { Register } from './register'
import { type Ask, type KnownRow, rowKey, type TaskState } from './state'
import { askId, asksOf, deskOf, firstOffice, leadOf, type TaskRegisters } from './task'
import { understand } from './understand'
import { addWorkingDays } from './working-days'

type Values = Record<string, string>

const fresh = (office: string, assigned: Day, due: Day | ''): TaskState => ({
  office,
  assigned,
  due,
  original: due,
  extensions: [],
  moves: [],
  pauses: [],
  received: 0,
  noted: '',
  claimed: '',
  claimNote: '',
  returned: 0,
  over: '',
  overOn: '',
  urges: [],
})

const isDay = (text: string | undefined): text is Day => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

/** One run's step of one task, on a copy that is noted at the end. */
class Step {
  readonly state: TaskState
  constructor(
    readonly journal: Journal,
    readonly district: District,
    readonly register: Register,
    readonly id: string,
    state: TaskState,
  ) {
    this.state = structuredCopy(state)
  }

  get today(): Day {
    return dayOf(this.journal.at)
  }

  /** A deadline that is changed where the task is kept counts as an extension; the first one is set. */
  setDue(due: Day): void {
    const { state } = this
    if (state.due === due) return
    if (state.due === '') state.original = due
    else state.extensions.push({ from: state.due, to: due, at: this.journal.at })
    state.due = due
  }

  ask(kind: Ask['kind'], wish: string, reason: string): void {
    const asks = asksOf(this.journal.state, this.id).filter(({ ask }) => ask.kind === kind)
    if (asks.some(({ ask }) => !ask.decided && ask.wish === wish && ask.reason === reason)) return
    const again = asks.find(({ ask }) => !ask.decided)
    const n = again ? again.ask.n : asks.length + 1
    const ask: Ask = { task: this.id, kind, n, at: this.journal.at, wish, reason }
    this.journal.set('asks', askId(this.id, kind, n), ask)
  }

  wished(kind: Ask['kind'], wish: string, reason: string): boolean {
    return asksOf(this.journal.state, this.id).some(
      ({ ask }) => ask.kind === kind && ask.wish === wish && ask.reason === reason,
    )
  }

  pause(why: string, from: Day): void {
    if (this.state.pauses.some((pause) => pause.why === why && pause.to === '')) return
    this.state.pauses.push({ from, to: '', why })
  }

  resume(why: string): void {
    for (const pause of this.state.pauses) {
      if (pause.why === why && pause.to === '') pause.to = this.today
    }
  }
}

// The state is plain data: a round trip through JSON copies it.
const structuredCopy = (state: TaskState): TaskState =>
  JSON.parse(JSON.stringify(state)) as TaskState

/** What the leading office reported: receipt, progress, a first deadline, asks, completion. */
const takeFeedback = (step: Step, feedback: Register, v: Values): void => {
  const rule = feedback.feedback
  const { state } = step
  if (!rule || state.over !== '') return
  if (v[rule.received] === '是' && state.received === 0) state.received = step.journal.at
  const noted = v[rule.noted]
  if (v[rule.progress]) state.noted = isDay(noted) ? noted : state.noted || step.today
  const proposed = v[rule.proposed]
  if (state.due === '' && isDay(proposed)) step.setDue(proposed)
  const extend = v[rule.extend]
  const why = v[rule.extendWhy] ?? ''
  if (
    isDay(extend) &&
    state.due !== '' &&
    extend > state.due &&
    !step.wished('延期', extend, why)
  ) {
    step.ask('延期', extend, why)
  }
  takeObjection(step, v[rule.objection] ?? '', v[rule.objectTo] ?? '')
  takeWaiting(step, v[rule.waitFor] ?? '', v[rule.waitSince])
  takeCompletion(step, v[rule.done] === '是', v[rule.doneNote] ?? '')
}

/** An objection within the working days allowed stops the clock until it is decided. */
const takeObjection = (step: Step, reason: string, wish: string): void => {
  if (reason === '' || step.wished('异议', wish, reason)) return
  const days = step.district.settings.number('task.objection')
  const last = addWorkingDays(step.district.calendar, step.state.assigned, days)
  if (step.today > last) return
  step.ask('异议', wish, reason)
  step.pause('异议', step.today)
}

const takeWaiting = (step: Step, who: string, since: string | undefined): void => {
  const open = step.state.pauses.find((pause) => pause.to === '' && pause.why.startsWith('待'))
  const why = `待${who}`
  if (open && open.why !== why) step.resume(open.why)
  if (who !== '') step.pause(why, isDay(since) ? since : step.today)
}

/** 完成 hands a task over for verification; after a return it takes a new word to do so again. */
const takeCompletion = (step: Step, done: boolean, note: string): void => {
  const { state } = step
  if (!done) {
    state.claimed = ''
    if (state.claimNote !== '') state.claimNote = ''
    return
  }
  const said = `完成：${note}`
  if (state.claimed !== '' || state.claimNote === said) return
  state.claimed = step.today
  state.claimNote = said
  step.ask('核验', step.today, note)
}

const mayDecide = (step: Step, ask: Ask, by: string, commissioner: string): boolean => {
  const people =
    ask.kind === '异议' ? withRole(step.district, '统筹') : withRole(step.district, '督办专员')
  return by !== '' && (by === commissioner || people.some((person) => person.id === by))
}

/** Takes the decision a named person typed beside what was asked for; each is taken once. */
const takeDecisions = (
  step: Step,
  rowOf: (id: string) => { values: Values } | undefined,
  decision: Register,
  commissioner: string,
): void => {
  const rule = decision.decides
  if (!rule) return
  for (const { id, ask } of asksOf(step.journal.state, step.id)) {
    const v = ask.decided ? undefined : rowOf(id)?.values
    const word = v?.[rule.decision]
    if (!v || !word || !mayDecide(step, ask, v[rule.by] ?? '', commissioner)) continue
    const yes = word === '同意'
    const opinion = v[rule.opinion] ?? ''
    const decided = { yes, by: v[rule.by] ?? '', opinion, at: step.journal.at }
    step.journal.set('asks', id, { ...ask, decided })
    carryOut(step, ask, yes, opinion, v[rule.moveTo] || ask.wish)
  }
}

const carryOut = (step: Step, ask: Ask, yes: boolean, opinion: string, moveTo: string): void => {
  const { state } = step
  if (ask.kind === '延期' && yes && isDay(ask.wish)) step.setDue(ask.wish)
  if (ask.kind === '核验' && yes) {
    state.over = '办结'
    state.overOn = state.claimed || step.today
  }
  if (ask.kind === '核验' && !yes) {
    state.returned += 1
    state.claimed = ''
  }
  if (ask.kind !== '异议') return
  step.resume('异议')
  if (!yes || moveTo === '' || moveTo === state.office) return
  const reason = [ask.reason, opinion].filter((text) => text !== '').join('；')
  state.moves.push({ from: state.office, to: moveTo, reason, at: step.journal.at })
  state.office = moveTo
  state.received = 0
}

/** Takes a task's master row, its feedback and the decisions on it one step further. */
const stepTask = (
  journal: Journal,
  registers: TaskRegisters,
  district: District,
  row: KnownRow,
  decisionBooks: string[],
): void => {
  const { task: register, feedback, decision } = registers
  const rule = register.deadline
  if (!rule) return
  const { values: v } = understand(register, row, district.names)
  if (!v[rule.what]) return
  const lead = leadOf(district, v[rule.lead] ?? '')
  const assigned = isDay(v[rule.assigned]) ? v[rule.assigned] : dayOf(row.at)
  const typed = v[rule.due]
  const before =
    journal.state.tasks.get(row.id) ??
    fresh(firstOffice(v, register, lead), (assigned ?? dayOf(row.at)) as Day, '')
  const step = new Step(journal, district, register, row.id, before)
  step.state.assigned = (assigned ?? step.state.assigned) as Day
  if (step.state.office === '') step.state.office = firstOffice(v, register, lead)
  const last = step.state.extensions[step.state.extensions.length - 1]
  const known = row.cells['~due']
  if (isDay(typed) && typed !== known && step.state.over === '') {
    if (last === undefined || typed !== last.to) step.setDue(typed)
    journal.row({
      book: row.book,
      register: register.id,
      key: row.id,
      after: journal.at,
      happening: '改动',
      field: '~due',
      old: known ?? '',
      now: typed,
    })
  }
  const desk = deskOf(district, step.state.office)
  const own = journal.state.rows.get(rowKey(desk, feedback.id, row.id))
  if (own) takeFeedback(step, feedback, understand(feedback, own, district.names).values)
  const rowOf = (id: string) => {
    const found = decisionBooks.flatMap(
      (book) => journal.state.rows.get(rowKey(book, decision.id, id)) ?? [],
    )
    const decided = found.map((each) => understand(decision, each, district.names))
    return decided.find(({ values }) => values[decision.decides?.decision ?? ''])
  }
  takeDecisions(step, rowOf, decision, v[rule.commissioner] ?? '')
  const urge = v[rule.urged] ?? ''
  if (urge !== '' && step.state.urges[step.state.urges.length - 1] !== urge)
    step.state.urges.push(urge)
  if (v[rule.stopped] === '是' && step.state.over === '') {
    step.state.over = '中止'
    step.state.overOn = step.today
  }
  journal.set('tasks', row.id, step.state)
}

/** Takes every task one step further. */
export const stepTasks = (
  journal: Journal,
  registers: TaskRegisters,
  district: District,
  decisionBooks: string[],
): void => {
  const rows = [...journal.state.rows.values()].filter((row) => row.register === registers.task.id)
  for (const row of rows) stepTask(journal, registers, district, row, decisionBooks)
}

/** What is asked for, in a sentence. */
export const sayAsk = (ask: Ask, officeName: (id: string) => string): string => {
  const reason = ask.reason === '' ? '' : `：${ask.reason}`
  if (ask.kind === '延期')
    return `申请延期至${isDay(ask.wish) ? sayDay(ask.wish) : ask.wish}${reason}`
  if (ask.kind === '核验') return `报告完成${reason}`
  return `提出异议${ask.wish ? `，建议由${officeName(ask.wish)}承办` : ''}${reason}`
}
