import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
// Reading letters needs a parser that takes its time to load: keeping them does not.
import { inboxFolder } from './inbox-folder'

export type InboxServer = { port: number; close(): Promise<void> }

/** Starts the built-in inbox: an SMTP server on 127.0.0.1 that keeps each letter as an .eml file. */
export function startInbox(dir: string): Promise<InboxServer> {
  const keep = keeperOf(inboxFolder(dir))
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData: (stream, _session, accepted) => {
      buffer(stream).then(
        (letter) => {
          accepted(attempt(() => keep(letter)))
        },
        (error: unknown) => {
          accepted(asError(error))
        },
      )
    },
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve({ port, close: () => new Promise((done) => server.close(() => done())) })
    })
  })
}

function attempt(act: () => void): Error | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    return asError(error)
  }
}

/** What cannot be kept now (no room, a folder that may not be written) is asked for again later. */
function asError(error: unknown): Error {
  const known = error instanceof Error ? error : new Error(String(error))
  return Object.assign(known, { responseCode: 452 })
}

/** Keeps letters under names that sort by their Date header, then by arrival. */
function keeperOf(folder: string): (letter: Buffer) => void {
  mkdirSync(folder, { recursive: true })
  let count = readdirSync(folder).filter((name) => name.endsWith('.eml')).length
  return (letter) => {
    // Somebody may have moved the folder away, or some letters out of it, meanwhile.
    mkdirSync(folder, { recursive: true })
    const nextName = (): string => {
      count += 1
      return `${momentOf(letter)}-${String(count).padStart(5, '0')}.eml`
    }
    let name = nextName()
    while (existsSync(join(folder, name))) name = nextName()
    const draft = join(folder, `${name}.part`)
    const file = openSync(draft, 'w')
    writeFileSync(file, letter)
    // The sender marks the letter as sent on our reply: it must be on disk by then.
    fsyncSync(file)
    closeSync(file)
    renameSync(draft, join(folder, name))
  }
}

function momentOf(letter: Buffer): string {
  const head = letter.toString('latin1').split('\r\n\r\n', 1)[0] ?? ''
  const date = /^Date: (.+)$/im.exec(head)?.[1] ?? ''
  const at = new Date(date)
  const moment = Number.isNaN(at.getTime()) ? new Date(0) : at
  return moment.toISOString().slice(0, 19).replace(/[-:]/g, '')
}
