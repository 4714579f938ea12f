import { type Day, sayDay } from './day'
import type { Register } from './register'
import type { Task } from './task'

/** Whether a row's kind of deadline (长期) needs no day. */
export const isLasting = ({ deadline: rule }: Register, values: Record<string, string>): boolean =>
  rule?.lasting?.values.includes(values[rule.lasting.field] ?? '') === true

/** Whether an open task still waits for somebody to set its deadline. */
export const isUnset = (task: Task): boolean =>
  task.state.over === '' && task.state.due === '' && !task.lasting

/** The deadline that holds: 2024年11月29日, 未定时限 or 长期. */
export const sayDue = ({ state, lasting }: Task): string => {
  if (state.due !== '') return sayDay(state.due as Day)
  return lasting ? '长期' : '未定时限'
}
