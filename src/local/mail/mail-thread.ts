import type { MessagePort } from 'node:worker_threads'
import type { Letter } from './post'
import { openPostOffice } from './post-office'

/** What the mail thread is started with. */
export type MailThreadData = {
  role: 'mail'
  dir: string
  mail: string
  /** 1 when an answer lies in the port. */
  signal: Int32Array
  port: MessagePort
}

export type MailAnswer = { error?: string }

/** The thread that hands letters over while the bundle's thread waits. */
export function runMailThread({ dir, mail, signal, port }: MailThreadData): void {
  const office = openPostOffice(dir, mail)
  const answer = (given: MailAnswer): void => {
    port.postMessage(given)
    Atomics.store(signal, 0, 1)
    Atomics.notify(signal, 0)
  }
  const close = async (): Promise<void> => {
    await (await office).close()
    port.close()
  }
  const send = async (letter: Letter): Promise<void> => {
    await (await office).send(letter)
  }
  port.on('message', (given: Letter | 'close') => {
    const act = given === 'close' ? close() : send(given)
    act.then(
      () => {
        if (given !== 'close') answer({})
      },
      (error: unknown) => {
        answer({ error: error instanceof Error ? error.message : String(error) })
      },
    )
  })
}
