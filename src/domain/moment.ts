import { type Day, dayFromNumber, dayNumber, sayDay } from './day'

/** A point in time, milliseconds since 1970-01-01 00:00 UTC. */
export type Moment = number

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
// Asia/Shanghai has been UTC+8 without summer time since 15 September 1991.
const SHANGHAI = 8 * 60 * MINUTE

/** The moment of a day's time `HH:mm` in Asia/Shanghai. Throws RangeError on another form. */
export function momentAt(on: Day, time: string): Moment {
  return dayNumber(on) * DAY + minutesOf(time) * MINUTE - SHANGHAI
}

/** The day in Asia/Shanghai. */
export function dayOf(moment: Moment): Day {
  return dayFromNumber(Math.floor((moment + SHANGHAI) / DAY))
}

/** The time of day in Asia/Shanghai, `HH:mm`, seconds dropped. */
export function timeOf(moment: Moment): string {
  const sinceMidnight = moment + SHANGHAI - Math.floor((moment + SHANGHAI) / DAY) * DAY
  return timeFromMinutes(Math.floor(sinceMidnight / MINUTE))
}

/** 2024年11月15日 12:00, for text and tables. */
export function sayMoment(moment: Moment): string {
  return `${sayDay(dayOf(moment))} ${timeOf(moment)}`
}

/** 2024-11-15 12:00, for columns of records. */
export function sayStamp(moment: Moment): string {
  return `${dayOf(moment)} ${timeOf(moment)}`
}

/** Minutes since midnight of `HH:mm`, up to 24:00. Throws RangeError on another form. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  if (!/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) throw new RangeError(`not a time: ${time}`)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

/** `HH:mm` of so many minutes since midnight. */
export function timeFromMinutes(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** A length of time in the two largest units it has: 2天7小时, 3小时5分钟, 20分钟. */
export const sayLength = (minutes: number): string => {
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor((minutes % 1440) / 60),
    minutes % 60,
  ]
  const said = [
    [days, '天'],
    [hours, '小时'],
    [days > 0 ? 0 : rest, '分钟'],
  ] as const
  return said.map(([count, unit]) => (count > 0 ? `${count}${unit}` : '')).join('') || '0分钟'
}
