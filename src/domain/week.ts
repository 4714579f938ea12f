import { addDays, type Day, mondayOf } from './day'
import { dayOf, type Moment, momentAt } from './moment'
import { isProblem } from './problem'
import { readDay } from './read-day'
import type { Settings } from './setting'
import { type Calendar, calendarNote, previousWorkingDay } from './working-days'

/** The moments of one week of a register that is handed in weekly. */
export type WeekTimes = {
  monday: Day
  sunday: Day
  /** The cut-off of the week before. */
  opens: Moment
  remind: Moment
  cutoff: Moment
  /** Cut-off and grace: the consolidated table is put up. */
  putUp: Moment
  feedback: Moment
  /** Its own Monday 00:00: nothing is filed after it. */
  closes: Moment
  /** The end of its Sunday. */
  ends: Moment
  /** The Monday after next: 落实情况 is in, the week rests. */
  rests: Moment
  /** Shown where a year's holidays are not known. */
  mark: string | undefined
}

const weekdays = '一二三四五六日'

/** How many days before its Monday a week's cut-off is, from the weekday in a text such as 周五 12:00. */
const daysBefore = (text: string): number => {
  const weekday = /[周期]([一二三四五六日天])/.exec(text)?.[1]?.replace('天', '日') ?? '五'
  return 7 - weekdays.indexOf(weekday)
}

/** The cut-off of a week: the weekday set, or the working day before it when that one is off (default). */
const cutoffOf = (word: string, monday: Day, settings: Settings, calendar: Calendar) => {
  const key = `${word}.cutoff`
  const planned = addDays(monday, -daysBefore(settings.text(key, addDays(monday, -3))))
  const day = previousWorkingDay(calendar, planned)
  return { day, at: momentAt(day, settings.time(key, planned)) }
}

/** All the moments of a week; a preparatory cut-off moves to the previous working day (default). */
export const weekTimes = (
  word: string,
  monday: Day,
  settings: Settings,
  calendar: Calendar,
): WeekTimes => {
  const { day, at } = cutoffOf(word, monday, settings, calendar)
  const before = previousWorkingDay(calendar, addDays(day, -1))
  return {
    monday,
    sunday: addDays(monday, 6),
    opens: cutoffOf(word, addDays(monday, -7), settings, calendar).at,
    remind: momentAt(before, settings.time(`${word}.remind`, day)),
    cutoff: at,
    putUp: at + settings.number(`${word}.grace`, day) * 60_000,
    feedback: momentAt(day, settings.time(`${word}.feedback`, day)),
    closes: momentAt(monday, '00:00'),
    ends: momentAt(addDays(monday, 7), '00:00'),
    rests: momentAt(addDays(monday, 14), '00:00'),
    mark: calendarNote(calendar, monday) ?? calendarNote(calendar, addDays(monday, 6)),
  }
}

/** The first week that is handed in, by its Monday; undefined where none is set or it cannot be read. */
export const firstWeek = (word: string, settings: Settings, near: Day): Day | undefined => {
  const set = settings.text(`${word}.firstWeek`)
  const read = set === '' ? undefined : readDay(set, { near })
  return read && !isProblem(read) ? mondayOf(read.day) : undefined
}

/** The weeks that are open or not yet at rest at a moment, earliest first. */
export const liveWeeks = (
  word: string,
  now: Moment,
  settings: Settings,
  calendar: Calendar,
): WeekTimes[] => {
  const today = mondayOf(dayOf(now))
  const first = firstWeek(word, settings, today)
  return [-14, -7, 0, 7, 14, 21]
    .map((days) => addDays(today, days))
    .filter((monday) => first === undefined || monday >= first)
    .map((monday) => weekTimes(word, monday, settings, calendar))
    .filter((week) => week.opens <= now && now < week.rests)
}

/** Whether plans of a week can still be handed in. */
export const isOpen = (week: WeekTimes, now: Moment): boolean =>
  week.opens <= now && now < week.closes
