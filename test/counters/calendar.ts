// Days off on a weekday and working days at a weekend, as the notices of the State Council's
// General Office for 2024, 2025 and 2026 give them; typed here once more on purpose.
const off = `

2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-03 2025-02-04 2025-04-04
2025-05-01 2025-05-02 2025-05-05 2025-06-02 2025-10-01 2025-10-02 2025-10-03 2025-10-06
2025-10-07 2025-10-08 2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19
2026-02-20 2026-02-23`
const on = '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28'

const day = 86_400_000

/** A day some days later. */
export const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

/** Whether offices work on a day. */
export const works = (date: string): boolean => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? on.includes(date) : !off.includes(date)
}

/** The day in the district at a moment. */
export const dayAt = (moment: number): string =>
  new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10)

/** A moment of a day in the district, from a time like 12:00. */
export const momentOn = (date: string, time: string): number =>
  Date.parse(`${date}T${time}:00+08:00`)

/** Working days after one day, up to and with another. */
export const workingDays = (after: string, upTo: string): number => {
  let count = 0
  for (let date = later(after, 1); date <= upTo; date = later(date, 1)) if (works(date)) count += 1
  return count
}

/** The day so many working days later. */
export const workingDaysLater = (date: string, days: number): string => {
  let found = date
  for (let left = days; left > 0; ) {
    found = later(found, 1)
    if (works(found)) left -= 1
  }
  return found
}
