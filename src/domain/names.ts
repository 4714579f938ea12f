import { halfWidth } from './half-width'
import { NAME_VARIANTS } from './name-variants'

/** Somebody or some office that a cell can name. */
export type Named = { id: string; name: string; aliases?: readonly string[] }

export type NameFound<T extends Named> =
  | { found: 'one'; one: T }
  | { found: 'none' }
  | { found: 'several'; several: readonly T[] }

const TITLES =
  /(?<=..)(?:(?:副|代)?(?:书记|区长|主任|主席|院长|检察长|秘书长|部长|局长|科长|处长|常委|专员)|同志|先生|女士)+$/

// The same few hundred names and places are compared over and over.
const folded = new Map<string, string>()
const mostFolded = 5000

/** The form names are compared in: variants folded, no spaces; never shown and never stored. */
export function foldName(typed: string): string {
  const before = folded.get(typed)
  if (before !== undefined) return before
  if (folded.size >= mostFolded) folded.clear()
  const name = folding(typed)
  folded.set(typed, name)
  return name
}

function folding(typed: string): string {
  const bare = halfWidth(typed.normalize('NFC'))
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[•‧・･∙]/g, '·')
    .toLowerCase()
  return Array.from(bare, (char) => NAME_VARIANTS.get(char) ?? char).join('')
}

/** 江岳书记 as 江岳: the name without the titles written after it, when two characters are left. */
export function withoutTitle(typed: string): string {
  return foldName(typed).replace(TITLES, '')
}

/**
 * Finds who is named, by full name or a listed short name; never by title or given name alone.
 *
 * With `titles` a title after the name is passed over, but only when the text as typed names nobody.
 */
export function findByName<T extends Named>(
  people: readonly T[],
  typed: string,
  options: { titles?: boolean } = {},
): NameFound<T> {
  const exact = namedLike(people, foldName(typed))
  if (exact.found !== 'none' || options.titles !== true) return exact
  return namedLike(people, withoutTitle(typed))
}

// The same list is asked for every cell of a column, so its folded names are kept with it.
const indexes = new WeakMap<readonly Named[], Map<string, readonly Named[]>>()

function namedLike<T extends Named>(people: readonly T[], folded: string): NameFound<T> {
  const ids = new Set(
    indexOf(people)
      .get(folded)
      ?.map(({ id }) => id),
  )
  const matches = ids.size === 0 ? [] : people.filter(({ id }) => ids.has(id))
  const [one] = matches
  if (folded === '' || one === undefined) return { found: 'none' }
  return matches.length === 1 ? { found: 'one', one } : { found: 'several', several: matches }
}

function indexOf(people: readonly Named[]): Map<string, readonly Named[]> {
  const kept = indexes.get(people)
  if (kept) return kept
  const index = new Map<string, readonly Named[]>()
  for (const one of people)
    for (const name of new Set([one.name, ...(one.aliases ?? [])].map(foldName)))
      index.set(name, [...(index.get(name) ?? []), one])
  indexes.set(people, index)
  return index
}
