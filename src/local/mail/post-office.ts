import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { startInbox } from './inbox-server'
import type { MailOutcome } from './mail-answer'
import type { MailLimits } from './mail-limits'
import type { Letter } from './post'
import { type Envelope, type SmtpLink, smtpLink } from './smtp-link'

export type PostOffice = { send(letter: Letter): Promise<MailOutcome>; close(): Promise<void> }

/**
 * Sends letters, to the built-in inbox or to an SMTP server, over one connection for as long as
 * every letter is taken: after any other answer, or none, a new one is opened.
 *
 * @param mail `inbox` or an SMTP url such as smtp://mail.anlan.local:25.
 */
export async function openPostOffice(
  dir: string,
  mail: string,
  limits: MailLimits,
): Promise<PostOffice> {
  const inbox = mail === 'inbox' ? await startInbox(dir) : undefined
  const target: SMTPConnection.Options = inbox
    ? { host: '127.0.0.1', port: inbox.port, ignoreTLS: true }
    : parseConnectionUrl(mail)
  const times = { connectionTimeout: limits.letter, greetingTimeout: limits.letter }
  const options = { ...times, ...target, logger: false, socketTimeout: limits.letter + limits.rest }
  let kept: SmtpLink | undefined
  const fresh = (): SmtpLink => {
    kept = smtpLink(options)
    return kept
  }
  const handOver = async (letter: Letter): Promise<MailOutcome> => {
    const deadline = performance.now() + limits.letter
    const envelope = await written(letter)
    const used = kept?.isOpen() ? kept : undefined
    const outcome = await (used ?? fresh()).send(envelope, deadline)
    // A server may end an idle connection just now: nothing was sent over it.
    const isStale = used && !outcome.taken && outcome.how === 'server' && !outcome.hung
    return isStale ? fresh().send(envelope, deadline) : outcome
  }
  return {
    send: handOver,
    close: async () => {
      kept?.close()
      await inbox?.close()
    },
  }
}

/** The letter as it travels; addresses are given one by one, so that no text can add another. */
async function written(letter: Letter): Promise<Envelope> {
  const mime = new MailComposer({
    from: { name: letter.name, address: letter.from },
    to: letter.to.map((address) => ({ name: '', address })),
    subject: letter.subject,
    text: letter.body,
    date: new Date(letter.at),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(letter.replyTo === '' ? {} : { replyTo: { name: '', address: letter.replyTo } }),
    ...(letter.htmlBody === '' ? {} : { html: letter.htmlBody }),
  })
  return { from: letter.from, to: letter.to, text: await mime.compile().build() }
}
