import type { Day } from './day'
import type { District } from './district'
import { effectiveDue, type LightFacts } from './light'
import { dayOf, type Moment, momentAt } from './moment'
import type { Register } from './register'
import type { TaskState } from './task-state'
import { isWorkingDay, workingDaysBetween } from './working-days'

/** Whether it is a working day at the hour of the digest, or later: the time of every step upwards. */
export const isDigestTime = ({ district, now }: { district: District; now: Moment }): boolean => {
  const today = dayOf(now)
  return (
    isWorkingDay(district.calendar, today) &&
    now >= momentAt(today, district.settings.time('digest.time', today))
  )
}

/** Working days overdue at which each step is taken: head and commissioner, 督办单, 专报 (default 1, 3, 5). */
export type Rungs = { first: number; slip: number; report: number }

/** The steps upwards of a row; what is 特急 takes the second together with the first (domain 3.3). */
export const rungsOf = (
  { settings }: District,
  register: Register,
  values: Record<string, string>,
): Rungs => {
  const key = `${register.deadline?.settings ?? ''}.escalate`
  const [first = 1, slip = 3, report = 5] = settings.list(key).map(Number)
  const rule = register.deadline?.pressing
  const presses = rule?.values.includes(values[rule.field] ?? '') === true
  return { first, slip: presses ? Math.min(first, slip) : slip, report }
}

/**
 * Whether a deadline was already past when it was typed, and that was today: whoever typed it is told
 * first, and nobody above before the next day (default).
 */
export const isTypedPast = ({ due, dueAt }: TaskState, today: Day): boolean =>
  dueAt !== undefined && due !== '' && due < dayOf(dueAt) && dayOf(dueAt) === today

/** Working days since the deadline passed, without those for which the clock stood still. */
export const workingDaysPast = (facts: LightFacts): number => {
  const due = effectiveDue(facts)
  return due === undefined ? 0 : Math.max(0, workingDaysBetween(facts.calendar, due, facts.today))
}
