import type { SentLetter } from '../description'
import { sayMoment } from '../say-moment'
import { textTable } from './text-table'

export type Counting = 'kind' | 'person' | 'day'

/**
 * How many letters of one kind, to one person, or on one day: how many people had them, and the
 * most that one of them had on one day.
 */
export type LetterCount = {
  /** The kind in words, the person's name, or the day, '2024-11-18'. */
  of: string
  office?: string
  letters: number
  people: number
  mostADay: number
}

/** Whether letters can be counted by this. */
export const isCounting = (by: string): by is Counting => by in heads

const heads: Record<Counting, string[]> = {
  kind: ['事由', '封数', '收件人数', '一人一天最多'],
  person: ['收件人', '单位', '封数', '一天最多'],
  day: ['日期', '封数', '收件人数', '一人最多'],
}

const dayOf = ({ at }: SentLetter): string => sayMoment(at).slice(0, 10)

const keyOf: Record<Counting, (letter: SentLetter) => string> = {
  kind: ({ kind }) => kind,
  // Namesakes are two people.
  person: ({ id }) => id,
  day: dayOf,
}

const tally = <T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}

const mostADay = (letters: readonly SentLetter[]): number =>
  Math.max(
    ...[...tally(letters, (each) => `${each.id} ${dayOf(each)}`).values()].map(
      ({ length }) => length,
    ),
  )

/** Counts letters: days in their order, all else by how many, then by name. */
export const countLetters = (letters: readonly SentLetter[], by: Counting): LetterCount[] => {
  const counts = [...tally(letters, keyOf[by])].map(([key, own]): LetterCount => {
    const [first] = own
    return {
      of: by === 'person' && first ? first.person : key,
      ...(by === 'person' && first ? { office: first.office } : {}),
      letters: own.length,
      people: tally(own, ({ id }) => id).size,
      mostADay: mostADay(own),
    }
  })
  return counts.sort((a, b) =>
    by === 'day'
      ? a.of < b.of
        ? -1
        : 1
      : b.letters - a.letters || a.of.localeCompare(b.of, 'zh-CN'),
  )
}

/** The counts as a table, with their sum beneath; what nobody is sure of is counted and said. */
export const listCounts = (
  counts: readonly LetterCount[],
  letters: readonly SentLetter[],
  by: Counting,
): string[] => {
  if (letters.length === 0) return ['还没有发出过信。']
  const rows = counts.map(({ of, office, ...each }) =>
    [
      of,
      ...(office === undefined ? [] : [office]),
      each.letters,
      ...(office === undefined ? [each.people] : []),
      each.mostADay,
    ].map(String),
  )
  const doubtful = letters.filter(({ uncertain }) => uncertain).length
  const sure = doubtful === 0 ? '' : `，其中${doubtful}封不确定是否收到`
  return [...textTable([heads[by], ...rows], 40), '', `共发出${letters.length}封${sure}。`]
}
