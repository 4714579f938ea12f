import { isEqual } from 'es-toolkit'
import { fingerprint } from '../domain/fingerprint'
import type { Register } from '../domain/register'
import type { BookId } from '../ports'
import { isOutOfOrder } from './order-rows'

/** What the script wants a tab that people edit to show in its own columns. */
export type TabDraft = {
  kind: 'tab'
  book: BookId
  register: Register
  /** Script cells by 编号. */
  cells: Map<string, Record<string, string>>
  /** Rows that have to stand in the tab: cells by column, the 编号 among them. */
  rows: Map<string, Record<string, string>>
  /** The content people typed, by 编号, to recognise rows whose 编号 is not written yet. */
  contents: Map<string, Record<string, string>>
  /** 编号 of rows of which nothing is taken in: what people typed there is not what is known. */
  held: ReadonlySet<string>
  /** Script cells as just read, by 编号; undefined where the tab was not read in this run. */
  seen: Map<string, Record<string, string>> | undefined
}

/** What a tab that is wholly the script's shows. */
export type PageDraft = {
  kind: 'page'
  book: BookId
  tab: string
  rows: string[][]
  /** Columns (from 0) that hold numbers, for charts to draw; everything else is text. */
  figures?: readonly number[]
  /** A workbook of an older version does without it until the next repair makes its tab. */
  mayLack?: true
}

export type Draft = TabDraft | PageDraft

export const draftTab = (draft: Draft): string =>
  draft.kind === 'page' ? draft.tab : draft.register.title

/** The text a draft's fingerprint is taken of. */
export const draftText = (draft: Draft): string =>
  draft.kind === 'page'
    ? JSON.stringify(draft.rows)
    : JSON.stringify([[...draft.cells], [...draft.rows.keys()], 0])

type Cells = TabDraft['cells']

const sameRow = (before: Record<string, string>, now: Record<string, string>): boolean => {
  if (before === now) return true
  const [keys, others] = [Object.keys(before), Object.keys(now)]
  return (
    keys.length === others.length &&
    keys.every((key, i) => key === others[i] && before[key] === now[key])
  )
}

const sameCells = (before: Cells, now: Cells): boolean => {
  if (before.size !== now.size) return false
  const others = before.entries()
  for (const [id, cells] of now) {
    const [otherId, other] = others.next().value ?? []
    if (id !== otherId || !other || !sameRow(other, cells)) return false
  }
  return true
}

/** What the fingerprint of a tab was taken of; typed texts are no part of it. */
type Worded = { cells: Cells; ids: string[]; hash: string }

// A tab of hundreds of rows says the same in most runs: comparing takes a tenth of wording it.
const worded = new Map<string, Worded>()

/** The fingerprint of what a draft says. */
export const draftHash = (draft: Draft): string => {
  if (draft.kind === 'page') return fingerprint(draftText(draft))
  const key = `${draft.book}|${draft.register.id}`
  const [cells, ids] = [draft.cells, [...draft.rows.keys()]]
  const before = worded.get(key)
  if (before && isEqual(before.ids, ids) && sameCells(before.cells, cells)) return before.hash
  const hash = fingerprint(draftText(draft))
  worded.set(key, { cells, ids, hash })
  return hash
}

const differs = (draft: TabDraft): boolean => {
  const { seen } = draft
  if (!seen) return false
  if ([...draft.rows.keys()].some((id) => !seen.has(id))) return true
  if (isOutOfOrder(draft, seen)) return true
  return [...draft.cells].some(([id, cells]) => {
    const shown = seen.get(id)
    return !shown || Object.entries(cells).some(([key, text]) => (shown[key] ?? '') !== text)
  })
}

/** Whether a draft has to be written: its content changed, or people changed the script's columns. */
export const mustWrite = (draft: Draft, hash: string, written: string | undefined): boolean => {
  if (draft.kind === 'tab' && draft.seen) return differs(draft)
  return hash !== written
}
