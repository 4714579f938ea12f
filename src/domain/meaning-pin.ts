import type { Day } from './day'
import type { Field } from './field'
import { readCell } from './read-cell'
import { type Register, weekColumn } from './register'
import type { Pin } from './remember'
import type { Names } from './understand'

const named = new Set(['person', 'office', 'leader'])
const dated = new Set(['day', 'moment', 'steps'])

/** The key under which is remembered what a cell was read as. */
export const meantKey = (key: string): string => `^@${key}`

/** The fields of a register whose cells could mean something else on another day. */
const fieldsOf = (register: Register): [string, Field][] =>
  Object.entries(register.fields).filter(
    ([, { kind }]) => named.has(kind) || (dated.has(kind) && weekColumn(register) === undefined),
  )

/**
 * Remembers what a cell meant when it was written: whom a name meant, whoever is renamed later; and
 * which year a short date was of, whenever the row is touched again. A date in the row of a week
 * is always of that week.
 */
export const meaningPin = (register: Register, names: Names, today: Day): Pin => {
  const fields = fieldsOf(register)
  return (cells, _above, known) => {
    for (const [key, field] of fields) {
      const typed = cells[key] || cells[`^${key}`] || ''
      if (typed === '') continue
      const before = known?.[meantKey(key)]
      const same = (known?.[key] || known?.[`^${key}`] || '') === typed
      // A name may be found later; a date that was not noted has its year, or was read before it was kept.
      const stands = same && (before !== undefined || dated.has(field.kind))
      const found = stands ? before : readNow(field, typed, names, today)
      if (found) cells[meantKey(key)] = found
    }
  }
}

const readNow = (field: Field, typed: string, names: Names, today: Day): string | undefined => {
  if (named.has(field.kind)) return readCell(field, typed, names).value
  // A date with its year needs no remembering.
  const whole = readCell(field, typed, {}).value !== undefined
  return whole ? undefined : readCell(field, typed, { near: today }).value
}
