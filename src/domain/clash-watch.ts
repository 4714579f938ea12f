import { type Clash, clashesOf } from './clash'
import type { District } from './district'
import type { Duty } from './duty'
import type { Journal } from './event'
import { keeperOf } from './kept-lines'
import { awayArea } from './leaves-area'
import { engagementOf, type PlanLine } from './plan-line'
import type { PublishedLine } from './published'
import type { KeptRow } from './readers'
import type { Register } from './register'
import { type State } from './state'
import { publishedLines, versionKey } from './version-text'

/** A clash with the lines it joins, and the offices they are of. */
export type WatchedClash = Clash & { week: string; offices: string[]; lines: KeptRow[] }

/** The lines that count for clashes: what was given back, and of the other offices what they filed. */
const standingLines = (
  state: State,
  register: Register,
  district: District,
  week: string,
  duties: Duty[],
  lines: PlanLine[],
) => {
  const version = state.versions.get(versionKey(register, week))
  const given = version && version.issued > 0 ? version.holds : []
  const filed = duties.filter((duty) => duty.complete).map((duty) => duty.office)
  const issued = publishedLines(state, register, week)
    .filter((line) => line.mark !== '取消')
    .map((line: PublishedLine) => ({
      row: { id: line.id },
      values: line.values,
      leader: district.leaders.find(
        (each) => each.id === line.values[register.submission?.who ?? ''],
      ),
      office: line.office,
      nothing: false,
    }))
  const fresh = lines.filter(
    (line) => line.week === week && filed.includes(line.office) && !given.includes(line.office),
  )
  return [...issued, ...fresh]
}

/** The clashes of a week as it stands. */
export const clashesOfWeek = (
  state: State,
  register: Register,
  district: District,
  week: string,
  duties: Duty[],
  lines: PlanLine[],
): WatchedClash[] => {
  if (!register.clash) return []
  const standing = standingLines(state, register, district, week, duties, lines)
  const area = awayArea(district)
  const engagements = standing.flatMap((line) => engagementOf(register, line, area) ?? [])
  const offices = new Map(engagements.map((one) => [one.id, one.office]))
  const keeper = keeperOf(register, lines, publishedLines(state, register, week))
  return clashesOf(engagements).map((clash) => ({
    ...clash,
    week,
    offices: [...new Set(clash.ids.map((id) => offices.get(id) ?? ''))],
    lines: clash.ids.map((id) => keeper({ id, office: offices.get(id) ?? '' })),
  }))
}

export const clashKey = (register: Register, clash: WatchedClash): string =>
  `${register.id}|${clash.week}|${clash.key}`

/** Notes the clashes nobody has been told of yet as the next batch of their week. */
export const watch = (journal: Journal, register: Register, clashes: WatchedClash[]): void => {
  const news = clashes.filter((clash) => !journal.state.clashes.has(clashKey(register, clash)))
  for (const week of new Set(news.map((clash) => clash.week))) {
    const batches = [...journal.state.clashes]
      .filter(([key]) => key.startsWith(`${register.id}|${week}|`))
      .map(([, seen]) => seen.batch)
    const batch = Math.max(0, ...batches) + 1
    for (const clash of news.filter((each) => each.week === week)) {
      journal.set('clashes', clashKey(register, clash), { week, batch, offices: clash.offices })
    }
  }
}
