import { asksOf, isOpenAsk } from './ask'
import { openSteps } from './dated-steps'
import type { Day } from './day'
import type { District } from './district'
import { dayOf } from './moment'
import type { Register } from './register'
import { grantStep } from './take-steps'
import { startOf } from './task'
import type { TaskProgress } from './task-progress'
import type { Ask, TaskState } from './task-state'
import { addWorkingDays, workingDaysBetween } from './working-days'

/** The last day on which an office may object: so many working days after the task was handed out. */
export const objectionLast = (
  district: District,
  register: Register,
  { assigned, reached }: Pick<TaskState, 'assigned' | 'reached'>,
): Day => {
  const days = district.settings.number(`${register.deadline?.settings ?? ''}.objection`)
  const handed = dayOf(reached)
  return addWorkingDays(district.calendar, handed > assigned ? handed : assigned, days)
}

const objectionsOf = (step: TaskProgress) =>
  asksOf(step.journal.state, step.id).filter(({ ask }) => ask.kind === '异议')

/** An objection within the working days allowed, once a task; the clock goes on meanwhile (task.objectionPauses). */
export const takeObjection = (step: TaskProgress, reason: string, wish: string): void => {
  const all = objectionsOf(step)
  const open = all.find(({ ask }) => isOpenAsk(ask))
  if (reason === '') {
    if (!open) return
    step.journal.set('asks', open.id, { ...open.ask, lapsed: step.journal.at })
    step.resume('异议')
    return
  }
  if (open) {
    if (open.ask.wish !== wish || open.ask.reason !== reason) step.ask('异议', wish, reason)
    return
  }
  if (all.some(({ ask }) => ask.decided)) return
  if (step.today > objectionLast(step.district, step.register, step.state)) return
  step.ask('异议', wish, reason)
  const word = step.register.deadline?.settings ?? ''
  if (step.district.settings.text(`${word}.objectionPauses`) === '是')
    step.pause('异议', step.today)
}

/** Puts the deadline, and each open step, where it is reckoned anew. */
const reckonAnew = (
  step: TaskProgress,
  anew: (due: Day) => Day,
  about: { why: string; anew?: true },
): void => {
  const { state } = step
  if (state.due !== '') step.setDue(anew(state.due), about)
  for (const { name, due } of openSteps(state))
    grantStep(step, (each) => each.name === name, anew(due))
}

/** Moves a task to the office named: it has the full time anew from that day, the old one no red day from it. */
const moveOn = (step: TaskProgress, to: string, reason: string): void => {
  const { state, district, today, journal } = step
  const start = startOf(state)
  const { calendar } = district
  const full = (due: Day): Day =>
    addWorkingDays(calendar, today, Math.max(0, workingDaysBetween(calendar, start, due)))
  state.moves.push({ from: state.office, to, reason, at: journal.at })
  state.office = to
  state.received = 0
  // What the old office named as done the new one has to name anew.
  if (state.steps) state.steps = state.steps.map((each) => ({ ...each, done: '' }))
  delete state.stepsSaid
  reckonAnew(step, full, { why: '转交，时限自转交之日起重新计算', anew: true })
  state.anew = today
  state.pauses = state.pauses.map((pause) => ({ ...pause, to: pause.to || today, past: true }))
}

/** What is decided about an objection: the task moves, or the days it took to decide are given back. */
export const decideObjection = (
  step: TaskProgress,
  ask: Ask,
  decided: { yes: boolean; opinion: string; moveTo: string },
): void => {
  const { state, district, today } = step
  const stood = state.pauses.some(({ why, to }) => why === '异议' && to === '')
  step.resume('异议')
  if (decided.yes) {
    const reason = [ask.reason, decided.opinion].filter((text) => text !== '').join('；')
    moveOn(step, decided.moveTo, reason)
    return
  }
  if (stood) return
  const { calendar, settings } = district
  const allowed = settings.number(`${step.register.deadline?.settings ?? ''}.objectionDecide`)
  const beyond = workingDaysBetween(calendar, dayOf(ask.at), today) - allowed
  if (beyond <= 0) return
  reckonAnew(step, (due) => addWorkingDays(calendar, due, beyond), {
    why: `异议审核超过${allowed}个工作日，补入${beyond}个工作日`,
  })
}

/** Why an objection that is typed is not taken, in words; '' where it is, or waits. */
export const whyNoObjection = (
  district: District,
  register: Register,
  state: TaskState,
  asks: readonly { ask: Ask }[],
  typed: { reason: string; today: Day },
): string => {
  if (typed.reason === '') return ''
  const own = asks.filter(({ ask }) => ask.kind === '异议')
  if (own.some(({ ask }) => isOpenAsk(ask))) return ''
  const said = own.some(({ ask }) => ask.decided && ask.reason === typed.reason)
  if (said) return ''
  if (own.some(({ ask }) => ask.decided))
    return '未采用：这项任务的异议已经审核过，一项任务只能提一次'
  const last = objectionLast(district, register, state)
  const days = district.settings.number(`${register.deadline?.settings ?? ''}.objection`)
  return typed.today > last ? `已超过异议期（交办后${days}个工作日），未采用` : ''
}
