import { later, works } from './calendar'
import type { CountedTask } from './count-tasks'

const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

/** What is typed about waiting is a request and stops nothing; nobody asked before it was read. */
export const wait = (
  task: CountedTask,
  who: string,
  since: string | undefined,
  on: string,
): void => {
  const goesOn = task.wait?.ended === ''
  if (task.wait && goesOn && task.wait.who === who) return
  if (task.wait && goesOn) task.wait.ended = on
  if (who !== '') task.wait = { who, asked: isDay(since) && since > on ? since : on, ended: '' }
}

/** Five working days at most are confirmed at once, none before the asking or after the end. */
export const confirm = (task: CountedTask, from: string, to: string): void => {
  const { wait: asked } = task
  if (!asked || !isDay(from) || !isDay(to) || from < asked.asked) return
  if (asked.ended !== '' && to > asked.ended) return
  const days: string[] = []
  for (let date = from; date <= to; date = later(date, 1)) if (works(date)) days.push(date)
  if (days.length > 5) return
  for (const date of days) task.stood.add(date)
}

/** Moves the deadline of the whole, and of each step that is open. */
export const redate = (task: CountedTask, anew: (due: string) => string): void => {
  if (task.due !== '') task.due = anew(task.due)
  for (const step of task.steps) if (!step.done) step.due = anew(step.due)
}
