import { namedSteps } from './dated-steps'
import type { Day } from './day'
import { stepsIn } from './read-steps'
import type { TaskProgress } from './task-progress'
import type { DatedStep } from './task-state'

const moveTo = (step: DatedStep, to: Day, at: number): DatedStep =>
  step.due === to ? step : { ...step, due: to, moved: [...step.moved, { from: step.due, to, at }] }

/**
 * Takes the steps written in the master row; one whose day is written anew is put off, one that is
 * no longer written is gone. Where the row needs a day and none is typed, that of the last step is
 * the deadline.
 */
export const takeSteps = (
  step: TaskProgress,
  value: string | undefined,
  needsDay: boolean,
): void => {
  // What cannot be read changes nothing.
  if (value === undefined) return
  const { state, journal } = step
  const before = state.steps ?? []
  const steps = stepsIn(value).map(({ name, due: entered }): DatedStep => {
    const known = before.find((each) => each.name === name)
    if (!known) return { name, entered, due: entered, done: '', moved: [] }
    return known.entered === entered ? known : { ...moveTo(known, entered, journal.at), entered }
  })
  if (steps.length > 0) state.steps = steps
  else delete state.steps
  const followed = state.due === '' || state.entered === lastDay(before)
  if (needsDay && followed) step.enterDue(lastDay(steps))
}

const lastDay = (steps: DatedStep[]): Day | undefined =>
  steps.map(({ entered }) => entered).sort()[steps.length - 1]

/**
 * Takes which steps the lead names as done, each done on the day it was first named. 全部 and numbers
 * mean the steps there were when they were written.
 */
export const takeStepsDone = (step: TaskProgress, typed: string): void => {
  const { steps, stepsSaid } = step.state
  if (!steps) return
  const named = namedSteps(typed, steps)
  const standing = steps.flatMap((each) => (each.done === '' ? [] : each.name))
  const done = typed === stepsSaid ? new Set([...standing, ...named.byName]) : named.done
  step.state.stepsSaid = typed
  step.state.steps = steps.map((each) => ({
    ...each,
    done: done.has(each.name) ? each.done || step.today : '',
  }))
}

/** Puts off the open steps chosen. */
export const grantStep = (
  step: TaskProgress,
  chosen: (each: DatedStep) => boolean,
  to: Day,
): void => {
  const { steps } = step.state
  if (!steps) return
  step.state.steps = steps.map((each) =>
    each.done === '' && chosen(each) ? moveTo(each, to, step.journal.at) : each,
  )
}
