import { officeOf, type Person } from './district'
import type { LetterGroup, Maker } from './letter'
import { bothAway, liaisonGaps } from './liaison'
import { dayOf } from './moment'

/** Gaps among the liaisons, for who coordinates; A and B away together, for the heads concerned too. */
export const coverGroup = (
  { district, now }: Maker,
  words: readonly string[],
  person: Person,
): LetterGroup => {
  const today = dayOf(now)
  const coordinates = person.roles.some((role) => role === '统筹' || role === '操作')
  const heads = (offices: readonly string[]) =>
    offices.some((id) => officeOf(district, id)?.head === person.id)
  const away = bothAway(district, today)
    .filter(({ offices }) => coordinates || heads(offices))
    .map(({ leader, days }) => ({ say: 'digest.bothAway', with: { leader: leader.label, days } }))
  const gaps = coordinates ? liaisonGaps(district, words, today) : []
  const kinds = [...new Set(gaps.map(({ gap }) => gap))].map((kind) => {
    const leaders = gaps.filter(({ gap }) => gap === kind).map(({ leader }) => leader)
    return {
      say: `digest.${kind}`,
      with: { leaders: leaders.map(({ label }) => label).join('、') },
    }
  })
  return { head: 'cover', lines: [...away, ...kinds] }
}
