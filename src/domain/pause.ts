import { addDays, type Day } from './day'
import { addWorkingDays, type Calendar, isWorkingDay } from './working-days'

/** A time in which the clock stands still: from a day on, up to the day before `to`. */
export type Pause = { from: Day; to: Day | undefined; why: string }

/**
 * The working days on which the clock stood still, ascending, each once however many pauses hold it;
 * a pause that has no end yet holds the days before today.
 */
export const stoodDays = (pauses: readonly Pause[], today: Day, calendar: Calendar): Day[] => {
  const days = new Set<Day>()
  for (const { from, to } of pauses) {
    for (let at = from; at < (to ?? today); at = addDays(at, 1))
      if (isWorkingDay(calendar, at)) days.add(at)
  }
  return [...days].sort()
}

/**
 * A deadline put off by the working days on which the clock stood still: each that came before it
 * ran out, and of those after that the ones that are past.
 */
export const putOff = (due: Day, pauses: readonly Pause[], today: Day, calendar: Calendar): Day => {
  let until = due
  for (const stood of stoodDays(pauses, today, calendar))
    if (stood <= until || stood < today) until = addWorkingDays(calendar, until, 1)
  return until
}

/** Whether the clock stands still on a day. */
export const standsStill = (pauses: readonly Pause[], on: Day): boolean =>
  pauses.some(({ from, to }) => from <= on && (to === undefined || on < to))
