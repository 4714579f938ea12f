import { type Companions, withCompanions } from '../domain/companions'
import type { Register } from '../domain/register'
import { absence } from './absence'
import { approval } from './approval'
import { calendarDay } from './calendar-day'
import { filingStatus } from './filing-status'
import { handIn } from './hand-in'
import { leader } from './leader'
import { office } from './office'
import { person } from './person'
import { planCheck } from './plan-check'
import { recordingRight } from './recording-right'
import { request } from './request'
import { schedule } from './schedule'
import { setting } from './setting'
import { suggestion } from './suggestion'
import { task } from './task'
import { taskDecision } from './task-decision'
import { taskFeedback } from './task-feedback'
import { weeklyPlan } from './weekly-plan'

/** The tabs a capability brings along, as the house writes them; others are made like them. */
export const companions: Companions = { handIn, feedback: taskFeedback, decision: taskDecision }

/** Every register that is switched on, in the order of the tabs. */
export const registers: readonly Register[] = withCompanions(
  [
    handIn,
    weeklyPlan,
    taskFeedback,
    suggestion,
    filingStatus,
    approval,
    planCheck,
    task,
    taskDecision,
    request,
    office,
    person,
    leader,
    absence,
    recordingRight,
    setting,
    calendarDay,
    schedule,
  ],
  companions,
)

/** The registers that the engine itself lives by. */
export const house = {
  district: {
    office,
    person,
    leader,
    absence,
    recording: recordingRight,
    setting,
    calendar: calendarDay,
    schedule,
  },
  request,
  status: filingStatus,
  approval,
  check: planCheck,
}
