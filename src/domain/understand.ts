import type { Day } from './day'
import type { Field } from './field'
import { keptKey, meantKey } from './meaning-pin'
import { dayOf } from './moment'
import type { Named } from './names'
import { quote } from './problem'
import { type CellReading, readCell } from './read-cell'
import type { DayContext } from './read-day'
import { type Register, weekColumn } from './register'
import type { KnownRow } from './state'

/** The people, offices and leaders that cells can name. */
export type Names = {
  people: readonly Named[]
  offices: readonly Named[]
  leaders: readonly Named[]
  /** The bodies (班子) leaders belong to. */
  bodies?: readonly string[]
}

/** What is wrong in a cell, or missing, in the words of the office. */
export type RowProblem = { key: string; heading: string; text: string }

/** A row with its cells read into values; what cannot be read is a problem, and the row is kept. */
export type Understood = {
  row: KnownRow
  values: Record<string, string>
  notes: string[]
  problems: RowProblem[]
}

/** How many characters of a cell a note may repeat. */
const seen = (field: Field, note: string): string => `${field.heading}：${note}`

const shownIn = (cells: Record<string, string>, key: string): string =>
  cells[key] || cells[`^${key}`] || ''

const weekIn = (register: Register, row: KnownRow): Day | undefined => {
  const week = weekColumn(register)
  if (week === undefined) return undefined
  const text = row.cells[`^${week}`] || row.cells[week] || ''
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? (text as Day) : undefined
}

const fillSpan = (
  field: Field,
  span: { part?: string; from?: string; to?: string } | undefined,
  values: Record<string, string>,
): void => {
  if (!span || !field.span) return
  for (const [name, key] of Object.entries(field.span)) {
    const given = span[name as 'part' | 'from' | 'to']
    if (given !== undefined && !values[key]) values[key] = given
  }
}

// Most cells say what others say, and reading one is the costliest thing a run does.
const read = new WeakMap<Names, WeakMap<Field, Map<string, CellReading>>>()

type Near = DayContext & { keyed?: string }

const readOnce = (field: Field, typed: string, names: Names, near: Near): CellReading => {
  if (field.kind === 'text') return readCell(field, typed, near)
  if (typed === '' && field.kind !== 'setting') return readCell(field, typed, near)
  const fields = read.get(names) ?? new WeakMap<Field, Map<string, CellReading>>()
  read.set(names, fields)
  const cells = fields.get(field) ?? new Map<string, CellReading>()
  fields.set(field, cells)
  const key = `${near.monday ?? ''} ${near.near ?? ''} ${near.keyed ?? ''} ${typed}`
  const before = cells.get(key)
  if (before) return before
  const reading = readCell(field, typed, { ...names, ...near })
  cells.set(key, reading)
  return reading
}

// What a cell meant when it was written stands; how it was understood is said while it reads so.
const asMeant = (cells: Record<string, string>, key: string, read: CellReading): CellReading => {
  const meant = cells[meantKey(key)]
  const kept = cells[keptKey(key)]
  if (kept === undefined) return !meant || read.value === meant ? knownPart(read) : { value: meant }
  if (read.value !== undefined || meant === undefined) return read
  return { ...read, value: meant, problem: `${read.problem ?? ''}，${stillHolds(read, kept)}` }
}

// Of what decides who may read only what was understood holds.
const knownPart = (read: CellReading): CellReading =>
  read.value === undefined && read.part !== undefined
    ? { ...read, value: read.part, problem: `${read.problem ?? ''}，${stillHolds(read, '')}` }
    : read

const stillHolds = ({ part }: CellReading, kept: string): string => {
  if (part !== undefined) return '此项决定谁能看到，更正前只有认得的单位有效'
  return kept === '' ? '更正前按原值' : `更正前仍按${quote(kept)}`
}

const entries = new WeakMap<Register, [string, Field][]>()

const fieldsOf = (register: Register): [string, Field][] => {
  const found = entries.get(register) ?? Object.entries(register.fields)
  entries.set(register, found)
  return found
}

// A row is asked for by everything that judges it, and in the next run again: a row that changes is
// another object, as names are that change. What is kept nobody may change, so it is frozen.
const understood = new WeakMap<Names, WeakMap<Register, WeakMap<KnownRow, Understood>>>()

/** Reads one row against the names of the district and the week it belongs to. */
export const understand = (register: Register, row: KnownRow, names: Names): Understood => {
  const registers = understood.get(names) ?? new WeakMap<Register, WeakMap<KnownRow, Understood>>()
  understood.set(names, registers)
  const rows = registers.get(register) ?? new WeakMap<KnownRow, Understood>()
  registers.set(register, rows)
  const before = rows.get(row)
  if (before) return before
  const read = reading(register, row, names)
  for (const part of [read.values, read.notes, read.problems]) Object.freeze(part)
  rows.set(row, read)
  return read
}

const reading = (register: Register, row: KnownRow, names: Names): Understood => {
  const monday = weekIn(register, row)
  // A day without its year is near the week of the plan, or near the moment it was typed.
  const near: DayContext = monday ? { monday } : { near: dayOf(row.at) }
  const values: Record<string, string> = {}
  const notes: string[] = []
  const problems: RowProblem[] = []
  for (const [key, field] of fieldsOf(register)) {
    const typed = shownIn(row.cells, key)
    const keyed =
      field.keyed === undefined ? near : { ...near, keyed: row.cells[field.keyed] ?? '' }
    const read = asMeant(row.cells, key, readOnce(field, typed, names, keyed))
    // A time beside the day gives way to the one in its own column, and that is told.
    if (read.value && values[key] && values[key] !== read.value)
      notes.push(seen(field, `与日期旁所写的${values[key]}不一致，以本列${read.value}为准`))
    if (read.value !== undefined && (read.value || !values[key])) values[key] = read.value
    if (read.problem) problems.push({ key, heading: field.heading, text: read.problem })
    if (read.note && row.cells[key]) notes.push(seen(field, read.note))
    if (!row.cells[key] && field.inherits && typed) notes.push(`${field.heading}同上一行`)
    fillSpan(field, read.span, values)
  }
  return { row, values, notes, problems }
}
