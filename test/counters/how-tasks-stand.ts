import { workingDaysLater } from './calendar'
import type { CountedTask } from './count-tasks'

/** The stage a task is at, in the words of the sheet. */
export const stageOf = (task: CountedTask): string => {
  if (task.over !== '') return task.over === '办结' ? '办结销号' : '中止'
  if (task.objection) return '异议待定'
  if (task.claimed !== '') return '待核验'
  if (task.extension) return '延期待批'
  if (!task.received) return '待签收'
  return task.due === '' ? '未定时限' : '办理中'
}

/** Calendar days a task is overdue on a day, or was when it was handed in. */
export const overdueOf = (task: CountedTask, today: string): number => {
  if (task.due === '' || (task.over !== '' && task.claimed === '')) return 0
  const at = task.claimed === '' ? today : task.claimed
  // A task is as late as the earliest of its steps that is open.
  const days = task.over === '' ? task.steps.flatMap((step) => (step.done ? [] : step.due)) : []
  const first = [task.due, ...days].sort()[0] ?? ''
  // A confirmed day puts the deadline off by one while it has not run out; later ones once they passed.
  let due = first
  for (const stood of [...task.stood].sort())
    if (stood <= due || stood < at) due = workingDaysLater(due, 1)
  return Math.max(0, Math.round((Date.parse(at) - Date.parse(due)) / 86_400_000))
}
