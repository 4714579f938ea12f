import type { Faults, Run } from './contract'
import { openPost } from './mail/open-post'
import { compileBundle, runFunction } from './runtime/run-function'
import { openStore } from './store'

/** What a runner needs to know: the workspace, its bundle, and where its letters go. */
export type RunnerSetup = { dir: string; code: string; mail: string }

/** Runs functions of the bundle one after the other, with a database connection of its own. */
export type Runner = {
  run(fn: string, args: unknown[], faults?: Faults): Run
  close(): Promise<void>
}

export function openRunner({ dir, code, mail }: RunnerSetup): Runner {
  const store = openStore(dir)
  const post = openPost(dir, mail)
  const machine = { store, post, bundle: compileBundle(code) }
  return {
    run: (fn, args, faults) => runFunction(machine, fn, args, store.now(), faults),
    close: async () => {
      await post.close()
      store.close()
    },
  }
}
