import type { Day } from './day'
import type { TaskProgress } from './task-progress'
import { addWorkingDays } from './working-days'

/**
 * The inner deadline of a row: of what a level above has set it lies `task.inner` working days before
 * the outer one (domain 3.3), unless that day is past already; of all else it is the day typed.
 */
export const innerDay =
  ({ register, district, today }: TaskProgress, values: Record<string, string>) =>
  (outer: Day): Day => {
    const rule = register.deadline?.above
    if (!rule?.values.includes(values[rule.field] ?? '')) return outer
    const days = district.settings.number(`${register.deadline?.settings ?? ''}.inner`)
    const inner = addWorkingDays(district.calendar, outer, -days)
    return inner < today ? outer : inner
  }
