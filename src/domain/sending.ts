import type { Delivery } from './delivery'
import type { Journal } from './event'
import type { Due } from './letter'
import type { Moment } from './moment'
import type { Letter } from './outbox-letter'
import type { JobRun } from './state'

const minute = 60_000
const day = 24 * 60 * minute
const longestPause = 4 * 60 * minute

/** The line of the jobs that tells that the mail server is not there, and since when. */
const serverJob = '邮件服务器'
/** The line of the jobs that tells that today's letters are used up, and how many wait. */
const quotaJob = '发信额度'

/** What keeps every letter waiting: a mail server that is not there, or a day's letters used up. */
export const heldMail = ({ state }: Pick<Journal, 'state'>) => ({
  server: state.jobs.get(serverJob),
  quota: state.jobs.get(quotaJob),
})

/** Ten minutes after the first refusal, then twice as long each time; the last try after a day. */
const nextTry = (tries: number, since: Moment, at: Moment): Moment => {
  const next = at + Math.min(10 * minute * 2 ** (tries - 1), longestPause)
  return at < since + day ? Math.min(next, since + day) : next
}

const isUrgent = (due: Due): boolean => due.urgent === true

/** Of the letters that wait those that may be tried now, urgent ones first. */
export const readyToSend = (journal: Journal, queue: readonly Due[]): Due[] => {
  const { server } = heldMail(journal)
  if ((server?.next ?? 0) > journal.at) return []
  const ready = queue.filter(
    ({ key, hold }) => hold !== true && (journal.state.letters.get(key)?.next ?? 0) <= journal.at,
  )
  return [...ready.filter(isUrgent), ...ready.filter((due) => !isUrgent(due))]
}

/** When the next letter that waits may be tried; undefined where none waits. */
export const nextSending = ({ state }: Pick<Journal, 'state'>): Moment | undefined => {
  const queued = [...state.letters.values()].filter((letter) => letter.state === 'queued')
  if (queued.length === 0) return undefined
  const soonest = Math.min(...queued.map((letter) => letter.next ?? 0))
  return Math.max(soonest, heldMail({ state }).server?.next ?? 0)
}

/** Whether there is room for a letter: what is kept back for emergencies is for urgent ones only. */
export const hasRoom = (due: Due, left: number, reserve: number): boolean =>
  left > (isUrgent(due) ? 0 : reserve)

const plain = ({ key, kind, person, about, tells }: Letter) => ({
  key,
  kind,
  person,
  about,
  ...(tells === undefined ? {} : { tells }),
})

const refused = (letter: Letter, reason: string, at: Moment): Letter => {
  const since = letter.since ?? at
  const tries = (letter.tries ?? 0) + 1
  if (at - since >= day) return { ...plain(letter), state: 'failed', at, tries, since, reason }
  const next = nextTry(tries, since, at)
  return { ...plain(letter), state: 'queued', at: letter.at, tries, since, next, reason }
}

/** A letter after it was handed over, or was not. */
const letterAfter = (letter: Letter, delivery: Delivery, at: Moment): Letter => {
  switch (delivery.outcome) {
    case 'sent':
      return { ...plain(letter), state: 'sent', at }
    case 'wait':
      return { ...letter, state: 'queued' }
    case 'later':
      return refused(letter, delivery.reason, at)
    case 'never':
      return { ...plain(letter), state: 'failed', at, reason: delivery.reason }
    case 'unknown':
      return { ...plain(letter), state: 'uncertain', at, reason: delivery.reason }
  }
}

/** Whether a delivery says that the next letter would fare no better. */
export const stopsTheRest = (delivery: Delivery): boolean =>
  delivery.outcome === 'wait' ||
  delivery.outcome === 'unknown' ||
  (delivery.outcome === 'later' && delivery.server)

const serverAfter = (journal: Journal, delivery: Delivery): JobRun | undefined => {
  if (delivery.outcome === 'wait') return heldMail(journal).server
  if (!stopsTheRest(delivery) || delivery.outcome === 'sent') return undefined
  const before = heldMail(journal).server
  const at = before?.at ?? journal.at
  const tries = (before?.tries ?? 0) + 1
  return { at, result: delivery.reason, tries, next: nextTry(tries, at, journal.at) }
}

/** Notes what became of a letter, and what that says of the mail server. */
export const noteDelivery = (journal: Journal, before: Letter, delivery: Delivery): void => {
  journal.set('letters', before.key, letterAfter(before, delivery, journal.at))
  journal.set('jobs', serverJob, serverAfter(journal, delivery))
}

/** Gives up letters that have waited a day for a mail server that is still not there; says how many. */
export const giveUp = (journal: Journal, queue: readonly Due[]): number => {
  const { server } = heldMail(journal)
  if (!server) return 0
  const old = queue.flatMap(({ key }) => {
    const letter = journal.state.letters.get(key)
    if (letter?.state !== 'queued') return []
    return journal.at - (letter.since ?? Math.max(letter.at, server.at)) >= day ? [letter] : []
  })
  for (const letter of old) {
    const reason = letter.reason ?? server.result
    journal.set('letters', letter.key, {
      ...plain(letter),
      state: 'failed',
      at: journal.at,
      reason,
    })
  }
  return old.length
}

/** Notes how many letters wait because a day's letters are used up; 0 when none does any more. */
export const noteQuota = (journal: Journal, waiting: number): void => {
  const at = heldMail(journal).quota?.at ?? journal.at
  journal.set('jobs', quotaJob, waiting === 0 ? undefined : { at, result: String(waiting) })
}

/** Puts a letter back into the queue as new; the mail server is tried again at once. */
export const queueAgain = (journal: Journal, letter: Letter): void => {
  journal.set('letters', letter.key, { ...plain(letter), state: 'queued', at: journal.at })
  tryServerAgain(journal)
}

/** Forgets that the mail server was not there, so that the next letter is tried at once. */
export const tryServerAgain = (journal: Journal): void => {
  journal.set('jobs', serverJob, undefined)
}
