import type { Faults, Run } from './contract'
import type { MailLimits } from './mail/mail-limits'
import { openPost } from './mail/open-post'
import type { Post } from './mail/post'
import { compileBundle, runFunction } from './runtime/run-function'
import type { LocalStore } from './store'
import { openStore } from './store'
import { sweepHistory } from './sweep-history'

/** What a runner needs to know: the workspace, its bundle, and where its letters go. */
export type RunnerSetup = { dir: string; code: string; mail: string; limits?: MailLimits }

export type RunnerOptions = {
  /** Takes the letters in place of the mail server. */
  post?: Post
  /** Keeps the bundle loaded from run to run, as Google never does, to play a year in minutes. */
  isWarm?: boolean
  /** The open store of whoever runs it in the same thread; else it opens one of its own. */
  store?: LocalStore
}

/** Runs functions of the bundle one after the other. */
export type Runner = {
  run(fn: string, args: unknown[], faults?: Faults): Run
  close(): Promise<void>
}

export function openRunner(
  { dir, code, mail, limits }: RunnerSetup,
  { post = openPost(dir, mail, limits), isWarm = false, store: given }: RunnerOptions = {},
): Runner {
  const store = given ?? openStore(dir)
  const bundle = compileBundle(code)
  const machine = isWarm ? { store, post, bundle, kept: {} } : { store, post, bundle }
  return {
    run: (fn, args, faults) => {
      const run = () => runFunction(machine, fn, args, store.now(), faults)
      if (store.isReading) return store.asOfNow(run)
      const done = run()
      if (fn === 'tick' && done.outcome === 'done') {
        sweepHistory(store, (asked) => runFunction(machine, 'mayEdit', [asked], store.now()))
      }
      return done
    },
    close: async () => {
      await post.close()
      if (!given) store.close()
    },
  }
}
