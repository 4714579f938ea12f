import { openSteps, pressing } from './dated-steps'
import type { Register } from './register'
import { takeStepsDone } from './take-steps'
import { takeObjection } from './task-objection'
import { isDay, type TaskProgress } from './task-progress'
import { takeWaiting } from './task-waiting'

type Values = Record<string, string>

/** What the leading office reported: receipt, progress, a first deadline, asks, completion. */
export const takeFeedback = (step: TaskProgress, feedback: Register, v: Values): void => {
  const rule = feedback.feedback
  const { state } = step
  if (!rule || state.over !== '') return
  if (v[rule.received] === '是' && state.received === 0) state.received = step.journal.at
  if (v[rule.progress]) step.noteProgress(v[rule.progress] ?? '', v[rule.noted])
  const proposed = v[rule.proposed]
  if (state.due === '' && isDay(proposed)) step.setDue(proposed)
  takeStepsDone(step, v[rule.stepsDone] ?? '')
  takeExtension(step, v[rule.extend], v[rule.extendWhy] ?? '')
  takeObjection(step, v[rule.objection] ?? '', v[rule.objectTo] ?? '')
  takeWaiting(step, v[rule.waitFor] ?? '', v[rule.waitSince])
  const note = v[rule.doneNote] ?? ''
  takeCompletion(step, v[rule.done] === '是', note, sayReport(feedback, note, v))
}

/** A later day is wished for the step that presses, or for the whole where it lies beyond that. */
const takeExtension = (step: TaskProgress, wish: string | undefined, why: string): void => {
  const { state } = step
  const { due, step: name } = pressing(state)
  if (!isDay(wish) || due === '' || wish <= due || step.wished('延期', wish, why)) return
  step.ask('延期', wish, why, state.due !== '' && wish > state.due ? '' : name)
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
  step.lapse((kind) => kind === '延期' || kind === '等待')
  state.claimNote = rule && v?.[rule.done] === '是' ? sayDone(v[rule.doneNote] ?? '') : ''
}

/** What whoever verifies has before him: that it is done, and what else the lead says of it. */
const sayReport = ({ feedback: rule, fields }: Register, note: string, v: Values): string =>
  [
    note,
    ...(rule?.beside ?? []).map((key) =>
      v[key] ? `${fields[key]?.heading ?? ''}：${v[key]}` : '',
    ),
  ]
    .filter((text) => text !== '')
    .join('；')

const sayDone = (note: string): string => `完成：${note}`

/**
 * 完成 hands a task over for verification, once no step is open; after a return it takes a new word
 * to do so again.
 */
const takeCompletion = (step: TaskProgress, done: boolean, note: string, report: string): void => {
  const { state } = step
  if (!done || openSteps(state).length > 0) {
    step.takeBack()
    state.claimNote = ''
    return
  }
  const said = sayDone(note)
  if (state.claimed !== '') {
    // A better word hands nothing over again, but whoever verifies reads it before he decides.
    state.claimNote = said
    step.ask('核验', state.claimed, report)
    return
  }
  if (state.claimNote === said) return
  state.claimed = step.today
  state.claimNote = said
  step.ask('核验', step.today, report)
}
