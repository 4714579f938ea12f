import type { WatchedClash } from './clash-watch'
import { clashKey } from './clash-watch'
import { addDays } from './day'
import { isAfterDigest } from './digest'
import { isAway, type Person, withRole } from './district'
import { type Due, type Maker, placeOf, range } from './letter'
import { concernedBy } from './liaison'
import { matterKey } from './matter'
import { dayOf } from './moment'
import { clashWord, personReader } from './readers'
import { allClashes, clashRow } from './week-matters'
import { type WeekJudged, type Weekly, weekMark } from './weekly'
import { nextWorkingDay } from './working-days'

type Near = { clash: WatchedClash; batch: number; people: Person[] }

/** The letter of one person about the near clashes of one batch. */
const clashLetter = (
  maker: Maker,
  weekly: Weekly,
  judged: WeekJudged,
  person: Person,
  near: readonly Near[],
): Due => {
  const { district, control } = maker
  const { week } = judged
  const plan = weekly.registers.plan
  const batch = near[0]?.batch ?? 0
  const facts = { week: range(week.monday), count: near.length, batch }
  const reader = personReader(district, plan.approval?.settings, person, week.monday)
  const words = near.map(({ clash }) => clashWord(reader, clash))
  const kinds = [...new Set(words)]
  const rows = near.map(({ clash }) => clashRow(weekly, week.monday, clash.key))
  // Who coordinates is told of the clashes of a week together, in the digest too.
  const told = person.roles.includes('统筹')
    ? allClashes(maker, weekly, judged).map(matterKey)
    : rows.map((row) => matterKey({ row, state: '' }))
  return {
    key: `${person.id}|clash|${weekMark(weekly.registers, week.monday)}|${batch}`,
    kind: 'clash',
    person: person.id,
    about: week.monday,
    leaves: 'informs',
    tells: told,
    content: {
      subject: { say: 'clash.subject', with: facts },
      opening: { say: 'clash.opening', with: facts },
      groups: [
        {
          head: 'kinds',
          lines: kinds.map((kind) => ({
            say: 'clash.kind',
            with: { kind, count: words.filter((word) => word === kind).length },
          })),
        },
      ],
      ...placeOf(district, control, person),
    },
  }
}

/**
 * Tells of clashes that came up after this morning's digest and whose day is today or the next working
 * day; those further off stand in the next digest (domain 2.10).
 */
export const clashing = (maker: Maker, weekly: Weekly, judged: WeekJudged): Due[] => {
  const { district, state, now } = maker
  const plan = weekly.registers.plan
  if (now >= judged.week.ends) return []
  const today = dayOf(now)
  const next = nextWorkingDay(district.calendar, addDays(today, 1))
  const coordinators = withRole(district, '统筹')
  const near = judged.clashes
    .filter(({ day, severity }) => severity === 'warn' && day >= today && day <= next)
    .flatMap((clash): Near[] => {
      const seen = state.clashes.get(clashKey(plan, clash))
      if (!seen) return []
      const people = [...coordinators, ...concernedBy(district, clash, today)]
      return [{ clash, batch: seen.batch, people }]
    })
  const made = [...new Set(near.map(({ batch }) => batch))].flatMap((batch) => {
    const here = near.filter((each) => each.batch === batch)
    return [...new Set(here.flatMap(({ people }) => people))]
      .filter(({ id }) => !isAway(district, id, today))
      .map((person) => {
        const mine = here.filter(({ people }) => people.includes(person))
        return clashLetter(maker, weekly, judged, person, mine)
      })
  })
  // One that went before stays what it is; a new one is made only once the digest has gone.
  return made.filter(({ key }) => state.letters.has(key) || isAfterDigest(maker))
}
