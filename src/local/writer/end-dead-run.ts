import { openStore } from '../store'

/** The script property in which a run says until when no other may begin. */
const lease = 'lease'

/**
 * Lets the lease of a run that died run out. Whoever is the one writer knows that it is dead; a set
 * clock would stand before the lease's end for ever. That the run did not end well is still told
 * by the lease being there.
 */
export function endDeadRun(dir: string): void {
  const store = openStore(dir)
  const all = store.properties()
  if (all[lease] !== undefined && all[lease] !== '0') {
    store.setProperties({ ...all, [lease]: '0' })
  }
  store.close()
}
