import type { Register } from './register'
import type { KnownRow } from './state'

/** A row that comes back stands below others than it stood under: what its blanks meant is written out. */
export const asTyped = (register: Register, { cells }: KnownRow): Record<string, string> => {
  const meant = Object.keys(register.fields).flatMap((key): [string, string][] => {
    const text = register.fields[key]?.inherits ? cells[`^${key}`] : undefined
    return text ? [[key, text]] : []
  })
  const own = Object.entries(cells).filter(([key]) => /^[a-z]/i.test(key))
  return Object.fromEntries([...meant, ...own])
}
