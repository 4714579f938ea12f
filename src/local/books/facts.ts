import type { Run, Store, TypingNote } from '../contract'
import type { Connection } from './database'
import { inTransaction } from './in-transaction'
import { parsed } from './parsed'

/** Runs kept for `trace`; older ones go, so that a year of ticks stays small. */
const keptRuns = 2000

type Facts = Pick<
  Store,
  'properties' | 'setProperties' | 'fact' | 'setFact' | 'runs' | 'keepRun' | 'typings'
> & {
  /** Within the transaction of what was typed. */
  keepTyping(note: TypingNote): void
}

/** The small things of a workspace: script properties, facts, and the last runs with their trace. */
export function openFacts(db: Connection): Facts {
  const readFact = db.prepare('select value from fact where name = ?')
  const writeFact = db.prepare('insert or replace into fact values (?, ?)')
  const addRun = db.prepare('insert into run (at, run) values (?, ?)')
  const dropRuns = db.prepare('delete from run where id <= ?')
  const lastRuns = db.prepare('select run from run order by id desc limit ?')
  return {
    properties: () => {
      const rows = db.prepare('select name, value from property order by name').all([]) as {
        name: string
        value: string
      }[]
      return Object.fromEntries(rows.map((row) => [row.name, row.value]))
    },
    setProperties: (all) => {
      inTransaction(db, 'immediate', () => {
        db.exec('delete from property')
        const put = db.prepare('insert into property values (?, ?)')
        for (const [name, value] of Object.entries(all)) put.run(name, value)
      })
    },
    fact: (name) => (readFact.get([name]) as { value: string } | undefined)?.value,
    setFact: (name, value) => {
      writeFact.run(name, value)
    },
    typings: (after) =>
      db.prepare('select id, line from typing where id > ? order by id').all([after]) as {
        id: number
        line: string
      }[],
    keepTyping: ({ log, facts }) => {
      db.prepare('insert into typing (line) values (?)').run(JSON.stringify(log))
      for (const [name, value] of Object.entries(facts)) writeFact.run(name, value)
    },
    runs: (limit) =>
      (lastRuns.all([limit]) as { run: string }[]).map((row) => parsed(row.run) as Run),
    keepRun: (run) => {
      const id = Number(addRun.run(run.at, JSON.stringify(run)).lastInsertRowid)
      if (id % 100 === 0) dropRuns.run([id - keptRuns])
    },
  }
}
