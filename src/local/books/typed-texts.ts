import type { Connection } from './database'
import { prepared } from './database'

/** An edit of a person that the history keeps: its number, and every text in it. */
export type TypedTexts = { id: number; texts: string[] }

type Entry = { id: number; who: string; old: string | null; new: string | null }

const textsIn = (kept: string | null): string[] => {
  if (kept === null) return []
  const cell = JSON.parse(kept) as unknown
  if (typeof cell === 'string') return [cell]
  if (typeof cell === 'object' && cell !== null && 'x' in cell) return [String(cell.x)]
  return [String(cell)]
}

/** What people have typed after an entry of the history, at most so many; the script's own aside. */
export function typedAfter(
  db: Connection,
  last: number,
  account: string,
  most: number,
): TypedTexts[] {
  const rows = prepared(
    db,
    'select id, who, old, new from history where id > ? and who <> ? order by id limit ?',
  ).all([last, account, most]) as Entry[]
  return rows.map((row) => ({
    id: row.id,
    texts: [row.who, ...textsIn(row.old), ...textsIn(row.new)],
  }))
}

/** Takes entries out of the history. */
export function dropTyped(db: Connection, ids: readonly number[]): void {
  const drop = prepared(db, 'delete from history where id = ?')
  db.transaction(() => {
    for (const id of ids) drop.run(id)
  })()
}
