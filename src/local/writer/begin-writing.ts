import { type LocalStore, openStore } from '../store'

/** The script property in which a run says until when no other may begin. */
const lease = 'lease'

/**
 * What the one writer of a workspace does before anything else: looks whether all of it can be
 * read, and ends what a dead process left.
 * @throws StorageFault when the database is damaged.
 */
export function beginWriting(dir: string): void {
  const store = openStore(dir)
  try {
    store.mustBeSound()
    endDeadRun(store)
  } finally {
    store.close()
  }
}

/**
 * Lets the lease of a run that died run out: whoever is the one writer knows that it is dead, and a
 * set clock would stand before the lease's end for ever. That the run did not end well is still
 * told by the lease being there.
 */
function endDeadRun(store: LocalStore): void {
  const all = store.properties()
  if (all[lease] === undefined || all[lease] === '0') return
  store.setProperties({ ...all, [lease]: '0' })
}
