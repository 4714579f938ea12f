import type { Letter } from '../mail/post'
import { messageOf } from '../message-of'
import type { RunState } from './run-state'
import type { ServiceObject } from './service'
import { none, notImitated, plainObject, ServiceError, value } from './service'

/** Recipients a day of a Workspace account (Google's quotas); the fact `mailQuota` changes it. */
const dailyRecipients = 1500
const mostRecipients = 50
/** Mail programs clip longer letters (about 102 KB in Gmail); ours stay below 60 KB. */
const mostHtml = 60 * 1024
const mostSubject = 250
const dayMs = 86_400_000
const address = /^[^\s@,;<>]+@[^\s@,;<>]+$/

type Used = { since: number; recipients: number }

/** MailApp: a letter is in the inbox (or accepted by the SMTP server) when sendEmail returns. */
export function mailApp(run: RunState): ServiceObject {
  return {
    name: 'MailApp',
    members: {
      getRemainingDailyQuota: () => {
        run.charge('mail.quota')
        return value(remaining(run))
      },
      sendEmail: (message) => {
        const letter = letterOf(message)
        const recipients = recipientsOf(letter.to)
        const bytes = Buffer.byteLength(letter.subject + letter.body + letter.htmlBody)
        run.charge('mail.send', { kb: bytes / 1024, recipients: recipients.length })
        const nth = run.sentLetters
        run.sentLetters += 1
        refuse(run, nth, recipients, letter)
        handOver(run, { ...letter, to: recipients, from: run.role, at: run.now() })
        use(run, recipients.length)
        return none
      },
    },
  }
}

const imitated = ['to', 'subject', 'body', 'htmlBody', 'name', 'replyTo']

/** Waits for the mail server in real time, but not without end: the next run goes on. */
function handOver(run: RunState, letter: Letter): void {
  const { post } = run
  if (run.mailWait >= (post.patience ?? Number.POSITIVE_INFINITY)) {
    throw new ServiceError('Service invoked too many times in a short time: email.')
  }
  const started = performance.now()
  try {
    post.send(letter)
  } catch (failure) {
    throw new ServiceError(messageOf(failure))
  } finally {
    run.mailWait += performance.now() - started
  }
}

function letterOf(message: unknown) {
  if (typeof message === 'string') throw notImitated('MailApp.sendEmail')
  const given = plainObject(message, 'MailApp.sendEmail')
  const other = Object.keys(given).find((name) => !imitated.includes(name))
  if (other !== undefined) throw new Error(`sendEmail: ${other} is not imitated here`)
  const part = (name: string): string => {
    const found = given[name]
    if (found === undefined || found === null) return ''
    if (typeof found === 'string') return found
    throw new ServiceError(`Invalid argument: ${name}`)
  }
  return {
    to: part('to'),
    subject: part('subject').replace(/[\r\n]+/g, ' '),
    body: part('body'),
    htmlBody: part('htmlBody'),
    name: part('name'),
    replyTo: part('replyTo'),
  }
}

function recipientsOf(to: string): string[] {
  const all = to
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (all.length === 0) throw new ServiceError('Failed to send email: no recipient')
  const wrong = all.find((one) => !address.test(one))
  if (wrong !== undefined) throw new ServiceError(`Invalid email: ${wrong}`)
  return all
}

function refuse(
  run: RunState,
  nth: number,
  recipients: string[],
  { subject, htmlBody }: { subject: string; htmlBody: string },
): void {
  if (run.faults.mailFailsAt === nth) {
    throw new ServiceError(run.faults.mailSays ?? 'Service unavailable: Mail')
  }
  if (recipients.length > mostRecipients) {
    throw new ServiceError('Limit Exceeded: Email Recipients Per Message.')
  }
  if ([...subject].length > mostSubject) {
    throw new ServiceError('Limit Exceeded: Email Subject Length.')
  }
  if (Buffer.byteLength(htmlBody) > mostHtml) {
    throw new ServiceError('Limit Exceeded: Email Body Size.')
  }
  if (recipients.length > remaining(run)) {
    throw new ServiceError('Service invoked too many times for one day: email.')
  }
}

function remaining(run: RunState): number {
  if (run.faults.quota !== undefined) return Math.max(0, run.faults.quota - run.sentRecipients)
  const daily = Number(run.store.fact('mailQuota') ?? dailyRecipients)
  return Math.max(0, daily - used(run).recipients)
}

/** Daily quotas start again 24 hours after the first request (Google's quotas). */
function used(run: RunState): Used {
  const kept = run.store.fact('mailUsed')
  const before = kept === undefined ? undefined : (JSON.parse(kept) as Used)
  if (before && run.now() < before.since + dayMs) return before
  return { since: run.now(), recipients: 0 }
}

function use(run: RunState, recipients: number): void {
  const before = used(run)
  run.sentRecipients += recipients
  const after = { ...before, recipients: before.recipients + recipients }
  run.store.setFact('mailUsed', JSON.stringify(after))
}
