import type { Office } from './district'
import type { Maker } from './letter'
import { toldDue } from './light'
import type { Matter, TaskMatter } from './matter'
import { dayOf } from './moment'
import type { Task } from './task'
import { lightFacts } from './task'
import type { TaskList } from './task-letters'
import { isTypedPast, rungsOf, workingDaysPast } from './task-rungs'

/** Whether a task is told as due today. */
export const isToday = ({ district, now }: Maker, { light: { due } }: Task): boolean => {
  const today = dayOf(now)
  return due === today || (due !== '' && toldDue(district.calendar, due) === today)
}

/** Which step upwards a task has reached: 0 none, 1 head and commissioner, 2 督办单, 3 专报. */
export const rungOf = ({ district, now }: Maker, { register }: TaskList, task: Task): number => {
  // What was past when it was typed is told to nobody above on that day.
  if (isTypedPast(task.state, dayOf(now))) return 0
  const days = workingDaysPast(lightFacts(task.state, district, register, task.values, now))
  const { first, slip, report } = rungsOf(district, register, task.values)
  return [first, slip, report].filter((after) => days >= after).length
}

/** One task among those of its register. */
export type Given = { maker: Maker; list: TaskList; task: Task }

/** What of a matter about a task is its own. */
export type Part = Pick<Matter, 'state' | 'rank' | 'persons' | 'desks' | 'line'> &
  Partial<Pick<Matter, 'once' | 'decides' | 'formerly'>>

/** A matter about a task: its row is one line, whatever is to be said of it. */
export const matter = ({ list, task }: Given, as: TaskMatter, part: Part): Matter => ({
  row: `task|${task.id}`,
  late: task.light.overdue,
  about: { is: 'task', task, list, as },
  ...part,
})

/** The post desks (督办台) whose holder looks after a task. */
export const postsOf = ({ maker, list, task }: Given): Office[] =>
  maker.district.offices.filter(
    ({ kind, head }) =>
      head !== '' && task.commissioner === head && list.decision.posts?.includes(kind) === true,
  )
