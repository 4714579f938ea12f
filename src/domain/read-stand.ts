import { parts } from './event'
import { nameParts } from './ledger-rows'
import { parsedCells, parsedJson } from './parsed-json'
import { emptyState, type KnownRow, type Part, rowKey, type State } from './state'

/** A line of 现况: what it says in JSON, and what that sets in the state. */
export type StandLine = {
  /** Category and key; '' for a blank line. */
  name: string
  json: string
  /** Where it stands, from 1. */
  row: number
  sets: { part: 'rows' | Part; key: string; value: unknown } | undefined
  /** Whether what it says cannot be read: nothing of it is known. */
  isBroken: boolean
}

const rowSet = (json: string, place: string): StandLine['sets'] => {
  const [book = '', register = '', ...rest] = place.split('|')
  const id = rest.join('|')
  const row = parsedJson<Pick<KnownRow, 'cells' | 'after' | 'at' | 'by'>>(json)
  if (!row || !parsedCells(row.cells)) return undefined
  const value: KnownRow = { book, register, id, ...row }
  return { part: 'rows', key: rowKey(book, register, id), value }
}

const setOf = (category: string, key: string, json: string): StandLine['sets'] => {
  if (category === '行') return rowSet(json, key)
  const part = parts.find((each) => each === category)
  const value = part && parsedJson<unknown>(json)
  return part && value !== undefined ? { part, key, value } : undefined
}

const isKnown = (category: string): boolean =>
  category === '行' || parts.some((each) => each === category)

type Known = { category: string; key: string; line: StandLine }

// Where a run follows another in one realm, most lines say what they said where they said it; each
// is read once. What stands in a state is never changed in place (apply sets it anew), so two
// states may share it.
let known: Known[] = []

const readLine = (cells: readonly string[], row: number, before: Known | undefined): Known => {
  const [category = '', key = '', ...pieces] = cells
  const json = pieces.join('')
  if (before?.category === category && before.key === key && before.line.json === json)
    return before
  const name = category === '' ? '' : `${category}\t${key}`
  const sets = setOf(category, key, json)
  const isBroken = !sets && isKnown(category)
  return { category, key, line: { name, json, row, sets, isBroken } }
}

/** Reads the rows of 现况; one that says what it said before, in its place, is the same line. */
export const readLines = (rows: readonly string[][]): StandLine[] => {
  known = rows.map((cells, i) => readLine(cells, i + 1, known[i]))
  return known.map(({ line }) => line)
}

/** The state out of the lines of 现况. */
export const stateOf = (lines: readonly StandLine[]): State => {
  const state = emptyState()
  for (const { sets } of lines) {
    if (sets) (state[sets.part] as Map<string, unknown>).set(sets.key, sets.value)
  }
  return state
}

/** A line that cannot be read, as another state knows what it told; undefined where that knows nothing. */
export const toldBy = (state: State, line: StandLine): StandLine | undefined => {
  const [category, key] = nameParts(line.name)
  const part = category === '行' ? 'rows' : parts.find((each) => each === category)
  const value = part && (state[part] as Map<string, unknown>).get(key)
  return part && value !== undefined ? { ...line, sets: { part, key, value } } : undefined
}
