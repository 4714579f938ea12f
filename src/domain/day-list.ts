import { addDays, type Day, daysBetween, sayMonthDay, weekdayName, yearOf } from './day'
import { type Calendar, isWorkingDay, whyDay } from './working-days'

/** The days after the first up to and with the second. */
export const daysAfter = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, i) => addDays(from, i + 1))

/** As many days as are said one by one; more are said as stretches. */
const oneByOne = 10

const stretches = (days: readonly Day[]): [first: Day, last: Day][] => {
  const found: [Day, Day][] = []
  for (const day of days) {
    const last = found[found.length - 1]
    if (last && days.length > oneByOne && daysBetween(last[1], day) === 1) last[1] = day
    else found.push([day, day])
  }
  return found
}

/** Days one after the other: 11月25日、26日、12月2日; a year is said where it turns. */
export const sayDays = (days: readonly Day[]): string => {
  let before = days[0]
  const say = (day: Day, first: boolean): string => {
    const turns = before !== undefined && yearOf(before) !== yearOf(day)
    const same = !first && !turns && before?.slice(0, 7) === day.slice(0, 7)
    before = day
    if (same) return `${Number(day.slice(8))}日`
    return turns ? `${yearOf(day)}年${sayMonthDay(day)}` : sayMonthDay(day)
  }
  return stretches(days)
    .map(([from, to], i) => {
      const start = say(from, i === 0)
      return from === to ? start : `${start}—${say(to, false)}`
    })
    .join('、')
}

const byReason = (days: readonly Day[], reason: (day: Day) => string): [string, Day[]][] =>
  [...new Set(days.map(reason))].map((why) => [why, days.filter((day) => reason(day) === why)])

/** What is no plain day of a stretch: rest days left out, weekends worked, each with its source. */
export const sayExceptions = (calendar: Calendar, days: readonly Day[]): string[] => {
  const rest = days.filter((day) => !isWorkingDay(calendar, day))
  const worked = days.filter((day) => isWorkingDay(calendar, day) && whyDay(calendar, day) !== '')
  const off = byReason(rest, (day) => whyDay(calendar, day) || '周末').map(
    ([why, those]) => `${sayDays(those)}（${why}）`,
  )
  const on = worked.map(
    (day) => `${sayMonthDay(day)}（${weekdayName(day)}，${whyDay(calendar, day)}）`,
  )
  return [
    ...(off.length > 0 ? [`不计的休息日：${off.join('；')}`] : []),
    ...(on.length > 0 ? [`按工作日计的调休日：${on.join('；')}`] : []),
  ]
}
