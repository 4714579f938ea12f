import type { Delivery } from '../domain/delivery'
import type { Due } from '../domain/letter'
import { waiting } from '../domain/outbox'
import { pageLink } from '../domain/page-link'
import {
  giveUp,
  hasRoom,
  noteDelivery,
  noteQuota,
  readyToSend,
  stopsTheRest,
} from '../domain/sending'
import type { MailMessage } from '../ports'
import { type LetterFrame, wordLetter } from '../wording/mail/letter'
import { speakerOf } from '../wording/speak'
import { LeaseLost } from './lease'
import { type Ledger, writeEvents } from './ledger'
import type { Run } from './run'
import { saidBy } from './said-by'

/** What became of the letters of a run. */
export type Posted = {
  sent: number
  failed: number
  /** Of these nobody knows whether they arrived. */
  doubtful: number
  waiting: number
  /** Whether letters were handed over, or would have been had there been time and room. */
  tried: boolean
  /** What the last letter was answered that was not taken; '' where all were. */
  answer: string
}

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
  const from = settings
    .text('mail.from')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s*<[^<>]*>\s*$/, '')
    .trim()
  return { frame: { speak: speakerOf(language), language, from }, replyTo: replyTo(run) }
}

/** A letter in words, ready to be handed over; undefined where it cannot be made now. */
const worded = (run: Run, desk: Desk, due: Due): MailMessage | undefined => {
  const { ports, district } = run
  const person = district.people.find((each) => each.id === due.person)
  if (!person) return undefined
  try {
    const own = due.content.book === '' ? undefined : ports.tables.url(due.content.book)
    const url = pageLink(own, district.settings.text('mail.address'))
    const words = wordLetter(due, { ...desk.frame, url })
    return { ...words, to: person.email, name: desk.frame.from, replyTo: desk.replyTo }
  } catch (failure) {
    ports.log.line(`信暂不能发 ${due.key}：${saidBy(failure)}`)
    return undefined
  }
}

/** Hands a letter over; what breaks on the way leaves nobody knowing. */
const handOver = ({ ports }: Run, message: MailMessage): Delivery => {
  try {
    return ports.mail.send(message)
  } catch (failure) {
    // Nothing was handed over: another run has the post now.
    if (failure instanceof LeaseLost) throw failure
    return { outcome: 'unknown', reason: saidBy(failure) }
  }
}

type Sending = { run: Run; desk: Desk; posted: Posted; write: () => void }

/** Claims a letter, hands it over and notes what became of it. */
const sendOne = ({ run, desk, posted, write }: Sending, due: Due): Delivery | undefined => {
  const { ports, journal } = run
  const letter = journal.state.letters.get(due.key)
  const message = letter && worded(run, desk, due)
  if (!letter || !message) return undefined
  journal.set('letters', due.key, { ...letter, state: 'claimed', at: journal.at })
  write()
  const delivery = handOver(run, message)
  noteDelivery(journal, letter, delivery)
  if (delivery.outcome === 'sent') posted.sent += 1
  else {
    posted.answer = delivery.reason
    ports.log.line(`信未发出 ${due.key}：${delivery.reason}`)
  }
  const after = journal.state.letters.get(due.key)?.state
  if (after === 'failed') posted.failed += 1
  if (after === 'uncertain') posted.doubtful += 1
  return delivery
}

/** Letters that may go now, and how many the account may still send today. */
export type Mailbag = { ready: readonly Due[]; held: ReadonlySet<string>; quota: number }

const queuedIn = (run: Run, due: readonly Due[], held: ReadonlySet<string>): Due[] =>
  waiting(run.journal, due).filter((each) => !held.has(each.content.book))

/**
 * Looks at what waits, but for the letters about workbooks that are `held`. It is asked before a run
 * is closed, and the workbook of the first letter is opened: a service that is slow to answer must
 * not keep writes waiting, which Google makes at the end of a run though its lease is long lost.
 */
export const packMail = (run: Run, due: readonly Due[], held: ReadonlySet<string>): Mailbag => {
  const { mail, tables } = run.ports
  const ready = readyToSend(run.journal, queuedIn(run, due, held))
  const [first] = ready
  if (!first) return { ready, held, quota: 0 }
  if (first.content.book !== '') tables.url(first.content.book)
  return { ready, held, quota: mail.quota() }
}

/** Sends what may go now until one answer says that no other would fare better; says how many lacked room. */
const sendAll = (sending: Sending, { ready, quota }: Mailbag, until: number): number => {
  const { ports, district } = sending.run
  const reserve = district.settings.number('mail.reserve')
  let left = quota
  let [short, last]: [number, Delivery | undefined] = [0, undefined]
  for (const [nth, due] of ready.entries()) {
    if (ports.clock.now() > until) break
    if (!hasRoom(due, left, reserve)) {
      short += 1
      continue
    }
    last = sendOne(sending, due)
    if (last?.outcome === 'sent') left -= 1
    if (last?.outcome === 'wait' && last.quota) return short + ready.length - nth
    if (last && stopsTheRest(last)) break
  }
  return short
}

/**
 * Applies what closed the run and sends what waits: each letter is claimed, sent and marked by
 * itself; marking one and claiming the next share a flush, so that a run that dies leaves one
 * letter uncertain at most.
 */
export const post = (
  run: Run,
  ledger: Ledger,
  due: readonly Due[],
  mailbag: Mailbag,
  until: number,
): Posted => {
  const { ports, journal } = run
  const { ready, held } = mailbag
  const queued = (): Due[] => queuedIn(run, due, held)
  const posted = {
    sent: 0,
    failed: 0,
    doubtful: 0,
    waiting: 0,
    tried: ready.length > 0,
    answer: '',
  }
  const write = (): void => {
    writeEvents(ports, ledger, journal.news.splice(0))
    ports.tables.flush()
  }
  if (ready.length > 0) {
    const short = sendAll({ run, desk: deskOf(run), posted, write }, mailbag, until)
    noteQuota(journal, short)
    posted.failed += giveUp(journal, queued())
  } else if (queued().length === 0) noteQuota(journal, 0)
  posted.waiting = queued().length
  write()
  return posted
}
