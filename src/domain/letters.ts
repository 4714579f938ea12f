import { clashing } from './clash-letters'
import { digests } from './digest'
import type { Due, Maker } from './letter'
import { type TaskList, taskLetters } from './task-letters'
import { approve, issued, noticed, overdue, remind } from './week-letters'
import type { Weekly } from './weekly'

/** Every letter that ought to have gone out by now, in the order they are sent: nearest need first. */
export const dueLetters = (maker: Maker, weekly: Weekly[], lists: TaskList[] = []): Due[] => {
  const all = weekly.flatMap((each) =>
    each.weeks.flatMap((judged) => [
      ...noticed(maker, each, judged),
      ...clashing(maker, each, judged),
      ...issued(maker, each, judged),
      ...approve(maker, each, judged),
      ...overdue(maker, each, judged),
      ...remind(maker, each, judged),
    ]),
  )
  const tasks = lists.flatMap((list) => taskLetters(maker, list))
  const mornings = digests(maker, weekly, lists)
  const unique = new Map([...all, ...tasks, ...mornings].map((due) => [due.key, due]))
  return [...unique.values()].filter((due) => {
    const person = maker.district.people.find((each) => each.id === due.person)
    return person !== undefined && person.email !== ''
  })
}
