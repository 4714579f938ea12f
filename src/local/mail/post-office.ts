import nodemailer from 'nodemailer'
import { startInbox } from './inbox-server'
import type { Letter } from './post'

export type PostOffice = { send(letter: Letter): Promise<void>; close(): Promise<void> }

/**
 * Sends letters over one kept connection, to the built-in inbox or to an SMTP server.
 *
 * @param mail `inbox` or an SMTP url such as smtp://mail.anlan.local:25.
 */
export async function openPostOffice(dir: string, mail: string): Promise<PostOffice> {
  const inbox = mail === 'inbox' ? await startInbox(dir) : undefined
  const target = inbox ? { host: '127.0.0.1', port: inbox.port, ignoreTLS: true } : { url: mail }
  const pool = { pool: true as const, maxConnections: 1, maxMessages: Number.POSITIVE_INFINITY }
  const transport = nodemailer.createTransport({
    ...target,
    ...pool,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (letter) => {
      await transport.sendMail({
        from: { name: letter.name, address: letter.from },
        to: letter.to,
        subject: letter.subject,
        text: letter.body,
        date: new Date(letter.at),
        ...(letter.replyTo === '' ? {} : { replyTo: letter.replyTo }),
        ...(letter.htmlBody === '' ? {} : { html: letter.htmlBody }),
      })
    },
    close: async () => {
      transport.close()
      await inbox?.close()
    },
  }
}
