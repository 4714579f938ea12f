import { addDays, type Day, daysBetween } from './day'
import { dayOf, type Moment, minutesOf, momentAt, timeOf } from './moment'
import { addWorkingDays, type Calendar, nextWorkingDay, previousWorkingDay } from './working-days'

/** A deadline: a day, with a time where one was set. */
export type Deadline = { day: Day; time?: string }

/** Where a handling deadline (办理时限) set on a rest day falls: the next working day (民法典 Art. 203). */
export function handlingDeadline(calendar: Calendar, due: Day): Day {
  return nextWorkingDay(calendar, due)
}

/** A handling deadline so many calendar days on; the starting day is not counted (民法典 Art. 201). */
export function deadlineInDays(calendar: Calendar, from: Day, days: number): Day {
  return handlingDeadline(calendar, addDays(from, days))
}

/** A handling deadline so many working days on; the starting day is not counted. */
export function deadlineInWorkingDays(calendar: Calendar, from: Day, days: number): Day {
  return addWorkingDays(calendar, from, days)
}

/** Where a preparatory cut-off set on a rest day falls: the working day before it (default). */
export function preparatoryCutOff(calendar: Calendar, due: Day): Day {
  return previousWorkingDay(calendar, due)
}

/** The same time of day so many working days on: Friday 15:00 and one day is Monday 15:00. */
export function sameTimeLater(calendar: Calendar, from: Moment, workingDays: number): Moment {
  return momentAt(addWorkingDays(calendar, dayOf(from), workingDays), timeOf(from))
}

/** The first overdue moment: 00:00 of the next day, or the minute after a deadline with a time. */
export function overdueFrom(deadline: Deadline): Moment {
  if (deadline.time === undefined) return momentAt(addDays(deadline.day, 1), '00:00')
  return momentAt(deadline.day, '00:00') + (minutesOf(deadline.time) + 1) * 60_000
}

/** Calendar days overdue as shown (逾期×天), 0 when not overdue. */
export function overdueDays(due: Day, today: Day): number {
  return Math.max(0, daysBetween(due, today))
}
