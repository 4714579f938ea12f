import type { Day } from './day'
import type { District } from './district'
import { lightOf } from './light'
import { dayOf, momentAt } from './moment'
import type { Register } from './register'
import { lightFacts, type Task } from './task'
import type { DatedStep, TaskState } from './task-state'

/**
 * The deadline that held at the end of a day: an extension counts from the day it was granted. What
 * moved to another office by an objection was never due before (domain 3.3).
 */
const dueOn = ({ due, extensions }: TaskState, on: Day): Day | '' => {
  const later = extensions.filter(({ at }) => dayOf(at) > on)
  const moved = later.reduce((last, { anew }, i) => (anew === true ? i : last), -1)
  const held = moved < 0 ? later[0]?.from : later[moved]?.to
  return held ?? due
}

/** A step as it was at the end of a day. */
const stepOn = (step: DatedStep, on: Day, anew: Day | undefined): DatedStep => ({
  ...step,
  due:
    anew !== undefined && on < anew
      ? step.due
      : (step.moved.find(({ at }) => dayOf(at) > on)?.from ?? step.due),
  done: step.done !== '' && step.done <= on ? step.done : '',
})

const stateOn = (state: TaskState, on: Day): TaskState => ({
  ...state,
  due: dueOn(state, on),
  ...(state.steps ? { steps: state.steps.map((step) => stepOn(step, on, state.anew)) } : {}),
  pauses: state.pauses.filter(({ from }) => from <= on),
  claimed: state.claimed !== '' && state.claimed <= on ? state.claimed : '',
  over: endOf(state) > on ? '' : state.over,
})

/** The day from which a task is over in every count: that of its 销号, or of its stop; '' before. */
const endOf = ({ struckOn, overOn }: TaskState): Day | '' => struckOn ?? overOn

/**
 * The tasks that were assigned by the end of a day, with what had become of them by then as the
 * ledger says now: 办结 counts from its 销号, an extension from the day it was granted, a report
 * that was sent back not at all. The light says truly whether a task was overdue; what it says of
 * missing notes is of today.
 */
export const tasksAsOf = (
  tasks: readonly Task[],
  register: Register,
  district: District,
  on: Day,
): Task[] =>
  tasks
    .filter((task) => task.state.assigned <= on)
    .map((task) => {
      // What was over by then stands as it stood: of a year's tasks that is nearly all.
      const end = endOf(task.state)
      if (task.state.over !== '' && end !== '' && end <= on) return task
      const state = stateOn(task.state, on)
      const facts = lightFacts(state, district, register, task.values, momentAt(on, '23:59'))
      return { ...task, state, light: lightOf(facts) }
    })
