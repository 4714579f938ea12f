import { Temporal } from 'temporal-polyfill'

declare const dayBrand: unique symbol

/** A calendar day as text, such as `2024-11-18`; days compare and sort as text. */
export type Day = string & { readonly [dayBrand]: true }

type Known = { day: Day; plain: Temporal.PlainDate; number: number }

const EPOCH = Temporal.PlainDate.from('1970-01-01')
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
  return known(any).plain.dayOfWeek
}

/** 星期一 to 星期日. */
export function weekdayName(any: Day): string {
  return `星期${WEEKDAYS[weekdayOf(any) - 1] ?? ''}`
}

/** The calendar year of the day. */
export function yearOf(any: Day): number {
  return known(any).plain.year
}

/** 2024年3月5日: full year, no padded zero (GB/T 9704-2012 7.3.5.4). */
export function sayDay(any: Day): string {
  return `${yearOf(any)}年${sayMonthDay(any)}`
}

/** 3月5日, where the year is plain from its surroundings. */
export function sayMonthDay(any: Day): string {
  const { plain } = known(any)
  return `${plain.month}月${plain.day}日`
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
  const { plain } = known(first)
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
  const plain = EPOCH.add({ days: number })
  return remember(plain.toString(), plain, number).day
}

function known(text: string): Known {
  const found = byText.get(text)
  if (found) return found
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`not a day: ${text}`)
  const plain = Temporal.PlainDate.from(text, { overflow: 'reject' })
  return remember(text, plain, EPOCH.until(plain, { largestUnit: 'day' }).days)
}

function remember(text: string, plain: Temporal.PlainDate, number: number): Known {
  // The one place where text becomes a Day: it has just been checked or made.
  const made = { day: text as Day, plain, number }
  byText.set(text, made)
  byNumber.set(number, made)
  return made
}
