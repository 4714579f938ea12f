import type { Day } from './day'
import type { Field } from './field'
import { type CellReading, readCell } from './read-cell'
import { type Register, weekColumn } from './register'
import type { Pin } from './remember'
import type { Names } from './understand'

const named = new Set(['person', 'office', 'leader', 'setting'])
const dated = new Set(['day', 'moment', 'steps'])

/** The key under which is remembered what a cell was read as. */
export const meantKey = (key: string): string => `^@${key}`

/** The key under which stands the text last understood, while the cell shows one that is not. */
export const keptKey = (key: string): string => `^@!${key}`

/** The fields of a register whose cells could mean something else on another day. */
const fieldsOf = (register: Register): [string, Field][] =>
  Object.entries(register.fields).filter(
    ([, { kind, computed }]) =>
      named.has(kind) ||
      (dated.has(kind) && weekColumn(register) === undefined) ||
      // A mailbox that is none is no address at all: nothing goes where it used to be.
      (register.keepsGood === true && !computed && kind !== 'text' && kind !== 'mailbox'),
  )

type Cells = Record<string, string>

const shownIn = (cells: Cells | undefined, key: string): string =>
  cells?.[key] || cells?.[`^${key}`] || ''

/** Who stands in both lists: the one understood last, and what can be read of this text. */
const inBoth = (last: string, part: string): string =>
  part
    .split('、')
    .filter((one) => last.split('、').includes(one))
    .join('、')

/** What is kept of a cell that cannot be read: what was understood last, and from which text. */
const keep = (
  cells: Cells,
  key: string,
  { part }: CellReading,
  last: { value: string | undefined; text: string },
): void => {
  if (last.value === undefined) return
  cells[meantKey(key)] = part === undefined ? last.value : inBoth(last.value, part)
  cells[keptKey(key)] = last.text
}

/**
 * Remembers what a cell meant when it was written: whom a name meant, whoever is renamed later; and
 * which year a short date was of, whenever the row is touched again. A date in the row of a week
 * is always of that week. What the house lives by keeps its last good meaning while it cannot be read.
 */
export const meaningPin = (register: Register, names: Names, today: Day): Pin => {
  const fields = fieldsOf(register)
  const read = (field: Field, cells: Cells | undefined, typed: string): CellReading => {
    const keyed = field.keyed === undefined ? undefined : { keyed: shownIn(cells, field.keyed) }
    return readNow(field, typed, { ...names, ...keyed }, today)
  }
  return (cells, _above, known) => {
    for (const [key, field] of fields) {
      const typed = shownIn(cells, key)
      if (typed === '' && field.kind !== 'setting') continue
      const before = known?.[meantKey(key)]
      const kept = known?.[keptKey(key)]
      const same = shownIn(known, key) === typed && kept === undefined
      // A name may be found later; a date that was not noted has its year, or was read before it was kept.
      const stands = same && (before !== undefined || dated.has(field.kind))
      if (stands) {
        if (before !== undefined) cells[meantKey(key)] = before
        continue
      }
      const reading = read(field, cells, typed)
      if (reading.value !== undefined) {
        if (isPinned(field, typed, reading.value)) cells[meantKey(key)] = reading.value
      } else if (register.keepsGood === true) {
        const text = kept ?? shownIn(known, key)
        const value = before ?? (known && read(field, known, text).value)
        keep(cells, key, reading, { value, text })
      }
    }
  }
}

/** Whom a name means is noted, and a date without its year; the rest reads alike on any day. */
const isPinned = (field: Field, typed: string, value: string): boolean => {
  if (field.kind === 'setting') return value !== typed
  if (named.has(field.kind)) return true
  return dated.has(field.kind) && readCell(field, typed, {}).value === undefined
}

const readNow = (
  field: Field,
  typed: string,
  names: Names & { keyed?: string },
  today: Day,
): CellReading => {
  if (!dated.has(field.kind)) return readCell(field, typed, { ...names, near: today })
  // A date with its year needs no near day.
  const whole = readCell(field, typed, {})
  return whole.value === undefined ? readCell(field, typed, { near: today }) : whole
}
