import { contactsOf, type District, type Leader, type Person, withRole } from './district'
import { type Due, type Maker, placeOf, range } from './letter'
import { clashWord, personReader } from './readers'
import { type WeekJudged, type Weekly, weekMark } from './weekly'

/** The liaisons of some leaders, A and B; those of the office where a leader has none. */
const liaisonsOf = (district: District, leaders: string[]): Person[] =>
  district.leaders
    .filter((leader) => leaders.includes(leader.id))
    .flatMap((leader) => {
      const named = [leader.liaisonA, leader.liaisonB]
      const own = district.people.filter((person) => named.includes(person.id))
      return own.length > 0 ? own : contactsOf(district, leader.office)
    })

/** Whether a leader of a clash is served by an office, whose liaison hears of it for him. */
const isOf =
  (leaders: string[], office: string) =>
  (leader: Leader): boolean =>
    leaders.includes(leader.id) && leader.office === office

/** Tells of clashes nobody was told of before. */
export const clashing = (
  { district, control, state, now }: Maker,
  weekly: Weekly,
  judged: WeekJudged,
): Due[] => {
  const plan = weekly.registers.plan
  const { week } = judged
  if (now >= week.ends) return []
  const open = judged.clashes.flatMap((clash) => {
    const seen = state.clashes.get(`${plan.id}|${week.monday}|${clash.key}`)
    return seen ? [{ clash, seen }] : []
  })
  const coordinators = withRole(district, '统筹')
  return [...new Set(open.map(({ seen }) => seen.batch))].flatMap((batch) => {
    const here = open.filter(({ seen }) => seen.batch === batch)
    // Of two offices with a line of one leader both are told, not only the one that serves him.
    const concerned = new Map(
      here.map(({ clash }) => [
        clash,
        [
          ...liaisonsOf(district, clash.leaders),
          ...clash.offices
            .filter((id) => !district.leaders.some(isOf(clash.leaders, id)))
            .flatMap((id) => contactsOf(district, id)),
        ],
      ]),
    )
    const people = new Set([...coordinators, ...[...concerned.values()].flat()])
    return [...people].map((person) => {
      const coordinates = coordinators.includes(person)
      const mine = here.filter(
        ({ clash }) => coordinates || concerned.get(clash)?.includes(person) === true,
      )
      const facts = { week: range(week.monday), count: mine.length, batch }
      const reader = personReader(district, plan.approval?.settings, person, week.monday)
      const words = mine.map(({ clash }) => clashWord(reader, clash))
      const kinds = [...new Set(words)]
      return {
        key: `${person.id}|clash|${weekMark(weekly.registers, week.monday)}|${batch}`,
        kind: 'clash',
        person: person.id,
        about: week.monday,
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
    })
  })
}
