import { addDays, type Day, mondayOf } from './day'
import { isProblem } from './problem'
import { readDay } from './read-day'
import type { Register } from './register'
import type { Pin } from './remember'

/** The weeks an office may be writing about. */
export type WritableWeeks = {
  today: Day
  /** Open weeks, earliest first. */
  open: Day[]
  /** The earliest open week this office has not filed. */
  unfiled: Day | undefined
  live: Day[]
}

const dayIn = (text: string, context: { monday?: Day; near?: Day }): Day | undefined => {
  if (text === '') return undefined
  const read = readDay(text, context)
  return isProblem(read) ? undefined : read.day
}

/**
 * Which week a line belongs to: the one typed; else the one of its date; else that of the line
 * above while it is open; else the earliest open week not yet filed. What was understood stays.
 */
export const weekPin = (register: Register, weeks: WritableWeeks): Pin => {
  const rule = register.submission
  if (!rule) return () => undefined
  const pinned = `^${rule.week}`
  const fallback =
    weeks.unfiled ?? weeks.open[weeks.open.length - 1] ?? addDays(mondayOf(weeks.today), 7)
  return (cells, above, known) => {
    const typed = dayIn(cells[rule.week] ?? '', { near: weeks.today })
    if (typed) {
      cells[pinned] = mondayOf(typed)
      return
    }
    const over = above?.[pinned] as Day | undefined
    const before = known?.[pinned] as Day | undefined
    const base = before ?? (over && weeks.open.includes(over) ? over : fallback)
    const date = dayIn(cells[rule.day] || cells[`^${rule.day}`] || '', { monday: base })
    const of = date ? mondayOf(date) : base
    cells[pinned] = weeks.live.includes(of) || before === undefined ? of : base
  }
}
