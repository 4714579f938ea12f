import { isEqual } from 'es-toolkit'
import type { Journal } from './event'
import type { Due } from './letter'
import type { Letter } from './outbox-letter'

/** A letter that was claimed by a run which then died may have gone out: a person is told, it stays. */
export const doubtClaimed = (journal: Journal): void => {
  for (const letter of [...journal.state.letters.values()]) {
    if (letter.state === 'claimed')
      journal.set('letters', letter.key, { ...letter, state: 'uncertain' })
  }
}

/**
 * Queues what has come due, and withdraws what waits although its reason is gone (已撤回).
 *
 * Says how many were withdrawn.
 */
export const settleOutbox = (journal: Journal, due: Due[]): number => {
  const wanted = new Set(due.map((letter) => letter.key))
  const gone = [...journal.state.letters.values()].filter(
    (letter) => letter.state === 'queued' && !wanted.has(letter.key),
  )
  for (const letter of gone) {
    journal.set('letters', letter.key, { ...letter, state: 'withdrawn', at: journal.at })
  }
  for (const { key, kind, person, about, tells } of due) {
    const before = journal.state.letters.get(key)
    // A digest that still waits says what there is when it goes.
    if (before?.state === 'queued' && tells !== undefined && !isEqual(before.tells, tells))
      journal.set('letters', key, { ...before, tells })
    if (before && before.state !== 'withdrawn') continue
    const letter: Letter = {
      key,
      kind,
      person,
      about,
      ...(tells === undefined ? {} : { tells }),
      state: 'queued',
      at: journal.at,
    }
    journal.set('letters', key, letter)
  }
  return gone.length
}

/** Letters that are queued, in the order of need. */
export const waiting = (journal: Journal, due: readonly Due[]): Due[] =>
  due.filter((letter) => journal.state.letters.get(letter.key)?.state === 'queued')

/** Lets letters rest whose week or day is long over and that nobody is due any more. */
export const restLetters = (journal: Journal, before: string, due: Due[] = []): void => {
  const wanted = new Set(due.map((letter) => letter.key))
  for (const letter of [...journal.state.letters.values()]) {
    if (letter.about < before && !wanted.has(letter.key)) {
      journal.set('letters', letter.key, undefined)
    }
  }
}

/** With mail off no letter waits: what it says stands to be copied, and it does not go out later. */
export const showInstead = (journal: Journal): void => {
  for (const letter of [...journal.state.letters.values()]) {
    if (letter.state === 'queued')
      journal.set('letters', letter.key, { ...letter, state: 'shown', at: journal.at })
  }
}
