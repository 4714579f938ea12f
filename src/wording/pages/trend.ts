import { pageOf } from './page'

/** Weeks of the trend, the one that was last due included. */
export const trendWeeks = 12

/** A week of the trend: when its plans were due, how they came in, how tasks stood on that day. */
export const trendHeadings = [
  '周次（周一）',
  '截止日',
  '应报',
  '按时',
  '补报',
  '未报',
  '交办累计',
  '办结累计',
  '逾期任务',
] as const

/** The columns that hold numbers. */
export const trendFigures = [2, 3, 4, 5, 6, 7, 8] as const

/** The columns that charts draw. */
export const trendColumns = {
  weeks: trendWeeks,
  inTime: 3,
  late: 4,
  missing: 5,
  assigned: 6,
  done: 7,
  overdue: 8,
} as const

/** 走势: always as many rows as weeks, so that charts may refer to them; weeks to come are blank. */
export const trendPage = (weeks: readonly (readonly string[])[]): string[][] => {
  const blank = trendHeadings.map(() => '')
  return pageOf(
    trendHeadings,
    Array.from({ length: trendWeeks }, (_, i) => weeks[i] ?? blank),
  )
}
