import type { Journal } from './event'
import { fingerprint } from './fingerprint'
import type { Held } from './held'
import { contentOf, type Matched } from './match'
import type { Moment } from './moment'
import { blindMark, isOpenAudience } from './readers'
import type { Register } from './register'
import { numberOf } from './row-number'
import { rowKey, type State } from './state'
import type { TypedRow } from './table'

/** What of a reading is not taken in, and why. */
export type Stopped = {
  /** Rows of which a cell was refused just now: the columns, by identifier, `=heading` or `#number`. */
  refused: ReadonlyMap<TypedRow, readonly string[]>
  /** Rows longer than the ledger takes. */
  long: ReadonlySet<TypedRow>
  /** What a row shows in such a column. */
  textAt: (row: TypedRow, column: string) => string
}

/** The text that stands for a refused one where it would be taken over by the rows below. */
export const refusedText = '（已拒收）'

/** The rows of one tab that wait for a lawful text, or for being shortened. */
export const heldOf = (state: State, register: string, book: string): Held[] =>
  [...state.held.values()].filter(
    (held) => held.register === register && held.book === book && held.print === undefined,
  )

/** The 编号 of rows that wait: of them nothing may be left but that. */
export const idsHeld = (
  state: State,
  register: Register,
  book: string,
  refused: readonly string[][],
): ReadonlySet<string> => {
  const ids = new Set(heldOf(state, register.id, book).map(({ id }) => id))
  for (const text of refused.flat())
    if (state.rows.has(rowKey(book, register.id, text))) ids.add(text)
  return ids
}

/** The rows that are there, but count for nothing yet: as far as recognising them goes they are known. */
export const asKnown = (held: Held) => ({ ...held, after: held.at })

/** A copy of a row that waits waits as well. */
const columnsOfTwin = (register: Register, all: readonly Held[], { row }: Matched) =>
  all.find(({ cells }) => contentOf(register, cells) === contentOf(register, row.cells))?.columns ??
  []

const advance = (journal: Journal, register: Register, id: string): void => {
  const number = numberOf(id)
  if (!number) return
  const counter = `${register.id}|${number.prefix}`
  const used = journal.state.counters.get(counter) ?? 0
  if (number.n > used) journal.set('counters', counter, number.n)
}

/**
 * Whether nothing of a row is taken in: a secret was refused in it and no lawful text stands there
 * yet (domain 2.8), or it is too long. It is held in the state until that is over.
 */
export const holds = (
  journal: Journal,
  { register, book, stopped }: { register: Register; book: string; stopped: Stopped },
  line: Matched,
): boolean => {
  const key = rowKey(book, register.id, line.id)
  const before = journal.state.held.get(key)
  const counted = journal.state.rows.has(key)
  const asked = [
    ...(before?.columns ?? []),
    ...(stopped.refused.get(line.row) ?? []),
    ...(counted || before
      ? []
      : columnsOfTwin(register, heldOf(journal.state, register.id, book), line)),
  ]
  const columns = [...new Set(asked)].filter((column) => stopped.textAt(line.row, column) === '')
  const isLong = stopped.long.has(line.row)
  if (columns.length === 0 && !isLong) {
    journal.set('held', key, undefined)
    return false
  }
  // A new row that is too long is told by its place; it gets no number.
  if (columns.length === 0 && !counted) return true
  const typed = Object.entries(line.row.cells).filter(
    ([name, text]) => /^[a-z]/i.test(name) && text,
  )
  const cells = isLong || counted ? {} : Object.fromEntries(typed)
  const at = before?.at ?? journal.at
  journal.set('held', key, {
    book,
    register: register.id,
    id: line.id,
    columns,
    cells,
    counted,
    at,
  })
  advance(journal, register, line.id)
  return true
}

/** Of a row that waits as it last stood only this is taken in: that others may not read it any more. */
export const narrowHeld = (
  journal: Journal,
  { book, register, after }: { book: string; register: Register; after: Moment },
  { id, known, row }: Matched,
): void => {
  const audience = register.sensitivity?.audience
  if (audience === undefined || !known) return
  const take = (field: string): void => {
    const old = known.cells[field] ?? ''
    const now = row.cells[field] ?? ''
    if (old === now) return
    const common = { book, register: register.id, key: id, after, happening: '改动' as const }
    journal.row({ ...common, field, old, now })
  }
  take(blindMark)
  if (!row.cells[blindMark] && !isOpenAudience(register, row.cells[audience] ?? '')) take(audience)
}

/**
 * Forgets the rows that waited and are gone, or are put back as they last stood. One whose 知悉范围
 * was refused is put back without any: that it was deleted says of nobody that he may read it.
 */
export const forgetGone = (
  journal: Journal,
  register: Register,
  book: string,
  { present, back }: { present: ReadonlySet<string>; back: ReadonlySet<string> },
): void => {
  const audience = register.sensitivity?.audience
  for (const held of heldOf(journal.state, register.id, book)) {
    if (present.has(held.id)) continue
    const columns = held.columns.filter((column) => column === audience)
    const waits = back.has(held.id) && columns.length > 0
    journal.set(
      'held',
      rowKey(book, register.id, held.id),
      waits ? { ...held, columns } : undefined,
    )
  }
}

// Columns are not known while a tab is left unread: the row is known by what is left of it.
const printOf = (cells: readonly string[] = []): string =>
  fingerprint(
    cells
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .sort()
      .join('\u001f'),
  )

const looseKey = (book: string, register: string, row: number): string =>
  rowKey(book, register, `?${row}`)

/** Remembers where secrets were refused in a tab that could not be read, until it can be. */
export const holdUnread = (
  journal: Journal,
  { register, book }: { register: Register; book: string },
  shown: readonly string[][],
  cells: readonly { row: number; column: number }[],
): void => {
  for (const { row, column } of cells) {
    const key = looseKey(book, register.id, row)
    const columns = [...(journal.state.held.get(key)?.columns ?? []), `#${column}`]
    const print = printOf(shown[row - 1])
    const common = { book, register: register.id, id: `?${row}`, cells: {}, counted: false }
    journal.set('held', key, { ...common, columns, print, at: journal.at })
  }
}

/** The rows of a tab that can be read again in which secrets were refused meanwhile, and where. */
export const heldUnread = (
  journal: Journal,
  { register, book }: { register: Register; book: string },
  shown: readonly string[][],
): { row: number; column: number }[] => {
  const loose = [...journal.state.held.values()].filter(
    (held) => held.register === register.id && held.book === book && held.print !== undefined,
  )
  return loose.flatMap(({ id, print, columns }) => {
    journal.set('held', rowKey(book, register.id, id), undefined)
    const same = shown.flatMap((cells, r) => (printOf(cells) === print ? [r + 1] : []))
    const rows = new Set([...same, Number(id.slice(1))])
    return [...rows].flatMap((row) =>
      columns.map((column) => ({ row, column: Number(column.slice(1)) })),
    )
  })
}
