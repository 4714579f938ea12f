import type { Paper } from '../../../src/domain/paper'
import type { Workspace } from '../../../src/local/contract'
import type { PaperOffer } from '../../../src/local/papers/paper'
import { fixtureDescription, fixtureWorkspace } from '../page/fixture-workspace'

/** A workspace that only reads, with papers: what the bundle would answer of them. */
export function paperWorkspace(offers: PaperOffer[], paperOf: (key: string) => Paper): Workspace {
  const keys = offers.map(({ key }) => key)
  const answer = (asked: unknown) => {
    const { key = '' } = typeof asked === 'string' ? (JSON.parse(asked) as { key?: string }) : {}
    return { offers, ...(keys.includes(key) ? { paper: paperOf(key) } : {}) }
  }
  return fixtureWorkspace({
    call: async (fn, [asked]) => {
      const result = JSON.stringify(fn === 'papers' ? answer(asked) : fixtureDescription())
      return { fn, at: 0, ms: 0, wall: 0, outcome: 'done', trace: [], log: [], result }
    },
  })
}
