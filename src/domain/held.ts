import type { Moment } from './moment'

/** A refused cell: where and by which rule, never the text. */
export type Refusal = {
  book: string
  register: string
  heading: string
  position: number
  rule: string
  at: Moment
  /** The tab, where it is none of a register. */
  tab?: string
}

/**
 * A row of which nothing is taken in: a secret was refused in it, until these columns hold a lawful
 * text or 无 or the row is deleted; or it is too long. Never the refused text.
 */
export type Held = {
  book: string
  register: string
  id: string
  /** By identifier; of a column of people's own `=` and its heading, or `#` and its number. None: too long. */
  columns: string[]
  /** The rest of a row that never counted, to know it again. */
  cells: Record<string, string>
  /** Whether the row counted before: then it stands as it last stood. */
  counted: boolean
  /** Of a row of a tab that could not be read: a fingerprint of what is left of it. */
  print?: string
  at: Moment
}
