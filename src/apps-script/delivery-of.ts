import type { Delivery } from '../domain/delivery'
import type { MailWords } from './surface'

const mailWords: MailWords = {
  later: 'Mail not taken for now: ',
  server: 'Mail server not available: ',
  never: 'Mail refused: ',
  unknown: 'Mail unanswered: ',
}

type Reading = { said: RegExp; as: (reason: string) => Delivery }

const later = (server: boolean) => (reason: string) => ({
  outcome: 'later' as const,
  reason,
  server,
})
const never = (reason: string) => ({ outcome: 'never' as const, reason })
const unknown = (reason: string) => ({ outcome: 'unknown' as const, reason })
const wait = (quota: boolean) => (reason: string) => ({ outcome: 'wait' as const, reason, quota })

// Google's sentences (developers.google.com/apps-script/guides/services/quotas, "Exception
// messages"; reference/mail/mail-app), and what the local MailApp says of a mail server's answer.
const readings: readonly Reading[] = [
  { said: new RegExp(`^${mailWords.later}`), as: later(false) },
  { said: new RegExp(`^${mailWords.server}`), as: later(true) },
  { said: new RegExp(`^${mailWords.never}`), as: never },
  { said: new RegExp(`^${mailWords.unknown}`), as: unknown },
  { said: /too many times for one day|too much computer time/i, as: wait(true) },
  { said: /too many times in a short time|too many scripts|rate limit|\b429\b/i, as: wait(false) },
  // A letter too large for any day, before the limit of a day.
  { said: /limit exceeded: email (body|subject|recipients per|(total )?attachment)/i, as: never },
  { said: /limit exceeded/i, as: wait(true) },
  { said: /invalid (email|argument)|no recipient|don't match the method signature/i, as: never },
  { said: /permission|authoriz?ation is required/i, as: later(true) },
]

const ownWords = new RegExp(`^(${Object.values(mailWords).join('|')})`)

/**
 * What a failure of sendEmail means for the letter. The call is not repeatable: where the sentence
 * does not say that nothing was sent, nobody knows.
 */
export const deliveryOf = (failure: unknown): Delivery => {
  const message = failure instanceof Error ? failure.message : String(failure)
  const reading = readings.find(({ said }) => said.test(message))
  return (reading?.as ?? unknown)(message.replace(ownWords, ''))
}
