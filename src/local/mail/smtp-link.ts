import { Readable } from 'node:stream'
import SMTPConnection, { type SMTPError } from 'nodemailer/lib/smtp-connection'
import { type MailOutcome, unanswered } from './mail-answer'
import { type Stage, smtpFailure } from './smtp-failure'

/** A letter on its way: who writes to whom, and the whole text. */
export type Envelope = { from: string; to: string[]; text: Buffer }

/** One connection to a mail server, for as long as it answers every letter with yes. */
export type SmtpLink = {
  /** Hands a letter over, before the deadline (epoch ms of the monotonic clock). */
  send(envelope: Envelope, deadline: number): Promise<MailOutcome>
  isOpen(): boolean
  close(): void
}

/** Opens a connection with the first letter. */
export function smtpLink(options: SMTPConnection.Options): SmtpLink {
  // A link that is given up is cut: what the server answers afterwards reaches no letter.
  const connection = new SMTPConnection({ ...options, socketCloseTimeout: 0 } as typeof options)
  let opened: Promise<void> | undefined
  let [open, fail]: [boolean, (error: SMTPError) => void] = [true, () => undefined]
  const cut = (): void => {
    open = false
    connection.close()
  }
  connection.on('error', (error: SMTPError) => {
    open = false
    fail(error)
  })
  connection.on('end', () => {
    open = false
  })
  const send = (envelope: Envelope, deadline: number): Promise<MailOutcome> =>
    new Promise((resolve) => {
      let stage: Stage = 'connection'
      const end = (outcome: MailOutcome): void => {
        clearTimeout(timer)
        fail = () => undefined
        if (!outcome.taken) cut()
        resolve(outcome)
      }
      const timer = setTimeout(
        () => {
          end(unanswered(stage === 'text'))
        },
        Math.max(0, deadline - performance.now()),
      )
      fail = (error) => {
        end(smtpFailure(error, stage))
      }
      opened ??= openLink(connection, options)
      opened.then(
        () => {
          stage = 'envelope'
          hand(connection, envelope, () => {
            stage = 'text'
          }).then(end, (error: SMTPError) => {
            end(smtpFailure(error, stage))
          })
        },
        (error: SMTPError) => {
          end(smtpFailure(error, 'connection'))
        },
      )
    })
  return { send, isOpen: () => open, close: cut }
}

function openLink(connection: SMTPConnection, options: SMTPConnection.Options): Promise<void> {
  const auth = 'auth' in options ? (options.auth ?? undefined) : undefined
  return new Promise((resolve, reject) => {
    connection.connect((failure) => {
      if (failure) reject(failure)
      else if (auth === undefined) resolve()
      else connection.login(auth, (refused) => (refused ? reject(refused) : resolve()))
    })
  })
}

function hand(
  connection: SMTPConnection,
  { from, to, text }: Envelope,
  begins: () => void,
): Promise<MailOutcome> {
  // Read only once the server has asked for the text: before that nothing can have been taken.
  const body = Readable.from(
    (function* () {
      begins()
      yield text
    })(),
  )
  return new Promise((resolve, reject) => {
    connection.send({ from, to, size: text.length }, body, (failure, info) => {
      if (failure) reject(failure)
      else if (info.rejected.length === 0) resolve({ taken: true })
      else resolve({ taken: false, how: 'unknown', reason: `PARTIAL ${info.rejected.join(', ')}` })
    })
  })
}
