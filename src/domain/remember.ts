import { partition } from 'es-toolkit'
import { markDecision } from './decision'
import type { Journal } from './event'
import {
  asKnown,
  forgetGone,
  heldOf,
  holds,
  narrowHeld,
  refusedText,
  type Stopped,
} from './held-row'
import { blindPutBack, keepLost } from './lost-audience'
import { type Matched, matchRows } from './match'
import type { Moment } from './moment'
import { plainText } from './plain-text'
import { blindMark } from './readers'
import { type Register, scriptKeys, typedKeys } from './register'
import { type KnownRow, rowKey, rowsOf, type State } from './state'
import type { TypedRow } from './table'

export type GoodReading = {
  book: string
  register: Register
  rows: TypedRow[]
  /** The last reading of this workbook before this one. */
  after: Moment
  /** Who changed the workbook last; absent where nobody knows. */
  by?: string | undefined
  /** Starts the 编号 of new rows. */
  prefix: string
  /** Rows that may not vanish: they are put back whole. Asked with the 编号 that are there. */
  keeps: (id: string, present: ReadonlySet<string>) => boolean
  /** Rows of which nothing is taken in. */
  stopped: Stopped
  /** Columns the tab does without: what they said last stands. */
  missing: readonly string[]
}

export type Remembered = {
  matched: Matched[]
  /** 编号 of rows to be put back. */
  missing: string[]
}

/** Adds to a row's cells what its blanks mean beyond the row above. */
export type Pin = (
  cells: Record<string, string>,
  above: Record<string, string> | undefined,
  known: Record<string, string> | undefined,
) => void

/** The script columns that say what a row is about; people's edits there change nothing. */
const fixedKeys = (register: Register): string[] =>
  scriptKeys(register).filter((key) => key !== 'id' && register.fields[key]?.required === true)

/**
 * What is kept of a row: what people typed; under `^` what its blanks were read as; under `~` the
 * script's own marks, which no reading changes but the one that the reading itself makes.
 */
const remembered = (
  register: Register,
  cells: Record<string, string>,
  before: Record<string, string>,
): Record<string, string> => {
  const kept: Record<string, string> = {}
  for (const key of typedKeys(register)) if (cells[key]) kept[key] = cells[key]
  for (const key of Object.keys(cells)) if (key.startsWith('^')) kept[key] = cells[key] ?? ''
  for (const key of Object.keys(before))
    if (key.startsWith('~') && key !== blindMark) kept[key] = before[key] ?? ''
  if (cells[blindMark]) kept[blindMark] = cells[blindMark]
  for (const key of fixedKeys(register)) {
    const value = before[key] || cells[key]
    if (value) kept[key] = value
  }
  return kept
}

const inheriting = (register: Register): string[] =>
  Object.keys(register.fields).filter((key) => register.fields[key]?.inherits === 'above')

/**
 * What a blank cell means: as in the row above. A row that was sorted or pushed away from the
 * row it stood under keeps what it meant.
 */
const withMeaning = (register: Register, line: Matched, above: Matched | undefined) => {
  const keys = inheriting(register)
  const cells = { ...line.row.cells }
  if (keys.length === 0) return cells
  const moved =
    line.known?.cells['^above'] !== undefined && line.known.cells['^above'] !== (above?.id ?? '')
  cells['^above'] = moved ? (line.known?.cells['^above'] ?? '') : (above?.id ?? '')
  for (const key of keys) {
    if (cells[key]) continue
    const meant = above?.row.cells[key] || above?.row.cells[`^${key}`] || ''
    const kept = moved ? (line.known?.cells[`^${key}`] ?? '') : meant
    if (kept) cells[`^${key}`] = kept
  }
  return cells
}

/**
 * Where a column cannot be found, or a formula stands in place of a 知悉范围, what the row said there
 * stands.
 */
const withLastGood = (
  { register, missing }: GoodReading,
  cells: Record<string, string>,
  known: KnownRow | undefined,
): Record<string, string> => {
  const audience = cells[blindMark] ? register.sensitivity?.audience : undefined
  const keys = audience === undefined ? missing : [...missing, audience]
  if (keys.length === 0) return cells
  const stands = keys.map((key): [string, string] => [key, known?.cells[key] ?? ''])
  return { ...cells, ...Object.fromEntries(stands) }
}

const tellDifferences = (
  journal: Journal,
  { book, register, after, by }: GoodReading,
  line: Matched,
  cells: Record<string, string>,
): void => {
  const common = { book, register: register.id, key: line.id, after, ...(by ? { by } : {}) }
  const kept = remembered(register, cells, line.known?.cells ?? {})
  markDecision(register, kept, cells, line.known, journal.at)
  if (!line.known) {
    const happening = line.returned ? '恢复' : '出现'
    journal.row({ ...common, happening, field: '', old: '', now: JSON.stringify(kept) })
    return
  }
  const before = line.known.cells
  const tell = (field: string): void => {
    const old = before[field] ?? ''
    const now = kept[field] ?? ''
    if (plainText(old) !== now) journal.row({ ...common, happening: '改动', field, old, now })
  }
  for (const field of Object.keys(before)) tell(field)
  for (const field of Object.keys(kept)) if (!(field in before)) tell(field)
}

/** What the rows below a row that waits may take over from it: never from the row above that. */
const heldMeaning = (
  register: Register,
  line: Matched,
  above: Matched | undefined,
  columns: readonly string[],
): Record<string, string> => {
  const cells = withMeaning(register, line, above)
  for (const key of columns) {
    if (register.fields[key]?.inherits === 'above') cells[`^${key}`] = refusedText
  }
  return cells
}

/** A carried line counts as placed once it has been read at its desk: from then on it may be deleted. */
const markPlaced = (
  journal: Journal,
  { book, register, after }: GoodReading,
  { id, known }: Matched,
) => {
  if (!known?.cells['~from'] || known.cells['~placed']) return
  const common = { book, register: register.id, key: id, after, happening: '改动' as const }
  journal.row({ ...common, field: '~placed', old: '', now: '1' })
}

/** A series runs through several workbooks: a row that is copied from one to another gets a new 编号. */
const elsewhere = (state: State, register: Register, book: string): Set<string> =>
  new Set(
    rowsOf(state, register.id)
      .filter((row) => row.book !== book)
      .map((row) => row.id),
  )

/** Compares a good reading with what was last seen and appends what happened. */
export const remember = (journal: Journal, reading: GoodReading, pin: Pin): Remembered => {
  const { register, book, rows, prefix } = reading
  const known = rowsOf(journal.state, register.id, book)
  const waiting = heldOf(journal.state, register.id, book).filter(({ counted }) => !counted)
  const matched = matchRows(register, rows, [...known, ...waiting.map(asKnown)], {
    prefix,
    used: journal.state.counters.get(`${register.id}|${prefix}`) ?? 0,
    missing: reading.missing,
    free: register.rows === 'script' || (register.home === 'control' && !register.serial),
    ...(register.serial === undefined
      ? {}
      : { elsewhere: elsewhere(journal.state, register, book) }),
  })
  const present = new Set<string>()
  const unnumbered = new Set<Matched>()
  let above: Matched | undefined
  for (const found of matched) {
    present.add(found.id)
    const isHeld = holds(journal, reading, found)
    const key = rowKey(book, register.id, found.id)
    const line = { ...found, known: journal.state.rows.get(key) }
    keepLost(register, line.row.cells, line.known)
    if (isHeld) {
      const waits = journal.state.held.get(key)
      if (!waits) unnumbered.add(found)
      narrowHeld(journal, reading, line)
      line.row.cells = heldMeaning(register, line, above, waits?.columns ?? [])
      above = line
      continue
    }
    const cells = withLastGood(reading, withMeaning(register, line, above), line.known)
    pin(cells, above?.row.cells, line.known?.cells)
    line.row.cells = cells
    tellDifferences(journal, reading, line, cells)
    markPlaced(journal, reading, line)
    above = line
  }
  const gone = known.filter((row) => !present.has(row.id))
  const [back, vanished] = partition(gone, (row) => reading.keeps(row.id, present))
  blindPutBack(journal, reading, back)
  forgetGone(journal, register, book, { present, back: new Set(back.map(({ id }) => id)) })
  for (const row of vanished) {
    const now = ''
    const old = JSON.stringify(row.cells)
    journal.row({
      book,
      register: register.id,
      key: row.id,
      after: reading.after,
      happening: '消失',
      field: '',
      old,
      now,
    })
  }
  return {
    matched: matched.filter((line) => !unnumbered.has(line)),
    missing: back.map((row) => row.id),
  }
}
