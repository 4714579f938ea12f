import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Faults, Run, Workspace } from './contract'
import { writeFillLog } from './fill/write-fill-log'
import { readInbox } from './mail/inbox'
import type { MailLimits } from './mail/mail-limits'
import type { Post } from './mail/post'
import { packageRoot } from './package-root'
import { openRunner, type RunnerSetup } from './runner'
import { type LocalStore, openStore } from './store'
import { openThreadRunner } from './thread-runner'

export type OpenOptions = {
  /** `inbox` (the built-in one, default) or an SMTP url. */
  mail?: string
  /** Somebody only looks: nothing is written, and whoever writes goes on undisturbed. */
  isReading?: boolean
  /** How long to wait for the mail server. */
  limits?: MailLimits
  /** Runs the bundle in this thread: faster for play and tests, but a run blocks everything else. */
  inProcess?: boolean
  /** The bundle's source; default dist/Code.js. */
  code?: string
  /** Takes the letters in place of the mail server; only with `inProcess`. */
  post?: Post
}

/** Opens one workspace of this machine. @throws when the bundle is not built. */
export async function openWorkspace(dir: string, options: OpenOptions = {}): Promise<Workspace> {
  const code = options.code ?? readFileSync(join(packageRoot(), 'dist', 'Code.js'), 'utf8')
  const isReading = options.isReading === true
  const store = openStore(dir, isReading ? 'read' : 'write')
  const { limits } = options
  const mail = options.mail ?? store.fact('mail') ?? 'inbox'
  const setup = { dir, code, mail, ...(limits ? { limits } : {}) }
  const inThread = options.inProcess !== true && !isReading
  const runner = inThread ? openThreadRunner(setup) : inProcess(setup, store, options.post)
  if (!isReading) writeFillLog(store, dir)
  const isSet = (): boolean => store.fact('clock')?.startsWith('set:') ?? false
  return {
    dir,
    store,
    get clock() {
      return isSet() ? 'set' : 'real'
    },
    now: store.now,
    moveTo: (ms) => {
      if (!isSet()) throw new Error('真实时钟不能拨动')
      if (ms < store.now()) throw new Error('时钟不能往回拨')
      store.setFact('clock', `set:${ms}`)
    },
    call: (fn, args, faults) => runner.run(fn, args, faults),
    inbox: () => readInbox(dir),
    close: async () => {
      await runner.close()
      store.close()
    },
  }
}

function inProcess(setup: RunnerSetup, store: LocalStore, post: Post | undefined) {
  // One connection: what one of the two writes, the other need not read again.
  const runner = openRunner(setup, { isWarm: true, store, ...(post ? { post } : {}) })
  return {
    // A run that cannot start (a bundle that does not load) must reject, not throw.
    run: async (fn: string, args: unknown[], faults?: Faults): Promise<Run> =>
      runner.run(fn, args, faults),
    close: runner.close,
  }
}
