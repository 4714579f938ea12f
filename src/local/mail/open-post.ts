import { once } from 'node:events'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { threadFile } from '../thread-file'
import type { MailAnswer, MailThreadData } from './mail-thread'
import type { Letter, Post } from './post'

/** Real ms to wait for the mail server's answer to one letter. */
const patience = 60_000

/**
 * A synchronous post: `send` blocks until the mail thread has the server's answer. The thread starts
 * with the first letter.
 *
 * @param mail `inbox` or an SMTP url.
 */
export function openPost(dir: string, mail: string): Post {
  let thread: ReturnType<typeof startThread> | undefined
  return {
    send: (letter) => {
      thread ??= startThread(dir, mail)
      const answer = thread.ask(letter)
      if (answer === undefined) throw new Error('Service timed out: Mail')
      if (answer.error !== undefined) throw new Error(`Service unavailable: Mail (${answer.error})`)
    },
    close: async () => {
      await thread?.close()
      thread = undefined
    },
  }
}

function startThread(dir: string, mail: string) {
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const { port1: near, port2: far } = new MessageChannel()
  const data: MailThreadData = { role: 'mail', dir, mail, signal, port: far }
  const worker = new Worker(threadFile(), { workerData: data, transferList: [far] })
  worker.unref()
  near.unref()
  const exited = once(worker, 'exit')
  return {
    ask: (letter: Letter): MailAnswer | undefined => {
      Atomics.store(signal, 0, 0)
      near.postMessage(letter)
      Atomics.wait(signal, 0, 0, patience)
      return receiveMessageOnPort(near)?.message as MailAnswer | undefined
    },
    close: async (): Promise<void> => {
      worker.ref()
      near.postMessage('close')
      await exited
    },
  }
}
