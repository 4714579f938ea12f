import { type Due, type Maker, placeOf } from './letter'
import { matterKey } from './matter'
import { missingMatters } from './week-matters'
import { type WeekJudged, type Weekly, weekMark } from './weekly'

/** How long after the cut-off its note may still go, where a run was late. */
const noteFor = 2 * 60 * 60_000

/** At the cut-off who coordinates and who operates are told which offices are missing, digest or not. */
export const cutOffNote = (maker: Maker, weekly: Weekly, judged: WeekJudged): Due[] => {
  const { district, control, now } = maker
  const { week } = judged
  const [missing] = missingMatters(maker, weekly, judged)
  if (!missing || now > week.putUp + noteFor) return []
  return district.people
    .filter(({ id }) => missing.persons.includes(id))
    .map((person) => ({
      key: `${person.id}|cutoff|${weekMark(weekly.registers, week.monday)}`,
      kind: 'cutoff',
      person: person.id,
      about: week.monday,
      leaves: 'atOnce',
      tells: [matterKey(missing)],
      content: {
        subject: { say: 'cutoff.subject', with: missing.line.with },
        opening: { say: 'cutoff.opening', with: missing.line.with },
        groups: [],
        ...placeOf(district, control, person),
      },
    }))
}
