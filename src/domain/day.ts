import { Temporal } from 'temporal-polyfill'

declare const dayBrand: unique symbol

/** A calendar day as text, such as `2024-11-18`; days compare and sort as text. */
export type Day = string & { readonly [dayBrand]: true }

type Known = { day: Day; number: number; year: number; month: number; date: number }

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const

// A year of plans asks for the same few hundred days again and again.
const byText = new Map<string, Known>()
const byNumber = new Map<number, Known>()

/** The day written `YYYY-MM-DD`. Throws RangeError on anything else, 30 February included. */
export function day(text: string): Day {
  return known(text).day
}

/** The day so many days later (earlier when negative). */
export function addDays(from: Day, days: number): Day {
  return dayFromNumber(dayNumber(from) + days)
}

/** Days from the first day to the second, negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The Monday of the week the day is in (Monday is day 1, GB/T 7408.1-2023). */
export function mondayOf(any: Day): Day {
  return addDays(any, 1 - weekdayOf(any))
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(any: Day): number {
  // 1 January 1970 was a Thursday.
  return ((((known(any).number + 3) % 7) + 7) % 7) + 1
}

/** 星期一 to 星期日. */
export function weekdayName(any: Day): string {
  return `星期${WEEKDAYS[weekdayOf(any) - 1] ?? ''}`
}

/** The calendar year of the day. */
export function yearOf(any: Day): number {
  return known(any).year
}

/** 2024年3月5日: full year, no padded zero (GB/T 9704-2012 7.3.5.4). */
export function sayDay(any: Day): string {
  return `${yearOf(any)}年${sayMonthDay(any)}`
}

/** 3月5日, where the year is plain from its surroundings. */
export function sayMonthDay(any: Day): string {
  const { month, date } = known(any)
  return `${month}月${date}日`
}

/** 2024年11月18日—11月24日; the year is said again only when it changes. */
export function sayRange(first: Day, last: Day): string {
  if (first === last) return sayDay(first)
  return `${sayDay(first)}—${yearOf(first) === yearOf(last) ? sayMonthDay(last) : sayDay(last)}`
}

export type WeekTitle = { title: string; year: number; number: number; label: string }

/** How a week is headed: its days, and its number in the year that owns it (GB/T 7408.1-2023). */
export function weekTitle(monday: Day): WeekTitle {
  const first = mondayOf(monday)
  const plain = Temporal.PlainDate.from(first)
  const number = plain.weekOfYear ?? 0
  const title = sayRange(first, addDays(first, 6))
  return { title, year: plain.yearOfWeek ?? plain.year, number, label: `（第${number}周）` }
}

/** Days since 1970-01-01: what two days' distance and a moment's day are counted with. */
export function dayNumber(any: Day): number {
  return known(any).number
}

/** The day so many days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  const found = byNumber.get(number)
  if (found) return found.day
  return remember(number).day
}

function known(text: string): Known {
  const found = byText.get(text)
  if (found) return found
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const made = year === '' ? undefined : remember(numberOf(+year, +month, +date))
  if (made?.day !== text) throw new RangeError(`not a day: ${text}`)
  return made
}

// Days are counted here and not by Temporal, whose dates took 5 of the 100 ms of a tick.
// Years begin in March, so that the day a leap year adds is the last of a year.
function numberOf(year: number, month: number, date: number): number {
  const y = month > 2 ? year : year - 1
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - 719_468
}

function remember(number: number): Known {
  const era = Math.floor((number + 719_468) / 146_097)
  const inEra = number + 719_468 - era * 146_097
  const ofEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) /
      365,
  )
  const inYear = inEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100))
  const fromMarch = Math.floor((5 * inYear + 2) / 153)
  const date = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = ofEra + era * 400 + (month <= 2 ? 1 : 0)
  const two = (part: number) => String(part).padStart(2, '0')
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
  // The one place where text becomes a Day: it has just been made.
  const made = { day: text as Day, number, year, month, date }
  byText.set(text, made)
  byNumber.set(number, made)
  return made
}
