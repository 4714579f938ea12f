import { addDays, type Day, daysBetween, sayMonthDay } from './day'
import { type Pause, putOff, standsStill } from './pause'
import {
  addWorkingDays,
  type Calendar,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from './working-days'

/** 灰 no deadline set; 绿 going well; 黄 near, or a note is missing; 红 overdue; none when done. */
export type LightColour = '灰' | '绿' | '黄' | '红' | ''

/** Everything a light depends on. */
export type LightFacts = {
  /** The deadline that holds, with granted extensions. */
  due: Day | undefined
  assigned: Day
  pauses: readonly Pause[]
  /** The day of the last note on progress. */
  noted: Day | undefined
  /** How often a note is asked for: calendar days, or at half time where undefined (default). */
  every: number | undefined
  /** The day on which the lead said it was done; it waits for verification. */
  claimed: Day | undefined
  /** Struck off or stopped. */
  over: boolean
  today: Day
  calendar: Calendar
  /** Working days within which a deadline is near. */
  near: number
  /** Lasting work (长期), which needs no deadline. */
  lasting?: boolean
  /** A typed deadline that falls on a rest day is due on the next working day (task.typedRestDay). */
  shifts?: boolean
  /** The step (节点) whose deadline `due` is; absent where it is that of the whole. */
  step?: string
}

/**
 * A light, why it shines, how many calendar days overdue, also where it ended so, and the deadline it
 * is judged by: with the days for which the clock stood still, '' where there is none.
 */
export type Light = {
  colour: LightColour
  overdue: number
  left: number
  why: string
  due: Day | ''
}

/** Calendar days after the deadline that holds at which a task was handed over; 0 in time. */
const overdueAtEnd = (facts: LightFacts): number => {
  if (facts.claimed === undefined) return 0
  const due = effectiveDue({ ...facts, today: facts.claimed })
  return due === undefined ? 0 : Math.max(0, daysBetween(due, facts.claimed))
}

/** The deadline with the working days added for which the clock stood still. */
export const effectiveDue = (facts: LightFacts): Day | undefined => {
  if (facts.due === undefined) return undefined
  const due = facts.shifts === true ? nextWorkingDay(facts.calendar, facts.due) : facts.due
  return putOff(due, facts.pauses, facts.today, facts.calendar)
}

/** By when a note was asked for last: at half time, or every so many days. */
export const noteWanted = (facts: LightFacts, due: Day): Day => {
  if (facts.every !== undefined) {
    const since = facts.noted ?? facts.assigned
    return addDays(since, facts.every)
  }
  const half = Math.floor(workingDaysBetween(facts.calendar, facts.assigned, due) / 2)
  return addWorkingDays(facts.calendar, facts.assigned, half)
}

// While the clock stands still nobody is asked for a note.
const noteMissing = (facts: LightFacts, due: Day): boolean => {
  if (standsStill(facts.pauses, facts.today)) return false
  const wanted = noteWanted(facts, due)
  if (facts.today <= wanted) return false
  return facts.every !== undefined || facts.noted === undefined || facts.noted < wanted
}

/** A day typed on a rest day stays, and is told as due on the last working day before it. */
const sayLeft = (facts: LightFacts, left: number, due: Day): string => {
  if (left > 0) return `还有${left}个工作日`
  if (facts.claimed !== undefined) return '时限当天报办结'
  return facts.today === due ? '今天到期' : `今天到期（${sayMonthDay(due)}为休息日）`
}

/** The day on which a deadline is told as due: itself, or the last working day before it. */
export const toldDue = (calendar: Calendar, due: Day): Day => previousWorkingDay(calendar, due)

/**
 * The one system of lights: overdue counts calendar days from 00:00 of the day after the deadline,
 * nearness counts working days (default 3); what waits for verification is judged by the day it was
 * handed over.
 */
export const lightOf = (facts: LightFacts): Light => {
  const none: Light = { colour: '', overdue: 0, left: 0, why: '', due: '' }
  if (facts.over) return { ...none, overdue: overdueAtEnd(facts) }
  const at = facts.claimed ?? facts.today
  const due = effectiveDue({ ...facts, today: at })
  if (due === undefined)
    return { ...none, colour: '灰', why: facts.lasting === true ? '长期' : '未定时限' }
  const overdue = Math.max(0, daysBetween(due, at))
  const of = facts.step === undefined ? '' : `节点“${facts.step}”`
  if (overdue > 0) return { colour: '红', overdue, left: 0, why: `${of}逾期${overdue}天`, due }
  const left = workingDaysBetween(facts.calendar, at, due)
  if (left <= facts.near)
    return { colour: '黄', overdue: 0, left, why: `${of}${sayLeft(facts, left, due)}`, due }
  if (facts.claimed === undefined && noteMissing(facts, due)) {
    return { colour: '黄', overdue: 0, left, why: '应报进展未报', due }
  }
  return { colour: '绿', overdue: 0, left, why: `${of}还有${left}个工作日`, due }
}
