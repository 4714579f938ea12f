import type { MessagePort } from 'node:worker_threads'
import type { MailAnswer, MailOutcome } from './mail-answer'
import type { MailLimits } from './mail-limits'
import type { Letter } from './post'
import { openPostOffice } from './post-office'

/** What the mail thread is started with. */
export type MailThreadData = {
  role: 'mail'
  dir: string
  mail: string
  limits: MailLimits
  /** 1 when an answer lies in the port. */
  signal: Int32Array
  port: MessagePort
}

/** A letter with the number that its answer bears. */
export type MailOrder = { id: number; letter: Letter }

/** The thread that hands letters over while the bundle's thread waits. */
export function runMailThread({ dir, mail, limits, signal, port }: MailThreadData): void {
  const office = openPostOffice(dir, mail, limits)
  const answer = (given: MailAnswer): void => {
    port.postMessage(given)
    Atomics.store(signal, 0, 1)
    Atomics.notify(signal, 0)
  }
  const close = async (): Promise<void> => {
    await (await office).close()
    port.close()
  }
  const send = async ({ id, letter }: MailOrder): Promise<void> => {
    const outcome = await office.then((open) => open.send(letter)).catch(notSent)
    answer({ id, outcome })
  }
  port.on('message', (given: MailOrder | 'close') => {
    const act = given === 'close' ? close() : send(given)
    act.catch(() => {
      port.close()
    })
  })
}

/** What fails before a connection is used (the inbox cannot start, a text cannot be encoded). */
function notSent(error: unknown): MailOutcome {
  const reason = error instanceof Error ? error.message : String(error)
  return { taken: false, how: 'server', reason }
}
