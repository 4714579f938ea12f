import type { Journal } from '../domain/event'
import type { Due } from '../domain/letter'
import { waiting } from '../domain/outbox'
import type { Letter } from '../domain/state'
import { type LetterFrame, wordLetter } from '../wording/mail/letter'
import { speakerOf } from '../wording/speak'
import { type Ledger, writeEvents } from './ledger'
import type { Run } from './run'
import { saidBy } from './said-by'

export type Posted = { sent: number; failed: number; waiting: number }

const replyTo = (run: Run): string => {
  const set = run.district.settings.text('mail.replyTo')
  if (set !== '') return set
  return run.district.people.find((person) => person.roles.includes('统筹'))?.email ?? ''
}

/** How every letter of a run is put into words, and who answers it. */
type Desk = { frame: Omit<LetterFrame, 'url'>; replyTo: string }

const deskOf = (run: Run): Desk => {
  const { settings } = run.district
  const language = settings.text('language')
  // Only the name can be chosen: the address is that of the account that sends.
  const from = settings.text('mail.from').replace(/\s*<[^<>]*>\s*$/, '')
  return { frame: { speak: speakerOf(language), language, from }, replyTo: replyTo(run) }
}

/** Puts a letter into words and hands it over; false when it was not taken. */
const send = (run: Run, desk: Desk, due: Due): boolean => {
  const { ports, district } = run
  const person = district.people.find((each) => each.id === due.person)
  if (!person) return false
  const url = due.content.book === '' ? undefined : ports.tables.url(due.content.book)
  const worded = wordLetter(due, { ...desk.frame, url })
  try {
    const { from } = desk.frame
    ports.mail.send({ ...worded, to: person.email, name: from, replyTo: desk.replyTo })
    return true
  } catch (failure) {
    ports.log.line(`信未发出 ${due.key}：${saidBy(failure)}`)
    return false
  }
}

const mark = (journal: Journal, key: string, state: Letter['state']): void => {
  const letter = journal.state.letters.get(key)
  if (letter) journal.set('letters', key, { ...letter, state, at: journal.at })
}

/**
 * Applies what closed the run and sends what waits: each letter is claimed, sent and marked by
 * itself; marking one and claiming the next share a flush, so that a run that dies leaves one
 * letter uncertain at most.
 */
export const post = (
  run: Run,
  ledger: Ledger,
  due: Due[],
  held: ReadonlySet<string>,
  until: number,
): Posted => {
  const { ports, journal, district } = run
  const queue = waiting(journal, due).filter((each) => !held.has(each.content.book))
  const posted: Posted = { sent: 0, failed: 0, waiting: queue.length }
  if (queue.length === 0) {
    ports.tables.flush()
    return posted
  }
  const desk = deskOf(run)
  let left = ports.mail.quota() - district.settings.number('mail.reserve')
  const write = (): void => {
    writeEvents(ports, ledger, journal.news.splice(0))
    ports.tables.flush()
  }
  for (const each of queue) {
    if (left <= 0 || ports.clock.now() > until) break
    mark(journal, each.key, 'claimed')
    write()
    const taken = send(run, desk, each)
    mark(journal, each.key, taken ? 'sent' : 'failed')
    posted.waiting -= 1
    left -= 1
    if (taken) posted.sent += 1
    else posted.failed += 1
  }
  write()
  return posted
}
