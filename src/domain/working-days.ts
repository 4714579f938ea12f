import y2024 from 'chinese-days/dist/years/2024.json'
import y2025 from 'chinese-days/dist/years/2025.json'
import y2026 from 'chinese-days/dist/years/2026.json'
import { addDays, type Day, weekdayOf, yearOf } from './day'

/** A row of the calendar sheet (工作日历): a rest day, or a working day at a weekend. */
export type Override = {
  day: Day
  kind: 'off' | 'work'
  note?: string
  /** Stands in the calendar sheet, not in the decree. */
  typed?: boolean
}

export type Calendar = {
  /** What differs from Monday to Friday at work, Saturday and Sunday off. */
  days: ReadonlyMap<Day, Override>
  /** Years whose holiday arrangement is in the data or in the sheet. */
  known: ReadonlySet<number>
}

type Decree = { holidays: Record<string, string>; workdays: Record<string, string> }

// The arrangement is decreed each November and cannot be computed: it is data.
const DECREED = new Map<number, Decree>([
  [2024, y2024],
  [2025, y2025],
  [2026, y2026],
])
// 《全国年节及纪念日放假办法》 Art. 2: the holidays whose date the law itself fixes.
const FIXED_BY_LAW = ['-01-01', '-05-01', '-05-02', '-10-01', '-10-02', '-10-03']

/** The working-day calendar: the decreed years, and the calendar sheet, whose rows win. */
export function calendarOf(overrides: readonly Override[]): Calendar {
  const days = new Map(decreedRows().map((row) => [row.day, row]))
  const known = new Set(DECREED.keys())
  for (const row of overrides) {
    days.set(row.day, { ...row, typed: true })
    known.add(yearOf(row.day))
  }
  return { days, known }
}

/** True on a day offices work, with 调休 counted. */
export function isWorkingDay(calendar: Calendar, any: Day): boolean {
  const row = calendar.days.get(any)
  if (row) return row.kind === 'work'
  if (FIXED_BY_LAW.includes(any.slice(4))) return false
  return weekdayOf(any) <= 5
}

/** Why a day is worked or not though it is a weekday or at a weekend, with the source; '' on a plain day. */
export function whyDay(calendar: Calendar, any: Day): string {
  const row = calendar.days.get(any)
  if (row) {
    const word = row.kind === 'work' ? '上班' : '放假'
    const note = row.note ? (row.kind === 'work' && !row.typed ? `${row.note}调休` : row.note) : ''
    return `${note}${word}，${row.typed ? '工作日历表' : '国务院办公厅通知'}`
  }
  if (FIXED_BY_LAW.includes(any.slice(4))) return '法定日放假，《全国年节及纪念日放假办法》第二条'
  return ''
}

/** The day itself when it is a working day, else the last one before it. */
export function previousWorkingDay(calendar: Calendar, from: Day): Day {
  return isWorkingDay(calendar, from) ? from : step(calendar, from, -1)
}

/** The day itself when it is a working day, else the first one after it. */
export function nextWorkingDay(calendar: Calendar, from: Day): Day {
  return isWorkingDay(calendar, from) ? from : step(calendar, from, 1)
}

/** So many working days later (earlier when negative); the starting day is not counted. */
export function addWorkingDays(calendar: Calendar, from: Day, days: number): Day {
  let at = from
  for (let left = Math.abs(days); left > 0; left--) at = step(calendar, at, days < 0 ? -1 : 1)
  return at
}

/** Working days after the first day up to and with the second; negative when it is earlier. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let at = from; at < to; ) {
    at = addDays(at, 1)
    if (isWorkingDay(calendar, at)) count++
  }
  return count
}

/** The years among these days whose holiday arrangement nobody has entered, ascending. */
export function unknownYears(calendar: Calendar, days: readonly Day[]): number[] {
  const years = new Set(days.map(yearOf).filter((year) => !calendar.known.has(year)))
  return [...years].sort((a, b) => a - b)
}

/** The short mark on a date in a year nobody has entered: 2027年放假安排未录入. */
export function calendarMark(calendar: Calendar, any: Day): string | undefined {
  return calendar.known.has(yearOf(any)) ? undefined : `${yearOf(any)}年放假安排未录入`
}

/** The same in full, saying how such a date was reckoned. */
export function calendarNote(calendar: Calendar, any: Day): string | undefined {
  const mark = calendarMark(calendar, any)
  return mark && `${mark}，按双休日和法定日推算`
}

function step(calendar: Calendar, from: Day, by: 1 | -1): Day {
  let at = addDays(from, by)
  while (!isWorkingDay(calendar, at)) at = addDays(at, by)
  return at
}

function decreedRows(): Override[] {
  return [...DECREED.values()].flatMap(({ holidays, workdays }) => [
    ...rows(holidays, 'off'),
    ...rows(workdays, 'work'),
  ])
}

// A value of the data reads 'Spring Festival,春节,3'. Its days are taken as they are, for speed:
// a test holds every one of them against the calendar.
function rows(named: Record<string, string>, kind: Override['kind']): Override[] {
  return Object.entries(named).map(([text, name]) => {
    const note = name.split(',')[1]
    const on = text as Day
    return note ? { day: on, kind, note } : { day: on, kind }
  })
}
