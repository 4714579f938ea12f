import { addDays, type Day, day, daysBetween, mondayOf, sayDay, weekdayName, yearOf } from './day'
import { halfWidth } from './half-width'
import { isProblem, type Problem, quote } from './problem'
import { SMALL_NUMBER, smallNumber } from './small-number'

/** What a short date is read against: the week of the plan, and the day it is typed. */
export type DayContext = { monday?: Day; near?: Day }

/** The day understood, what was typed after it, and how a short form was taken. */
export type DayReading = { day: Day; rest: string; note?: string }

/** A day found at the start of a text: `explicit` when nothing had to be guessed. */
type Found = { day: Day; length: number; explicit: boolean }
type Form = { pattern: RegExp; read: (groups: string[], context: DayContext) => Taken }
type Taken = { day: Day; explicit?: boolean } | Problem | undefined

const N = `(${SMALL_NUMBER})`
const WEEKDAY = '(?:周|星期|礼拜)([一二三四五六日天])'
const RANGE = new RegExp(
  `^\\s*(?:[-—–~至到、和]+)\\s*(?:${N}\\s*月\\s*)?(?:${N}\\s*[日号]|${WEEKDAY}|\\d{1,2}[./月]\\d{1,2}(?![\\d:]))`,
)
const SEVERAL_DAYS = new RegExp(`^${N}\\s*[-—–~至到、]+\\s*${N}\\s*[日号]`)

const FORMS: readonly Form[] = [
  {
    pattern: /^(\d{4})\s*(?:-|\/|年)\s*(\d{1,2})\s*(?:-|\/|月)\s*(\d{1,2})(?!\d)\s*[日号]?/,
    read: ([y, m, d]) => ({ day: exactDay(Number(y), Number(m), Number(d)), explicit: true }),
  },
  { pattern: /^(\d{4})(\d{2})(\d{2})(?!\d)/, read: ([y, m, d]) => inYear(Number(y), m, d) },
  {
    pattern: new RegExp(`^(\\d{4}|\\d{2})\\s*年\\s*${N}\\s*月\\s*${N}\\s*[日号]?`),
    read: ([y, m, d]) => inYear(Number(y), m, d),
  },
  {
    pattern: /^(\d{4}|\d{2})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)/,
    read: ([y, , m, d]) => inYear(Number(y), m, d),
  },
  {
    pattern: new RegExp(`^${N}\\s*(?:月|[-./])\\s*${N}(?!\\d|\\s*[点时:])\\s*[日号]?`),
    read: ([m, d], context) => nearestYear(number(m), number(d), context),
  },
  {
    pattern: new RegExp(`^${N}\\s*[日号]`),
    read: ([d], context) => nearestMonth(number(d), context),
  },
  { pattern: new RegExp(`^(上|本|这|下)?个?${WEEKDAY}`), read: ofWeek },
  { pattern: /^(\d{1,2})$/, read: ([d], context) => inPlanWeek(number(d), context) },
  { pattern: /^(今|明|后)[天日]/, read: fromToday },
]

/** Reads a day in any usual form; the year or month left out is the one nearest the context. */
export function readDay(typed: string, context: DayContext): DayReading | Problem {
  const text = halfWidth(typed).trim()
  if (SEVERAL_DAYS.test(text)) return severalDays(typed)
  for (const form of FORMS) {
    const found = take(form, text, context)
    if (!found) continue
    if (isProblem(found)) return found
    const rest = halfWidthTrimmed(typed, found.length)
    return RANGE.test(halfWidth(rest)) ? severalDays(typed) : told(found, text, rest)
  }
  return notADay(typed)
}

function take(form: Form, text: string, context: DayContext): Found | Problem | undefined {
  const match = form.pattern.exec(text)
  if (!match) return undefined
  const written = match[0].trimEnd()
  try {
    const taken = form.read(match.slice(1), context)
    if (!taken || isProblem(taken)) return taken && { problem: `${quote(written)}${taken.problem}` }
    return { day: taken.day, length: written.length, explicit: taken.explicit === true }
  } catch (error) {
    if (error instanceof RangeError) return notADay(written)
    throw error
  }
}

// halfWidth keeps the length, so the rest can be given as it was typed.
function halfWidthTrimmed(typed: string, length: number): string {
  return typed.trim().slice(length).trim()
}

function told(found: Found, text: string, rest: string): DayReading {
  const notes = [
    found.explicit ? '' : `${quote(text.slice(0, found.length))}按${sayDay(found.day)}理解`,
    weekdayDiffers(found.day, rest),
  ].filter((note) => note !== '')
  const reading = { day: found.day, rest }
  return notes.length === 0 ? reading : { ...reading, note: notes.join('；') }
}

function weekdayDiffers(understood: Day, rest: string): string {
  const said = new RegExp(`^[\\s(（]*${WEEKDAY}`).exec(rest)?.[1]?.replace('天', '日')
  const right = weekdayName(understood)
  if (said === undefined || right.endsWith(said)) return ''
  return `${sayDay(understood)}是${right}，不是星期${said}，请核对`
}

function exactDay(year: number, month: number, date: number): Day {
  const two = (part: number) => String(part).padStart(2, '0')
  return day(`${year}-${two(month)}-${two(date)}`)
}

function inYear(year: number, month: string | undefined, date: string | undefined): Taken {
  return { day: exactDay(year < 100 ? 2000 + year : year, number(month), number(date)) }
}

function nearestYear(month: number, date: number, context: DayContext): Taken {
  const near = context.monday ?? context.near
  if (!near) return { problem: '没有年份，请填如 2024年11月20日' }
  const years = [-1, 0, 1].map((by) => yearOf(near) + by)
  // Half a year at most: 2月29日 of a common year is a slip, not the leap year before.
  return nearest(near, candidates(years.map((year) => [year, month, date])), 184)
}

function nearestMonth(date: number, context: DayContext): Taken {
  const near = context.monday ?? context.near
  if (!near) return { problem: '没有月份，请填如 11月20日' }
  const months = [-31, 0, 31].map((by) => addDays(near, by))
  const made = months.map((m): [number, number, number] => [yearOf(m), Number(m.slice(5, 7)), date])
  return nearest(context.monday ? addDays(near, 3) : near, candidates(made), 45)
}

function inPlanWeek(date: number, { monday }: DayContext): Taken {
  if (!monday) return undefined
  const week = [0, 1, 2, 3, 4, 5, 6].map((by) => addDays(monday, by))
  const found = week.find((any) => Number(any.slice(8)) === date)
  return found && { day: found }
}

function nearest(near: Day, days: Day[], within: number): Taken {
  const far = (any: Day) => Math.abs(daysBetween(near, any))
  const [first] = days.sort((a, b) => far(a) - far(b))
  if (first === undefined || far(first) > within) throw new RangeError('no such day')
  return { day: first }
}

function candidates(parts: [number, number, number][]): Day[] {
  return parts.flatMap(([year, month, date]) => {
    try {
      return [exactDay(year, month, date)]
    } catch (error) {
      if (error instanceof RangeError) return []
      throw error
    }
  })
}

function ofWeek([which, name]: (string | undefined)[], { monday, near }: DayContext): Taken {
  // 下周三 is said from the day of typing; 周三 and 本周三 are of the plan's week. In a row that has
  // its week 下周 is that week: plans are written the week before.
  const base = which === '上' || which === '下' ? (near ?? monday) : (monday ?? near)
  if (!base) return { problem: '不知是哪一周，请填如 11月20日' }
  const weeks = which === '上' ? -1 : which === '下' && near ? 1 : 0
  const index = '一二三四五六日'.indexOf((name ?? '').replace('天', '日'))
  return { day: addDays(mondayOf(base), weeks * 7 + index) }
}

function fromToday([which]: (string | undefined)[], { near }: DayContext): Taken {
  if (!near) return { problem: '不知从哪天算起，请填如 11月20日' }
  return { day: addDays(near, '今明后'.indexOf(which ?? '')) }
}

function number(text: string | undefined): number {
  return smallNumber(text ?? '') ?? 0
}

function notADay(typed: string): Problem {
  return { problem: `${quote(typed)}不是日期，请填如 11月20日` }
}

function severalDays(typed: string): Problem {
  return { problem: `${quote(typed)}不止一天，请一天填一行，如 11月20日` }
}
