import type { District } from './district'
import { dayOf, type Moment, momentAt } from './moment'
import type { JobRun } from './state'

/** What is done once a day, by its name in 定时任务, and its time where nobody set one (default). */
export const dailyJobs = { 修复版面: '02:00', 每日自检: '07:00' } as const

export type DailyJob = keyof typeof dailyJobs

/** When a daily job is due on the day of a moment. */
export const jobTime = (district: District, job: DailyJob, at: Moment): Moment => {
  const set = district.schedule[job]
  return momentAt(dayOf(at), set && /^\d{2}:\d{2}$/.test(set) ? set : dailyJobs[job])
}

/** Whether a daily job has come due and not been done since. */
export const isJobDue = (
  district: District,
  job: DailyJob,
  last: JobRun | undefined,
  now: Moment,
): boolean => {
  const at = jobTime(district, job, now)
  return now >= at && (last === undefined || last.at < at)
}
