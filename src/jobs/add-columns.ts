import type { Register } from '../domain/register'
import { rowsOf } from '../domain/state'
import { columnsOf } from '../domain/table'
import type { BookId } from '../ports'
import type { Run } from './run'

/**
 * Columns a register has gained since a tab was made. A column that ever said something here was
 * taken away or renamed by people, and where a heading is unknown one may be meant by it; who may
 * read a row is never left to a blank column of ours.
 */
const gained = ({ journal }: Run, book: BookId, register: Register, shown: string[][]) => {
  const found = columnsOf(register, shown)
  if ('fault' in found) return undefined
  const rows = rowsOf(journal.state, register.id, book)
  const guarded = new Set(Object.values(register.sensitivity ?? {}).flat())
  const isNew = (key: string): boolean => {
    if (guarded.has(key) || rows.some(({ cells }) => cells[key])) return false
    return register.fields[key]?.computed === true || found.unknown.length === 0
  }
  const headings = found.missing.filter(isNew).flatMap((key) => register.fields[key]?.heading ?? [])
  return { headings, headRow: found.headRow }
}

const usedWidth = (row: readonly string[]): number =>
  row.reduce((last, cell, i) => (cell === '' ? last : i + 1), 0)

/** Writes the headings of columns that a register has gained, right of all that stands in the tab. */
export const addColumns = (run: Run, book: BookId, shown: ReadonlyMap<string, string[][]>) => {
  const { tables } = run.ports
  const gains = [...shown].flatMap(([tab, rows]) => {
    const register = run.registry.all.find(({ title }) => title === tab)
    const added = register && gained(run, book, register, rows)
    if (!added || added.headings.length === 0) return []
    return [{ ...added, tab, rows, width: Math.max(...rows.map(usedWidth)) }]
  })
  const after = new Map(shown)
  if (gains.length === 0) return after
  // A tab that grew after another was written would be flushed for it.
  tables.reserve(
    book,
    gains.map(({ tab, rows, width, headings }) => ({
      tab,
      rows: rows.length,
      columns: width + headings.length,
    })),
  )
  for (const { tab, rows, width, headings, headRow } of gains) {
    tables.write(book, tab, [{ row: headRow, column: width + 1, values: [headings] }])
    const head = rows[headRow - 1] ?? []
    const wide = Array.from({ length: width }, (_, i) => head[i] ?? '')
    after.set(
      tab,
      rows.map((row, i) => (i === headRow - 1 ? [...wide, ...headings] : row)),
    )
  }
  tables.flush()
  return after
}
