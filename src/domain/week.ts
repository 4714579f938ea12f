import { addDays, type Day, mondayOf } from './day'
import { dayOf, type Moment, momentAt } from './moment'
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
  /** The Monday after next: 落实情况 is in, the week rests. */
  rests: Moment
  /** Shown where a year's holidays are not known. */
  mark: string | undefined
}

const weekdays = '一二三四五六日'

/** Reads '周五 12:00': the weekday of the week before, and the time. */
const readCutoff = (text: string): { back: number; time: string } => {
  const found = /[周期]?([一二三四五六日天])\s*(\d{1,2}):(\d{2})/.exec(text.replace('：', ':'))
  const weekday = found?.[1] === '天' ? '日' : (found?.[1] ?? '五')
  const time = found ? `${(found[2] ?? '').padStart(2, '0')}:${found[3]}` : '12:00'
  return { back: 7 - weekdays.indexOf(weekday), time }
}

const clockTime = (text: string, fallback: string): string => {
  const found = /^(\d{1,2})[:：](\d{2})$/.exec(text)
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : fallback
}

/** The cut-off of a week: the weekday set, or the working day before it when that one is off (default). */
const cutoffOf = (word: string, monday: Day, settings: Settings, calendar: Calendar) => {
  const planned = addDays(
    monday,
    -readCutoff(settings.text(`${word}.cutoff`, addDays(monday, -3))).back,
  )
  const { time } = readCutoff(settings.text(`${word}.cutoff`, planned))
  const day = previousWorkingDay(calendar, planned)
  return { day, at: momentAt(day, time) }
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
    remind: momentAt(before, clockTime(settings.text(`${word}.remind`, day), '15:00')),
    cutoff: at,
    putUp: at + settings.number(`${word}.grace`, day) * 60_000,
    feedback: momentAt(day, clockTime(settings.text(`${word}.feedback`, day), '17:00')),
    closes: momentAt(monday, '00:00'),
    rests: momentAt(addDays(monday, 14), '00:00'),
    mark: calendarNote(calendar, monday) ?? calendarNote(calendar, addDays(monday, 6)),
  }
}

/** The weeks that are open or not yet at rest at a moment, earliest first. */
export const liveWeeks = (
  word: string,
  now: Moment,
  settings: Settings,
  calendar: Calendar,
): WeekTimes[] => {
  const first = settings.text(`${word}.firstWeek`)
  const today = mondayOf(dayOf(now))
  return [-14, -7, 0, 7, 14, 21]
    .map((days) => addDays(today, days))
    .filter((monday) => first === '' || monday >= first)
    .map((monday) => weekTimes(word, monday, settings, calendar))
    .filter((week) => week.opens <= now && now < week.rests)
}

/** Whether plans of a week can still be handed in. */
export const isOpen = (week: WeekTimes, now: Moment): boolean =>
  week.opens <= now && now < week.closes
