import { readCell } from './read-cell'
import type { Register } from './register'
import type { Pin } from './remember'
import type { Names } from './understand'

const kinds = new Set(['person', 'office', 'leader'])

/** The key under which the 编号 a name was read as is remembered. */
export const namedKey = (key: string): string => `^@${key}`

/**
 * Remembers whom a name meant: when somebody or some office is renamed later, what was written
 * before still means the same.
 */
export const namePin = (register: Register, names: Names): Pin => {
  const fields = Object.entries(register.fields).filter(([, field]) => kinds.has(field.kind))
  return (cells, _above, known) => {
    for (const [key, field] of fields) {
      const typed = cells[key] || cells[`^${key}`] || ''
      if (typed === '') continue
      const before = known?.[namedKey(key)]
      const same = (known?.[key] || known?.[`^${key}`] || '') === typed
      const found = same && before ? before : readCell(field, typed, names).value
      if (found) cells[namedKey(key)] = found
    }
  }
}
