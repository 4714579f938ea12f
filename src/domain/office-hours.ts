import { addDays, type Day } from './day'
import type { District } from './district'
import { dayOf, type Moment, momentAt } from './moment'
import { isWorkingDay, nextWorkingDay } from './working-days'

/** A half-day at the office, by its first and last moment. */
export type HalfDay = { from: Moment; to: Moment }

const minute = 60_000

/** The half-days of a day, none on a rest day; hours differ by season (`office.hours`, default). */
export const halfDaysOf = ({ calendar, settings }: District, on: Day): HalfDay[] => {
  if (!isWorkingDay(calendar, on)) return []
  return settings.list('office.hours', on).flatMap((span) => {
    const [from = '', to = ''] = span.split('-')
    return /^\d{2}:\d{2}$/.test(from) && /^\d{2}:\d{2}$/.test(to)
      ? [{ from: momentAt(on, from), to: momentAt(on, to) }]
      : []
  })
}

/** Whether what asks for something may leave: in office hours, until half an hour before their end. */
export const mayAsk = (district: District, now: Moment): boolean => {
  const halfDays = halfDaysOf(district, dayOf(now))
  return halfDays.some(({ from, to }, i) => {
    const last = i === halfDays.length - 1 ? to - 30 * minute : to
    return from <= now && now <= last
  })
}

/** Whether what only informs may leave: on working days from the first office hour until `mail.until`. */
export const mayInform = (district: District, now: Moment): boolean => {
  const today = dayOf(now)
  const [first] = halfDaysOf(district, today)
  const until = momentAt(today, district.settings.time('mail.until', today))
  return first !== undefined && first.from <= now && now <= until
}

/** The next moment at which an office begins to work. */
export const nextOpening = (district: District, now: Moment): Moment => {
  const today = dayOf(now)
  const next = nextWorkingDay(district.calendar, addDays(today, 1))
  const starts = [today, next].flatMap((on) => halfDaysOf(district, on).map(({ from }) => from))
  return starts.find((from) => from > now) ?? momentAt(next, '09:00')
}

/**
 * So much office time later, at a full hour: by when something can be asked for (half a day, default).
 * What is asked at night or on a rest day begins with the next office hour.
 */
export const officeTimeLater = (district: District, now: Moment, minutes: number): Moment => {
  let left = minutes * minute
  let on = dayOf(now)
  for (let days = 0; days < 30; days++, on = addDays(on, 1)) {
    for (const { from, to } of halfDaysOf(district, on)) {
      const start = Math.max(from, now)
      if (start >= to) continue
      if (to - start >= left) {
        const hour = Math.ceil((start + left) / (60 * minute)) * 60 * minute
        return Math.min(hour, Math.max(to, start + left))
      }
      left -= to - start
    }
  }
  return now + left
}
