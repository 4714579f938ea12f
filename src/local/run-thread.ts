import type { MessagePort } from 'node:worker_threads'
import type { Faults, Run } from './contract'
import { storageFault } from './damage/storage-fault'
import { messageOf } from './message-of'
import type { RunnerSetup } from './runner'
import { openRunner } from './runner'

export type RunThreadData = { role: 'run'; setup: RunnerSetup }
export type RunOrder = { id: number; fn: string; args: unknown[]; faults?: Faults }
export type RunAnswer = { id: number; run?: Run; error?: string }

/** The thread that runs the bundle, so that a long tick blocks neither the page nor the inbox. */
export function serveRuns({ setup }: RunThreadData, port: MessagePort): void {
  const runner = openRunner(setup)
  const answer = (given: RunAnswer): void => {
    port.postMessage(given)
  }
  port.on('message', (order: RunOrder | 'close') => {
    if (order === 'close') {
      const end = (): void => {
        port.close()
      }
      runner.close().then(end, end)
      return
    }
    const { id, fn, args, faults } = order
    try {
      answer({ id, run: runner.run(fn, args, faults) })
    } catch (error) {
      const fault = storageFault(error, setup.dir)
      answer({ id, error: fault?.message ?? messageOf(error) })
    }
  })
}
