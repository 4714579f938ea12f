import { addDays, mondayOf } from '../domain/day'
import { type Duty, dutiesOf, type FiledAs, filedAs } from '../domain/duty'
import { dayOf } from '../domain/moment'
import { type WeekTimes, weekTimes } from '../domain/week'
import type { Weekly } from '../domain/weekly'
import { trendWeeks } from '../wording/pages/trend'
import type { Run } from './run'

/** How one week was filed, by office. */
export type WeekCount = {
  week: WeekTimes
  duties: Duty[]
  inTime: number
  late: number
  missing: number
}

const countWeek = (week: WeekTimes, duties: Duty[]): WeekCount => {
  const count = (as: FiledAs): number => duties.filter((duty) => filedAs(duty) === as).length
  return { week, duties, inTime: count('按时'), late: count('补报'), missing: count('未报') }
}

/** The last weeks whose cut-off has passed, oldest first. */
export const dueWeeks = (
  { district, journal }: Run,
  { registers: { plan } }: Weekly,
): WeekTimes[] => {
  const word = plan.submission?.settings ?? ''
  const first = district.settings.text(`${word}.firstWeek`)
  const next = addDays(mondayOf(dayOf(journal.at)), 14)
  return Array.from({ length: trendWeeks + 4 }, (_, i) => addDays(next, -7 * i))
    .filter((monday) => first === '' || monday >= first)
    .map((monday) => weekTimes(word, monday, district.settings, district.calendar))
    .filter((week) => week.putUp <= journal.at)
    .slice(0, trendWeeks)
    .reverse()
}

/** How the last weeks whose cut-off has passed were filed, oldest first. */
export const countWeeks = (run: Run, weekly: Weekly): WeekCount[] => {
  const { district, journal } = run
  const { plan, handIn } = weekly.registers
  return dueWeeks(run, weekly).map((week) => {
    const judged = weekly.weeks.find((each) => each.week.monday === week.monday)
    const past = () => dutiesOf(journal.state, plan, handIn, district, week, [], journal.at)
    return countWeek(week, judged?.duties ?? past())
  })
}
