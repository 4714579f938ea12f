import type { Run, Store } from './contract'

const questions = new Set(['describe', 'mayEdit', 'explain', 'papers', 'rebuildCheck'])

/** The runs that did something, newest first; questions of the page and of commands are left out. */
export function actingRuns(store: Store, limit: number): Run[] {
  const acting = store.runs(limit).filter((run) => !questions.has(run.fn))
  if (acting.length >= limit) return acting
  return store
    .runs(limit * 4)
    .filter((run) => !questions.has(run.fn))
    .slice(0, limit)
}
