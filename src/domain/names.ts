import { halfWidth } from './half-width'
import { NAME_VARIANTS } from './name-variants'

/** Somebody or some office that a cell can name. */
export type Named = {
  id: string
  name: string
  aliases?: readonly string[]
  /** What tells one from a namesake, the best first: the office, the title. */
  marks?: readonly string[]
}

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
 * 张伟（区委办）, 区委办张伟 and 张伟部长 tell a namesake by office or title.
 *
 * With `titles` a title after the name is passed over, but only when the text as typed names nobody.
 */
export function findByName<T extends Named>(
  people: readonly T[],
  typed: string,
  options: { titles?: boolean } = {},
): NameFound<T> {
  const exact = namedLike(people, foldName(typed))
  if (exact.found !== 'none') return exact
  const marked = among(people, markedOf(people).get(withoutBrackets(foldName(typed))))
  if (marked.found !== 'none' || options.titles !== true) return marked
  return namedLike(people, withoutTitle(typed))
}

/** A name as it is shown where a namesake stands in the same list: 张伟（区委办）. */
export function labelOf(list: readonly Named[], one: Named): string {
  const found = namedLike(list, foldName(one.name))
  if (found.found !== 'several') return one.name
  const others = found.several.filter(({ id }) => id !== one.id).flatMap(marksOf)
  const mark = marksOf(one).find((own) => !others.some((its) => foldName(its) === foldName(own)))
  return `${one.name}（${mark ?? one.id}）`
}

/** Who of a name is meant, as a sentence asks it: 张伟（区委办）、张伟（区政府办）. */
export function whichOf(list: readonly Named[], several: readonly Named[]): string {
  const shown = several.slice(0, 5).map((one) => labelOf(list, one))
  return `${shown.join('、')}${several.length > 5 ? '等' : ''}`
}

/** What tells one from a namesake: each mark, then two together (区政府办科长). */
function marksOf({ marks = [] }: Named): string[] {
  const own = marks.filter((mark) => mark !== '')
  return [...own, ...own.flatMap((one, i) => own.slice(i + 1).map((other) => `${one}${other}`))]
}

const withoutBrackets = (folded: string): string => folded.replace(/[()[\]【】〔〕「」\-—–_/]/g, '')

const marked = new WeakMap<readonly Named[], Map<string, Set<string>>>()

function markedOf(list: readonly Named[]): Map<string, Set<string>> {
  const kept = marked.get(list)
  if (kept) return kept
  const index = new Map<string, Set<string>>()
  for (const one of list)
    for (const called of [one.name, ...(one.aliases ?? [])])
      for (const mark of [...marksOf(one), one.id])
        for (const form of [`${called}${mark}`, `${mark}${called}`]) {
          const key = withoutBrackets(foldName(form))
          index.set(key, (index.get(key) ?? new Set()).add(one.id))
        }
  marked.set(list, index)
  return index
}

// The same list is asked for every cell of a column, so its folded names are kept with it.
const indexes = new WeakMap<readonly Named[], Map<string, readonly Named[]>>()

function namedLike<T extends Named>(people: readonly T[], folded: string): NameFound<T> {
  if (folded === '') return { found: 'none' }
  return among(
    people,
    new Set(
      indexOf(people)
        .get(folded)
        ?.map(({ id }) => id),
    ),
  )
}

function among<T extends Named>(
  people: readonly T[],
  ids: ReadonlySet<string> = new Set(),
): NameFound<T> {
  const matches = ids.size === 0 ? [] : people.filter(({ id }) => ids.has(id))
  const [one] = matches
  if (one === undefined) return { found: 'none' }
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
