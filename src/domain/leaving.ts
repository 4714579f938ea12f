import type { Due, Maker } from './letter'
import type { Told } from './matter'
import { dayOf } from './moment'
import { mayAsk, mayInform } from './office-hours'

/** Nobody gets more letters on one day than these (default). */
const mostADay = 4

/** Whether a letter of its sort may leave now (domain 2.4). */
const inHours = ({ district, now }: Maker, { leaves = 'informs' }: Due): boolean => {
  // At once is not at night: what is no urgent kind leaves until the end of the day's hours.
  return leaves === 'asks' ? mayAsk(district, now) : mayInform(district, now)
}

/**
 * Which letters are queued, and which of them wait (`hold`). What its receiver was told of already
 * needs no letter of its own; what arises outside the hours is a line of the next digest, save what
 * says of itself that it waits for the next hour. The last of a day's letters is kept for what cannot
 * wait; nobody gets a fifth, save urgent ones.
 */
export const leaving = (maker: Maker, made: readonly Due[], told: Told): Due[] => {
  const { state, now } = maker
  const today = dayOf(now)
  const counts = new Map<string, number>()
  for (const { person, state: how, at } of state.letters.values())
    if (['sent', 'shown', 'claimed', 'uncertain'].includes(how) && dayOf(at) === today)
      counts.set(person, (counts.get(person) ?? 0) + 1)
  const said = new Map<string, Set<string>>()
  const note = ({ person, tells = [] }: Due): void => {
    said.set(person, new Set([...(said.get(person) ?? []), ...tells]))
  }
  // One that went says no more than it said then.
  const goes = ({ key }: Due): boolean =>
    ['queued', 'withdrawn', undefined].includes(state.letters.get(key)?.state)
  for (const due of made) if (due.kind === 'digest' && goes(due)) note(due)
  const count = (due: Due): Due => {
    counts.set(due.person, (counts.get(due.person) ?? 0) + 1)
    note(due)
    return due
  }
  const isKnown = ({ tells = [], person }: Due): boolean =>
    tells.length > 0 &&
    tells.every((key) => told.get(person)?.has(key) === true || said.get(person)?.has(key) === true)
  return made.flatMap((due): Due[] => {
    if (!goes(due)) return [due]
    if (due.kind === 'digest') return [count(due)]
    if (isKnown(due)) return []
    if (due.urgent === true) return [count(due)]
    const most = due.leaves === 'atOnce' ? mostADay : mostADay - 1
    const isFull = (counts.get(due.person) ?? 0) >= most
    const waits = due.hold === true || !inHours(maker, due)
    if (!waits && !isFull) return [count(due)]
    const isQueued = state.letters.get(due.key)?.state === 'queued'
    return due.keeps === true || isFull || due.hold === true || isQueued
      ? [{ ...due, hold: true }]
      : []
  })
}
