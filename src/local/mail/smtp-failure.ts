import type { SMTPError } from 'nodemailer/lib/smtp-connection'
import type { MailOutcome } from './mail-answer'

/** How far a letter had come: the connection, the envelope, or its text, of which no half is taken. */
export type Stage = 'connection' | 'envelope' | 'text'

type How = Exclude<MailOutcome, { taken: true }>['how']

// RFC 4954: these say how one has to sign in, not what is wrong with the letter.
const signIn = [530, 534, 535, 538]

function howOf(code: number | undefined, stage: Stage): How | undefined {
  if (stage === 'connection') return 'server'
  if (code === undefined) return undefined
  // RFC 5321, 3.8: the server is about to close the connection, whatever was asked.
  if (code === 421 || signIn.includes(code)) return 'server'
  if (code >= 400 && code < 500) return 'later'
  return code >= 500 && code < 600 ? 'never' : undefined
}

/** What a failure of the connection or a reply of the server means for a letter at this stage. */
export function smtpFailure(error: SMTPError, stage: Stage): MailOutcome {
  const { code = '', responseCode, response, command } = error
  const isOwn = command === 'API' && (code === 'EENVELOPE' || code === 'EMESSAGE')
  const tooLarge = command === 'MAIL FROM' && code === 'EMESSAGE'
  const broken: How = stage === 'text' ? 'unknown' : 'server'
  const how = isOwn || tooLarge ? 'never' : (howOf(responseCode, stage) ?? broken)
  const said = response ?? `${originalOf(error) ?? code} ${error.message}`
  const hung = code === 'ETIMEDOUT' ? { hung: true as const } : {}
  return { taken: false, how, reason: said.trim().slice(0, 300), ...hung }
}

/** The code of the system (ECONNREFUSED), which nodemailer keeps beside its own. */
function originalOf(error: object): string | undefined {
  const { originalCode } = error as { originalCode?: unknown }
  return typeof originalCode === 'string' ? originalCode : undefined
}
