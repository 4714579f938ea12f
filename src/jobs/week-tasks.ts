import type { Day } from '../domain/day'
import { keepOfWeek } from '../domain/keep-week'
import { dayOf } from '../domain/moment'
import { countTasks } from '../domain/task-figures'
import { tasksAsOf } from '../domain/tasks-as-of'
import { recordOf } from '../domain/week-record'
import { dueWeeks } from './count-weeks'
import type { Run } from './run'

/** The figures of tasks that the trend shows of a week. */
export const trendTasks = ['交办', '办结', '逾期'] as const

/** The figures of tasks as they stood at the end of a day. */
export const tasksOn = ({ district, tasks }: Run, on: Day): Record<string, number> => {
  const then = tasks.flatMap(({ registers, tasks: all }) =>
    tasksAsOf(all, registers.task, district, on),
  )
  return Object.fromEntries(trendTasks.map((name) => [name, countTasks(then, name)]))
}

/** Keeps, once, the figures of tasks of every week the trend shows whose day of cut-off is over. */
export const keepTaskFigures = (run: Run): void => {
  const [weekly] = run.weekly
  if (!weekly) return
  const { plan } = weekly.registers
  const today = dayOf(run.journal.at)
  for (const week of dueWeeks(run, weekly)) {
    const due = dayOf(week.putUp)
    if (due >= today || recordOf(run.journal.state, plan, week.monday).tasks) continue
    keepOfWeek(run.journal, plan, week.monday, { tasks: tasksOn(run, due) })
  }
}
