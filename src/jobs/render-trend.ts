import { sayDay, sayMonthDay } from '../domain/day'
import { dayOf } from '../domain/moment'
import { countTasks } from '../domain/task-figures'
import { tasksAsOf } from '../domain/tasks-as-of'
import { trendFigures, trendPage } from '../wording/pages/trend'
import type { WeekCount } from './count-weeks'
import type { PageDraft } from './draft'
import type { Run } from './run'

export const trendTab = '走势'

/** A week's row: the tasks as they stood on the day its plans were due. */
const weekRow = (
  { district, tasks }: Run,
  { week, duties, inTime, late, missing }: WeekCount,
): string[] => {
  const due = dayOf(week.putUp)
  const then = tasks.flatMap(({ registers, tasks: all }) =>
    tasksAsOf(all, registers.task, district, due),
  )
  const figures = [
    ...[duties.length, inTime, late, missing],
    ...['交办', '办结', '逾期'].map((name) => countTasks(then, name)),
  ]
  return [sayMonthDay(week.monday), sayDay(due), ...figures.map(String)]
}

/** What the charts of the dashboard draw, week by week. */
export const trendDraft = (run: Run, book: string, weeks: WeekCount[]): PageDraft => ({
  kind: 'page',
  book,
  tab: trendTab,
  rows: trendPage(weeks.map((each) => weekRow(run, each))),
  figures: trendFigures,
})
