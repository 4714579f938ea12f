import type { Run } from './contract'
import type { LocalStore } from './store'

/** The fact that says up to which entry the history was swept. */
const swept = 'swept'
/** How many entries are asked about at once. */
const most = 500

type Answer = { refused?: string[] }

/**
 * Takes out of the history what people typed that the district refuses to hold: text that was
 * overwritten or deleted before any tick saw it stays nowhere else. `ask` is the bundle's `mayEdit`.
 */
export function sweepHistory(store: LocalStore, ask: (asked: string) => Run): void {
  for (;;) {
    const entries = store.typedAfter(Number(store.fact(swept) ?? 0), most)
    const last = entries.at(-1)
    if (!last) return
    const cells = Object.fromEntries(
      entries.flatMap(({ id, texts }) => texts.map((text, at) => [`${id}|${at}`, text])),
    )
    const run = ask(JSON.stringify({ tab: '', cells }))
    // A bundle that cannot say is asked again after the next tick.
    if (run.outcome !== 'done' || typeof run.result !== 'string') return
    const { refused = [] } = JSON.parse(run.result) as Answer
    if (refused.length > 0)
      store.dropTyped([...new Set(refused.map((name) => Number.parseInt(name, 10)))])
    store.setFact(swept, String(last.id))
  }
}
