import { openSteps, pressing } from './dated-steps'
import type { Register } from './register'
import { takeStepsDone } from './take-steps'
import { isDay, type TaskProgress } from './task-progress'
import { addWorkingDays } from './working-days'

type Values = Record<string, string>

/** What the leading office reported: receipt, progress, a first deadline, asks, completion. */
export const takeFeedback = (step: TaskProgress, feedback: Register, v: Values): void => {
  const rule = feedback.feedback
  const { state } = step
  if (!rule || state.over !== '') return
  if (v[rule.received] === '是' && state.received === 0) state.received = step.journal.at
  const noted = v[rule.noted]
  if (v[rule.progress]) state.noted = isDay(noted) ? noted : state.noted || step.today
  const proposed = v[rule.proposed]
  if (state.due === '' && isDay(proposed)) step.setDue(proposed)
  takeStepsDone(step, v[rule.stepsDone] ?? '')
  takeExtension(step, v[rule.extend], v[rule.extendWhy] ?? '')
  takeObjection(step, v[rule.objection] ?? '', v[rule.objectTo] ?? '')
  takeWaiting(step, v[rule.waitFor] ?? '', v[rule.waitSince])
  takeCompletion(step, v[rule.done] === '是', v[rule.doneNote] ?? '')
}

/** A later day is wished for the step that presses, or for the whole where it lies beyond that. */
const takeExtension = (step: TaskProgress, wish: string | undefined, why: string): void => {
  const { state } = step
  const { due, step: name } = pressing(state)
  if (!isDay(wish) || due === '' || wish <= due || step.wished('延期', wish, why)) return
  step.ask('延期', wish, why, state.due !== '' && wish > state.due ? '' : name)
}

/** An objection within the working days allowed stops the clock until it is decided. */
const takeObjection = (step: TaskProgress, reason: string, wish: string): void => {
  if (reason === '' || step.wished('异议', wish, reason)) return
  const days = step.district.settings.number(`${step.register.deadline?.settings ?? ''}.objection`)
  const last = addWorkingDays(step.district.calendar, step.state.assigned, days)
  if (step.today > last) return
  step.ask('异议', wish, reason)
  step.pause('异议', step.today)
}

const takeWaiting = (step: TaskProgress, who: string, since: string | undefined): void => {
  const open = step.state.pauses.find((pause) => pause.to === '' && pause.why.startsWith('待'))
  const why = `待${who}`
  if (open && open.why !== why) step.resume(open.why)
  if (who !== '') step.pause(why, isDay(since) ? since : step.today)
}

/**
 * A task that moves starts anew at its office: what that office said as a helper, or when it led
 * before, claims nothing now.
 */
export const startAnew = (step: TaskProgress, feedback: Register, v: Values | undefined): void => {
  const rule = feedback.feedback
  const { state } = step
  state.reached = step.journal.at
  step.takeBack()
  state.claimNote = rule && v?.[rule.done] === '是' ? sayDone(v[rule.doneNote] ?? '') : ''
}

const sayDone = (note: string): string => `完成：${note}`

/**
 * 完成 hands a task over for verification, once no step is open; after a return it takes a new word
 * to do so again.
 */
const takeCompletion = (step: TaskProgress, done: boolean, note: string): void => {
  const { state } = step
  if (!done || openSteps(state).length > 0) {
    step.takeBack()
    state.claimNote = ''
    return
  }
  const said = sayDone(note)
  if (state.claimNote === said) return
  if (state.claimed !== '') {
    // A better word on what is already handed over hands nothing over again.
    state.claimNote = said
    return
  }
  state.claimed = step.today
  state.claimNote = said
  step.ask('核验', step.today, note)
}
