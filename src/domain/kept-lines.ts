import type { Journal } from './event'
import type { PlanLine } from './plan-line'
import type { PublishedLine } from './published'
import { isOpenAudience, type KeptRow } from './readers'
import type { Register } from './register'
import { lineKey, publishedLines } from './version-text'

/** Tells of each line why it is kept inside its office now, if it is. */
export type Keeper = (line: { id: string; office: string }) => KeptRow

/** Whether a line was given back as one that others may not read. */
const givenAsKept = (register: Register, given: PublishedLine): boolean => {
  const rule = register.sensitivity
  return rule !== undefined && !isOpenAudience(register, given.values[rule.audience] ?? '')
}

/**
 * Which lines are kept inside their office now: as they were given back, or as they read at their
 * desk since. What an office keeps from others it keeps wherever the text already stands.
 */
export const keeperOf = (
  register: Register,
  current: readonly PlanLine[],
  given: readonly PublishedLine[],
): Keeper => {
  const now = new Map(current.map((line) => [line.row.id, line.keeping]))
  const before = new Set(given.filter((line) => givenAsKept(register, line)).map(({ id }) => id))
  return ({ id, office }) => ({ office, keeping: now.get(id) || (before.has(id) ? 'own' : '') })
}

/** Why a line is kept now or was in the texts it had before: those are kept with it. */
export const keptThen = (
  register: Register,
  now: KeptRow,
  texts: readonly (Record<string, string> | undefined)[],
): KeptRow => {
  const rule = register.sensitivity
  const then = texts.some(
    (values) => rule && values && !isOpenAudience(register, values[rule.audience] ?? ''),
  )
  return now.keeping === '' && then ? { ...now, keeping: 'own' } : now
}

/**
 * A line given back that its office keeps to itself since is kept at once, whatever else the row
 * lacks or says (design 10.16); to be read by others again it goes the ordinary way of a change.
 */
export const narrow = (
  journal: Journal,
  register: Register,
  week: string,
  current: readonly PlanLine[],
): void => {
  const rule = register.sensitivity
  if (!rule) return
  const own = new Set(current.filter((line) => line.own).map((line) => line.row.id))
  for (const line of publishedLines(journal.state, register, week)) {
    if (!own.has(line.id) || line.values[rule.audience] === rule.own) continue
    const values = { ...line.values, [rule.audience]: rule.own }
    // Who could read it in the version as issued is kept, for it to be taken back.
    const issued = { [rule.audience]: line.values[rule.audience] ?? '', ...line.issued }
    journal.set('lines', lineKey(register, week, line.id), { ...line, values, issued })
  }
}
