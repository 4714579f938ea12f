import type { Journal } from './event'
import type { OfferedLine, PublishedLine } from './published'
import type { Register } from './register'
import type { State } from './state'
import { lineKey, versionKey } from './version-text'

type Offered = OfferedLine & { key: string }

const offeredOf = (state: State, register: Register, week: string): Offered[] => {
  const start = `${versionKey(register, week)}|`
  return [...state.offered].flatMap(([key, line]) =>
    key.startsWith(start) ? [{ ...line, key }] : [],
  )
}

type Values = Record<string, string>

const same = (a: Values = {}, b: Values = {}): boolean =>
  [...Object.keys(a), ...Object.keys(b)].every((key) => (a[key] ?? '') === (b[key] ?? ''))

/** Whether the lines of a week as it was put up are remembered. */
export const isOffered = (state: State, register: Register, week: string): boolean =>
  offeredOf(state, register, week).length > 0

/**
 * Remembers the lines of a version put up, each with what it was in the version before. Of versions
 * from before this was remembered nothing is said.
 */
export const offer = (
  journal: Journal,
  register: Register,
  week: string,
  n: number,
  lines: PublishedLine[],
): void => {
  const known = offeredOf(journal.state, register, week)
  const first = known.length === 0
  const present = new Set<string>()
  for (const { id, office, values } of lines) {
    const key = lineKey(register, week, id)
    present.add(key)
    const before = journal.state.offered.get(key)
    if (before && same(before.values, values)) continue
    const was = before?.values
    const line: OfferedLine = { n: first ? 0 : n, office, values, ...(was ? { was } : {}) }
    journal.set('offered', key, line)
  }
  for (const { key, office, values } of known) {
    if (values && !present.has(key)) journal.set('offered', key, { n, office, was: values })
  }
}

/** The lines in which a version differs from the one before. */
export const turned = (
  state: State,
  register: Register,
  week: string,
  n: number,
): (OfferedLine & { id: string })[] =>
  offeredOf(state, register, week)
    .filter((line) => line.n === n)
    .map(({ key, ...line }) => ({ ...line, id: key.slice(versionKey(register, week).length + 1) }))

/** Forgets the lines of a week that is over. */
export const forgetOffered = (journal: Journal, register: Register, week: string): void => {
  for (const { key } of offeredOf(journal.state, register, week))
    journal.set('offered', key, undefined)
}
