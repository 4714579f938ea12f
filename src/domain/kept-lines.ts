import type { Journal } from './event'
import type { PlanLine } from './plan-line'
import type { PublishedLine } from './published'
import { holdsWarned, isOpenAudience, type Keeping, type KeptRow } from './readers'
import type { Register } from './register'
import { lineKey, publishedLines } from './version-text'

/** Tells of each line why it is kept inside its office now, if it is. */
export type Keeper = (line: { id: string; office: string }) => KeptRow

/** Why a text was kept from others where it stood; one that nobody confirmed stays with its office. */
const keptAs = (register: Register, values: Record<string, string>): Keeping => {
  const rule = register.sensitivity
  if (!rule || isOpenAudience(register, values[rule.audience] ?? '')) return ''
  return holdsWarned(register, values) ? 'warned' : 'own'
}

// What was warned may be written over at the desk: where it stands still it is warned.
const stricter = (now: Keeping, then: Keeping): Keeping => (then === 'warned' ? then : now || then)

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
  const before = new Map(given.map((line) => [line.id, keptAs(register, line.values)]))
  return ({ id, office }) => ({
    office,
    keeping: stricter(now.get(id) ?? '', before.get(id) ?? ''),
  })
}

/** Why a line is kept now or was in the texts it had before: those are kept with it. */
export const keptThen = (
  register: Register,
  now: KeptRow,
  texts: readonly (Record<string, string> | undefined)[],
): KeptRow => ({
  ...now,
  keeping: texts.reduce<Keeping>(
    (keeping, values) => (values ? stricter(keeping, keptAs(register, values)) : keeping),
    now.keeping,
  ),
})

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
