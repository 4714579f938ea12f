import { clashing } from './clash-letters'
import { cutOffNote } from './cut-off-note'
import { digests } from './digest'
import { leaving } from './leaving'
import type { Due, Maker } from './letter'
import { type Matter, toldIn } from './matter'
import { mattersOf } from './matters'
import { dayOf } from './moment'
import type { Letter } from './outbox-letter'
import { type TaskList, taskLetters } from './task-letters'
import { approve, issued, noticed, remind } from './week-letters'
import type { Weekly } from './weekly'

/** What waits in the queue has told nobody; what a digest is to say is said by it. */
const isOut = ({ kind, state }: Letter): boolean => kind === 'digest' || state !== 'queued'

/** An urgent letter that goes in this very run. */
const sentNow = ({ state, now }: Maker, due: Due): Letter[] => {
  const { key, kind, person, about, tells } = due
  return state.letters.has(key)
    ? []
    : [{ key, kind, person, about, state: 'sent', at: now, ...(tells ? { tells } : {}) }]
}

/** Every letter that ought to have gone out by now, in the order they are sent: nearest need first. */
export const dueLetters = (
  maker: Maker,
  weekly: Weekly[],
  lists: TaskList[] = [],
  matters: Matter[] = mattersOf(maker, weekly, lists),
): Due[] => {
  const all = weekly.flatMap((each) =>
    each.weeks.flatMap((judged) => [
      ...noticed(maker, each, judged),
      ...clashing(maker, each, judged),
      ...issued(maker, each, judged),
      ...cutOffNote(maker, each, judged),
      ...approve(maker, each, judged),
      ...remind(maker, each, judged),
    ]),
  )
  const tasks = lists.flatMap((list) => taskLetters(maker, list))
  const today = dayOf(maker.now)
  const letters = [...maker.state.letters.values()]
  // A digest that is made again is not kept short by what it told itself.
  const others = letters.filter(({ kind, about }) => kind !== 'digest' || about !== today)
  const urgent = [...all, ...tasks].flatMap((due) =>
    due.urgent === true ? sentNow(maker, due) : [],
  )
  const mornings = digests(maker, matters, toldIn([...others, ...urgent]))
  const unique = new Map([...all, ...tasks, ...mornings].map((due) => [due.key, due]))
  const reached = [...unique.values()].filter((due) => {
    const person = maker.district.people.find((each) => each.id === due.person)
    return person !== undefined && person.email !== ''
  })
  return leaving(maker, reached, toldIn(letters.filter(isOut)))
}
