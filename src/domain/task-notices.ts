import { contactsOf, officeOf } from './district'
import type { Due, Maker } from './letter'
import { dayOf } from './moment'
import type { Task } from './task'
import { factsOf, headOf, taskLetter } from './task-letter'
import type { TaskList } from './task-letters'
import { unsignedOf } from './task-receipt'

/** A task to help with, brought once to the liaisons of each office that helps. */
export const helpWanted = (maker: Maker, { register, feedback }: TaskList, task: Task): Due[] =>
  task.helping
    .filter(({ received }) => received === 0)
    .flatMap(({ office }) =>
      contactsOf(maker.district, office).map((person) =>
        taskLetter(maker, person, task, 'helping', office, {
          ...factsOf(task, register),
          tab: feedback.title,
          lead: officeOf(maker.district, task.office)?.short ?? '',
        }),
      ),
    )

/** Not acknowledged in time: told once to the liaisons and the head of the office, lead or helper. */
export const unsigned = (maker: Maker, { register, feedback }: TaskList, task: Task): Due[] =>
  unsignedOf(maker.district, register, task, dayOf(maker.now)).flatMap(({ office, days }) => {
    const own = officeOf(maker.district, office)
    const people = [...contactsOf(maker.district, office), ...headOf(maker, own)]
    return [...new Set(people)].map((person) =>
      taskLetter(maker, person, task, 'unsigned', office, {
        ...factsOf(task, register),
        tab: feedback.title,
        office: own?.short ?? '',
        days,
      }),
    )
  })
