import { once } from 'node:events'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { threadFile } from '../thread-file'
import { type MailAnswer, type MailOutcome, sayOutcome, unanswered } from './mail-answer'
import { type MailLimits, mailLimits } from './mail-limits'
import type { MailOrder, MailThreadData } from './mail-thread'
import type { Letter, Post } from './post'

/** Real ms that a thread may take to start, or to end, on a busy machine. */
const threadPatience = 10_000

/**
 * A synchronous post: `send` blocks until the mail thread has the server's answer to that very
 * letter, or the limit of a letter is over. The thread starts with the first letter.
 *
 * @param mail `inbox` or an SMTP url.
 */
export function openPost(dir: string, mail: string, limits: MailLimits = mailLimits): Post {
  let thread: MailThread | undefined
  let restsUntil = 0
  const ask = (letter: Letter): MailOutcome => {
    if (performance.now() < restsUntil) return unanswered(false)
    thread ??= startThread(dir, mail, limits)
    const answered = thread.ask(letter, limits.letter + threadPatience)
    if (answered === undefined) {
      thread.end()
      thread = undefined
    }
    const outcome = answered ?? unanswered(true)
    if (!outcome.taken && outcome.hung) restsUntil = performance.now() + limits.rest
    return outcome
  }
  return {
    patience: limits.run,
    send: (letter) => {
      const outcome = ask(letter)
      if (!outcome.taken) throw new Error(sayOutcome(outcome))
    },
    close: async () => {
      await thread?.close()
      thread = undefined
    },
  }
}

type MailThread = {
  /** The answer to this letter, undefined when none came in time. */
  ask(letter: Letter, patience: number): MailOutcome | undefined
  /** Ends a thread that does not answer. */
  end(): void
  close(): Promise<void>
}

function startThread(dir: string, mail: string, limits: MailLimits): MailThread {
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const { port1: near, port2: far } = new MessageChannel()
  const data: MailThreadData = { role: 'mail', dir, mail, limits, signal, port: far }
  const worker = new Worker(threadFile(), { workerData: data, transferList: [far] })
  worker.unref()
  near.unref()
  const exited = once(worker, 'exit')
  let letters = 0
  const end = (): void => {
    void worker.terminate()
  }
  return {
    ask: (letter, patience) => {
      letters += 1
      const order: MailOrder = { id: letters, letter }
      near.postMessage(order)
      const until = performance.now() + patience
      for (;;) {
        // Cleared before the port is looked into: what comes after that ends the wait at once.
        Atomics.store(signal, 0, 0)
        const answer = receiveMessageOnPort(near)?.message as MailAnswer | undefined
        if (answer?.id === order.id) return answer.outcome
        const left = until - performance.now()
        // An answer with another number belongs to a letter that was given up.
        if (answer === undefined && left <= 0) return undefined
        if (answer === undefined) Atomics.wait(signal, 0, 0, left)
      }
    },
    end,
    close: async () => {
      worker.ref()
      near.postMessage('close')
      const timer = setTimeout(end, threadPatience)
      await exited
      clearTimeout(timer)
    },
  }
}
