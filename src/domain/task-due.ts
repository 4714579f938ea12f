import { pressing } from './dated-steps'
import { sayDay, sayMonthDay } from './day'
import type { Register } from './register'
import type { Task } from './task'

/** Whether a row's kind of deadline (长期) needs no day. */
export const isLasting = ({ deadline: rule }: Register, values: Record<string, string>): boolean =>
  rule?.lasting?.values.includes(values[rule.lasting.field] ?? '') === true

/** Whether an open task still waits for somebody to set its deadline. */
export const isUnset = (task: Task): boolean =>
  task.state.over === '' && task.state.due === '' && !task.lasting

/** Most delayed first, then what has the fewest working days left. */
export const byDelay = ({ light: a }: Task, { light: b }: Task): number =>
  b.overdue - a.overdue || a.left - b.left

/** What is to be done, in the words of the row. */
export const whatOf = (register: Register, task: Task): string =>
  task.values[register.deadline?.what ?? ''] ?? ''

/** A light with its reason, 红（逾期3天）; '' where none shines. */
export const sayLight = ({ light }: Task): string =>
  light.colour === '' ? '' : `${light.colour}（${light.why}）`

/**
 * The deadline a task is judged by: that of the step that presses, else that of the whole; put off by
 * the days for which the clock stood still: 2024年12月3日（由11月29日顺延）.
 */
export const sayPressing = (task: Task): string => {
  const { due } = pressing(task.state)
  const counted = task.light.due
  if (due === '') return sayDue(task)
  return counted === '' || counted === due
    ? sayDay(due)
    : `${sayDay(counted)}（由${sayMonthDay(due)}顺延）`
}

/** The deadline that holds: 2024年11月29日, 未定时限 or 长期. */
export const sayDue = ({ state, lasting }: Task): string => {
  if (state.due !== '') return sayDay(state.due)
  return lasting ? '长期' : '未定时限'
}
