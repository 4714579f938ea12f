import { addDays, type Day, day } from './day'

/** The last day of the calendar quarter that lies so many quarters after the one of a day. */
export const quarterEnd = (on: Day, later = 0): Day => {
  const months = Number(on.slice(0, 4)) * 12 + Math.floor((Number(on.slice(5, 7)) - 1) / 3) * 3
  const next = months + 3 * (later + 1)
  const first = `${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}-01`
  return addDays(day(first), -1)
}
