import { officeOf } from './district'
import type { Maker } from './letter'
import { bothAway, liaisonGaps } from './liaison'
import { ids, type Matter } from './matter'
import { dayOf } from './moment'
import { coordinatorsOf } from './week-matters'

/** Gaps among the liaisons, for who coordinates; A and B away together, for the heads concerned and the desks too. */
export const coverMatters = (maker: Maker, words: readonly string[]): Matter[] => {
  const { district, now } = maker
  const today = dayOf(now)
  const coordinators = ids(coordinatorsOf(maker))
  const away = bothAway(district, today).map(({ leader, days, offices }): Matter => {
    const heads = offices.flatMap((id) => officeOf(district, id)?.head || [])
    return {
      row: `away|${leader.id}`,
      state: days,
      rank: 'mend',
      late: 0,
      persons: [...new Set([...coordinators, ...heads])],
      desks: offices,
      line: { say: 'digest.bothAway', with: { leader: leader.label, days } },
      about: { is: 'cover', leader: leader.label, days },
    }
  })
  const gaps = liaisonGaps(district, words, today)
  const kinds = [...new Set(gaps.map(({ gap }) => gap))].map((kind): Matter => {
    const leaders = gaps.filter(({ gap }) => gap === kind).map(({ leader }) => leader.label)
    return {
      row: `gap|${kind}`,
      state: leaders.join('、'),
      rank: 'mend',
      late: 0,
      persons: coordinators,
      desks: [],
      line: { say: `digest.${kind}`, with: { leaders: leaders.join('、') } },
      about: { is: 'letter' },
    }
  })
  return [...away, ...kinds]
}
