import type { Store, Workspace } from '../../src/local/contract'

/** A workspace in memory that only remembers when it was run; `due` is what it asks to wake at. */
export function countingWorkspace(start: number, due = Number.MAX_SAFE_INTEGER) {
  const facts = new Map<string, string>()
  const ticks: number[] = []
  const synced: boolean[] = []
  let now = start
  let counter = 1
  const unused = () => {
    throw new Error('not needed here')
  }
  const books: Store['books'] = () => [
    { id: 'desk', name: '区委办工作台', kind: 'desk', counter, modified: now },
  ]
  const store: Store = {
    dir: '',
    createBook: unused,
    books,
    view: unused,
    texts: unused,
    type: unused,
    typings: () => [],
    looks: unused,
    purge: unused,
    properties: () => ({
      nextDue: String(due > (ticks.at(-1) ?? 0) ? due : Number.MAX_SAFE_INTEGER),
    }),
    setProperties: unused,
    fact: (name) => facts.get(name),
    setFact: (name, value) => void facts.set(name, value),
    runs: () => [],
    keepRun: unused,
    syncEach: (isSynced) => void synced.push(isSynced),
    close: unused,
  }
  const workspace: Workspace = {
    dir: '',
    store,
    clock: 'set',
    now: () => now,
    moveTo: (moment) => {
      if (moment < now) throw new Error('time never goes back')
      now = moment
    },
    call: async (fn) => {
      ticks.push(now)
      return { fn, at: now, ms: 0, wall: 0, outcome: 'done', trace: [], log: [], result: '{}' }
    },
    inbox: async () => [],
    close: async () => undefined,
  }
  const clockOf = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(11, 16)
  return {
    workspace,
    touch: () => {
      counter += 1
    },
    ticks: () => ticks.map(clockOf),
    /** How commits were told to wait for the disk, in order. */
    synced,
  }
}
