import { addDays } from './day'
import { isAfterDigest } from './digest'
import type { Due, Maker } from './letter'
import { matterKey } from './matter'
import { dayOf } from './moment'
import type { Register } from './register'
import { isOver, type Task } from './task'
import { carriers, factsOf, taskLetter } from './task-letter'
import { leading } from './task-matters'
import { issuedDrafts, urgedByMail } from './task-notices'
import { nextWorkingDay } from './working-days'

/** The tasks of one register, for letters, with the tabs where they are answered and decided. */
export type TaskList = {
  register: Register
  feedback: Register
  decision: Register
  tasks: Task[]
}

/** Whether a task cannot wait for the next digest: it is due today or on the next working day. */
const isNear = ({ district, now }: Maker, { light: { due } }: Task): boolean =>
  due !== '' && due <= nextWorkingDay(district.calendar, addDays(dayOf(now), 1))

/** A new task whose day is near, brought once to who carries it; all others stand in the next digest. */
const assigned = (maker: Maker, list: TaskList, task: Task): Due[] => {
  const { register, feedback } = list
  const { state } = task
  if (state.received > 0 || state.claimed !== '') return []
  const tells = [matterKey(leading({ maker, list, task }))]
  return carriers(maker, task)
    .map(
      (person): Due => ({
        ...taskLetter(maker, person, task, 'assigned', task.office, {
          ...factsOf(task, register),
          tab: feedback.title,
          days: maker.district.settings.number(`${register.deadline?.settings ?? ''}.objection`),
        }),
        leaves: 'asks',
        tells,
      }),
    )
    .filter(
      ({ key }) => maker.state.letters.has(key) || (isAfterDigest(maker) && isNear(maker, task)),
    )
}

/** The letters about tasks that ought to have gone out by now. */
export const taskLetters = (maker: Maker, list: TaskList): Due[] => {
  const open = list.tasks.filter((task) => !isOver(task))
  return [
    ...open.flatMap((task) => assigned(maker, list, task)),
    ...open.flatMap((task) => issuedDrafts(maker, list, task)),
    ...open.flatMap((task) => urgedByMail(maker, list, task)),
  ]
}
