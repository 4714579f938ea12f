/** Milliseconds of an hour. */
export const hour = 3_600_000

/** Milliseconds of a day; Chinese time has no summer time. */
export const dayLength = 24 * hour

/** The day `count` days after a day (before it when negative); days are 2024-11-18. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10)
}
