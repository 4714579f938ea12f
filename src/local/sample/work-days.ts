import { createRequire } from 'node:module'
import * as v from 'valibot'
import { dayAfter } from './days'

const decree = v.object({
  holidays: v.record(v.string(), v.unknown()),
  workdays: v.record(v.string(), v.unknown()),
})

// The package's own functions read a day in the time zone of the machine, its data do not.
const required = createRequire(import.meta.url)
const decrees = [2024, 2025, 2026].map((year) =>
  v.parse(decree, required(`chinese-days/dist/years/${year}.json`)),
)

/** 《全国年节及纪念日放假办法》 Art. 2: the holidays whose date the law itself fixes. */
const fixedByLaw = ['-01-01', '-05-01', '-05-02', '-10-01', '-10-02', '-10-03']

/** Whether people of the sample are at work on a day, with 调休 counted where it is decreed. */
export function isWorkDay(day: string): boolean {
  if (decrees.some(({ workdays }) => Object.hasOwn(workdays, day))) return true
  if (decrees.some(({ holidays }) => Object.hasOwn(holidays, day))) return false
  if (fixedByLaw.includes(day.slice(4))) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday > 0 && weekday < 6
}

/** Whether a day belongs to a public holiday, weekends within it too. */
export function isFestival(day: string): boolean {
  return (
    fixedByLaw.includes(day.slice(4)) ||
    decrees.some(({ holidays }) => Object.hasOwn(holidays, day))
  )
}

/** The working day so many working days after a day (before it when negative). */
export function workDayAfter(day: string, count: number): string {
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    at = dayAfter(at, count < 0 ? -1 : 1)
    if (isWorkDay(at)) left -= 1
  }
  return at
}

/** The working days from one day to another, both counted in. */
export function workDays(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = dayAfter(day, 1)) if (isWorkDay(day)) days.push(day)
  return days
}

/** A day as offices write it: 2026年11月5日. */
export function chineseDay(day: string): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}
