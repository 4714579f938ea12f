import type { Register } from '../domain/register'
import type { BookId } from '../ports'
import type { Erasure } from './take-in'

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
  erasures: Erasure[]
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
}

export type Draft = TabDraft | PageDraft

export const draftTab = (draft: Draft): string =>
  draft.kind === 'page' ? draft.tab : draft.register.title

/** The text a draft's fingerprint is taken of. */
export const draftText = (draft: Draft): string =>
  draft.kind === 'page'
    ? JSON.stringify(draft.rows)
    : JSON.stringify([[...draft.cells], [...draft.rows.keys()], draft.erasures.length])

const differs = (draft: TabDraft): boolean => {
  const { seen } = draft
  if (!seen) return false
  if (draft.erasures.length > 0) return true
  if ([...draft.rows.keys()].some((id) => !seen.has(id))) return true
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
