import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Faults, Run } from './contract'
import type { RunAnswer, RunOrder, RunThreadData } from './run-thread'
import type { RunnerSetup } from './runner'
import { threadFile } from './thread-file'

type Waiting = { done(run: Run): void; failed(error: Error): void }

/** A runner in a thread of its own. */
export type ThreadRunner = {
  run(fn: string, args: unknown[], faults?: Faults): Promise<Run>
  close(): Promise<void>
}

export function openThreadRunner(setup: RunnerSetup): ThreadRunner {
  const data: RunThreadData = { role: 'run', setup }
  const worker = new Worker(threadFile(), { workerData: data })
  const waiting = new Map<number, Waiting>()
  const exited = once(worker, 'exit')
  let orders = 0
  const failAll = (error: Error): void => {
    for (const { failed } of waiting.values()) failed(error)
    waiting.clear()
  }
  worker.on('error', failAll)
  worker.on('exit', () => {
    failAll(new Error('The thread that runs the bundle has ended'))
  })
  worker.on('message', (answer: RunAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.run) asked?.done(answer.run)
    else asked?.failed(new Error(answer.error ?? 'no run'))
  })
  return {
    run: (fn, args, faults) =>
      new Promise((done, failed) => {
        orders += 1
        const order: RunOrder = { id: orders, fn, args, ...(faults ? { faults } : {}) }
        waiting.set(order.id, { done, failed })
        worker.postMessage(order)
      }),
    close: async () => {
      worker.postMessage('close')
      await exited
    },
  }
}
