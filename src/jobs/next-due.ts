import { addDays, mondayOf } from '../domain/day'
import type { District } from '../domain/district'
import { dayOf, type Moment, momentAt } from '../domain/moment'
import { type DailyJob, dailyJobs, jobTime } from '../domain/schedule'
import { weekTimes } from '../domain/week'
import type { Weekly } from '../domain/weekly'

const minute = 60_000

/** The next moment at which something is due without anybody typing. */
export const nextDue = (
  weekly: Weekly[],
  district: District,
  now: Moment,
  { again, exact, mail }: { again: boolean; exact: boolean; mail?: Moment | undefined },
): Moment => {
  if (again) return now + minute
  const today = dayOf(now)
  const { settings, calendar } = district
  const moments = weekly.flatMap(({ registers }) => {
    const word = registers.plan.submission?.settings ?? ''
    return [-14, -7, 0, 7, 14, 21, 28].flatMap((days) => {
      const week = weekTimes(word, addDays(mondayOf(today), days), settings, calendar)
      return [
        week.opens,
        week.remind,
        week.cutoff,
        week.putUp,
        // A version that still waits then is told at once.
        week.feedback - 60 * minute,
        week.feedback,
        week.closes,
        week.rests,
      ]
    })
  })
  const days = [today, addDays(today, 1)]
  const daily = [
    // Lights change with the day.
    ...days.map((day) => momentAt(day, '00:00')),
    ...days.map((day) => momentAt(day, settings.time('digest.time', day))),
    ...(Object.keys(dailyJobs) as DailyJob[]).flatMap((job) =>
      days.map((day) => jobTime(district, job, momentAt(day, '00:00'))),
    ),
  ]
  // A letter that was not taken is tried again at its own moment.
  const letters = mail === undefined ? [] : [mail]
  const hint = exact ? [] : [now + 30 * minute]
  return Math.min(...[...moments, ...daily, ...letters, ...hint].filter((moment) => moment > now))
}
