import { once } from 'node:events'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { HandedCells } from '../../src/local/runtime/handed-cells'
import { builtIns, prelude } from '../../src/local/runtime/prelude'
import { type Host, hostOf } from '../../src/local/runtime/realm'
import { servicesOf } from '../../src/local/runtime/run-function'
import type { RunState } from '../../src/local/runtime/run-state'

// The bundle waits at every question until the main thread, which holds the one store, answers.
const thread = `
const { parentPort, workerData, receiveMessageOnPort } = require('node:worker_threads')
const vm = require('node:vm')
const { gate, port, code, prelude, builtIns } = workerData
const lock = new Int32Array(gate)
const asked = (...question) => {
  port.postMessage(question)
  Atomics.wait(lock, 0, 0)
  Atomics.store(lock, 0, 0)
  for (;;) {
    const reply = receiveMessageOnPort(port)
    if (reply) return reply.message
  }
}
// All other members are calls; one that does not exist is refused when it is made.
const objects = ['Spreadsheets', 'Files']
const host = {
  now: () => asked('now'),
  globals: () => asked('globals'),
  member: (id, member) => (objects.includes(member) ? asked('member', id, member) : '()'),
  call: (id, member, args) => asked('call', id, member, args),
}
const scripts = [prelude, builtIns, code].map((text) => new vm.Script(text))
parentPort.on('message', ({ fn, args }) => {
  const context = vm.createContext(Object.create(null))
  try {
    const call = scripts[0].runInContext(context)(host)
    scripts[1].runInContext(context)
    scripts[2].runInContext(context)
    asked('end', call(fn, JSON.stringify(args)))
  } catch (error) {
    asked('end', undefined, String(error && error.message))
  }
})`

type Question = [what: string, ...rest: unknown[]]

/** One run of a bundle in a thread of its own, which stands still at each of its calls. */
export type Puppet = {
  start(run: RunState, fn: string): Promise<void>
  /** The call it stands at, such as `Lock.tryLock`; undefined when it has ended. */
  at: string | undefined
  /** Lets it make that call and go on to the next. */
  step(): Promise<void>
  result: unknown
  error: string | undefined
  close(): Promise<void>
}

const nameOf = (names: Map<number, string>, question: Question): string => {
  const [, id, member] = question as [string, number, string]
  return `${names.get(id) ?? ''}.${member}`
}

/** Makes a thread that runs functions of a bundle in lock-step with others. */
export function puppetOf(code: string): Puppet {
  const { port1, port2 } = new MessageChannel()
  const gate = new SharedArrayBuffer(4)
  const worker = new Worker(thread, {
    eval: true,
    workerData: { gate, port: port2, code, prelude, builtIns },
    transferList: [port2 as MessagePort],
  })
  const lock = new Int32Array(gate)
  let host: Host | undefined
  let run: RunState | undefined
  let call: Question | undefined
  const names = new Map<number, string>()
  const answer = (reply: unknown): void => {
    port1.postMessage(reply)
    Atomics.store(lock, 0, 1)
    Atomics.notify(lock, 0)
  }
  const named = (objects: string, reply = objects): string => {
    for (const [, id, name] of objects.matchAll(/(\d+) (\w[\w.]*)/g))
      names.set(Number(id), name ?? '')
    return reply
  }
  const advance = async (): Promise<void> => {
    for (;;) {
      const [question] = (await once(port1, 'message')) as [Question]
      const [what, ...rest] = question
      if (!host) throw new Error('no run')
      if (what === 'call') {
        call = question
        puppet.at = nameOf(names, question)
        return
      }
      if (what === 'end') {
        const [result, error] = rest as [string | undefined, string | undefined]
        puppet.result = result === undefined ? undefined : (JSON.parse(result) as unknown)
        puppet.error = error
        puppet.at = undefined
        if (run?.death === undefined) run?.end()
        if (run) run.hasEnded = true
        answer('')
        return
      }
      if (what === 'now') answer(host.now())
      else if (what === 'globals') answer(host.globals().map((each) => named(each)))
      else answer(named(host.member(rest[0] as number, rest[1] as string)))
    }
  }
  const puppet: Puppet = {
    at: undefined,
    result: undefined,
    error: undefined,
    start: (given, fn) => {
      run = given
      names.clear()
      host = hostOf(given, servicesOf(given), new HandedCells())
      Object.assign(puppet, { result: undefined, error: undefined })
      worker.postMessage({ fn, args: [] })
      return advance()
    },
    step: () => {
      if (!host || !call) throw new Error('the run has ended')
      const [, id, member, args] = call as [string, number, string, unknown[]]
      const reply = host.call(id, member, args)
      answer(/^[OL]/.test(reply) ? named(reply.slice(1), reply) : reply)
      return advance()
    },
    close: async () => {
      port1.close()
      await worker.terminate()
    },
  }
  return puppet
}
