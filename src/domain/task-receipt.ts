import { type Day, daysBetween } from './day'
import { type District, officeOf } from './district'
import { dayOf, type Moment } from './moment'
import type { Register } from './register'
import type { Task } from './task'
import { addWorkingDays } from './working-days'

/** An office that has not said 签收 in time, and for how many calendar days. */
export type Unsigned = { office: string; helps: boolean; days: number }

/**
 * The offices, the leading one and those that help, that have not acknowledged a task in the working
 * days after it reached them (default 1). An office without a desk has nowhere to do so.
 */
export const unsignedOf = (
  district: District,
  register: Register,
  task: Task,
  today: Day,
): Unsigned[] => {
  const { state, stage } = task
  if (!register.receipt || state.over !== '' || state.claimed !== '') return []
  const allowed = district.settings.number(`${register.deadline?.settings ?? ''}.receipt`)
  const late = (office: string, reached: Moment): number => {
    if (!officeOf(district, office)?.desk) return 0
    const last = addWorkingDays(district.calendar, dayOf(reached), allowed)
    return Math.max(0, daysBetween(last, today))
  }
  const lead =
    stage === '待签收'
      ? [{ office: task.office, helps: false, days: late(task.office, state.reached) }]
      : []
  const helpers = task.helping
    .filter(({ received }) => received === 0)
    .map(({ office, reached }) => ({ office, helps: true, days: late(office, reached) }))
  return [...lead, ...helpers].filter(({ days }) => days > 0)
}
