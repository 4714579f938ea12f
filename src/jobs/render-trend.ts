import { sayDay, sayMonthDay } from '../domain/day'
import { dayOf } from '../domain/moment'
import type { Register } from '../domain/register'
import { recordOf } from '../domain/week-record'
import { trendFigures, trendPage } from '../wording/pages/trend'
import type { WeekCount } from './count-weeks'
import type { PageDraft } from './draft'
import type { Run } from './run'
import { tasksOn, trendTasks } from './week-tasks'

export const trendTab = '走势'

/** A week's row: the tasks as they stood on the day its plans were due. */
const weekRow = (
  run: Run,
  plan: Register | undefined,
  { week, duties, inTime, late, missing }: WeekCount,
): string[] => {
  const due = dayOf(week.putUp)
  const kept = plan && recordOf(run.journal.state, plan, week.monday).tasks
  const counted = kept ?? tasksOn(run, due)
  const figures = [
    ...[duties.length, inTime, late, missing],
    ...trendTasks.map((name) => counted[name] ?? 0),
  ]
  return [sayMonthDay(week.monday), sayDay(due), ...figures.map(String)]
}

/** What the charts of the dashboard draw, week by week. */
export const trendDraft = (run: Run, book: string, weeks: WeekCount[]): PageDraft => ({
  kind: 'page',
  book,
  tab: trendTab,
  rows: trendPage(weeks.map((each) => weekRow(run, run.weekly[0]?.registers.plan, each))),
  figures: trendFigures,
})
