import { addDays, type Day, mondayOf } from './day'
import { type District, type Leader, servedBy } from './district'
import { type Duty, minutesLate } from './duty'
import type { Journal } from './event'
import { dayOf } from './moment'
import type { Version } from './published'
import type { Register } from './register'
import type { OfficeRecord, WeekRecord } from './state'
import { versionKey } from './version-text'
import type { WeekTimes } from './week'
import { recordOf } from './week-record'

/** Adds to what is kept of a week. */
export const keepOfWeek = (
  journal: Journal,
  register: Register,
  week: string,
  more: WeekRecord,
): void => {
  const before = recordOf(journal.state, register, week)
  journal.set('weeks', versionKey(register, week), { ...before, ...more })
}

const idsOf = (leaders: Leader[]): string[] => leaders.map(({ id }) => id)

/** Keeps, once, whose plans the offices owed that stand in the issued version. */
export const keepIssued = (
  journal: Journal,
  register: Register,
  version: Version | undefined,
  duties: Duty[],
): void => {
  const [first] = duties
  if (!first || !version || version.issued === 0) return
  const week = first.week.monday
  const issued = recordOf(journal.state, register, week).issued ?? {}
  const news = duties.filter(
    ({ office, complete, attempt }) =>
      version.holds.includes(office) &&
      issued[office] === undefined &&
      // One sent back in an older workspace is still to file anew.
      (complete || attempt === 1),
  )
  if (news.length === 0) return
  const all = { ...issued }
  for (const { office, leaders, attempt } of news)
    all[office] = { leaders: idsOf(leaders), attempt }
  keepOfWeek(journal, register, week, { issued: all })
}

/** Keeps, once, how every office stands when filing has ended: nothing that happens later changes it. */
export const keepFiled = (
  journal: Journal,
  register: Register,
  { monday, closes }: WeekTimes,
  duties: Duty[],
): void => {
  if (journal.at < closes || recordOf(journal.state, register, monday).offices) return
  const offices = duties.map(({ office, leaders, missing, state, complete, lateMinutes }) => ({
    office,
    leaders: idsOf(leaders),
    missing: idsOf(missing),
    state,
    complete,
    lateMinutes,
  }))
  keepOfWeek(journal, register, monday, { offices })
}

/**
 * Keeps how offices stood with weeks that came to rest before this was kept, in an older workspace or
 * after a long rest: who had filed had filed.
 */
export const keepPast = (
  journal: Journal,
  register: Register,
  district: District,
  times: (monday: Day) => WeekTimes,
  live: Day,
): void => {
  const start = `${register.id}|`
  const since = oldest(journal)
  const filed = new Map<string, string[]>()
  for (const key of journal.state.filings.keys()) {
    const [week = '', office = ''] = key.startsWith(start) ? key.slice(start.length).split('|') : []
    if (week === '' || week >= live || week < since) continue
    if (recordOf(journal.state, register, week).offices === undefined)
      filed.set(week, [...(filed.get(week) ?? []), office])
  }
  for (const [monday, offices] of filed) {
    const week = times(monday as Day)
    const own = (office: string) =>
      servedBy(district, office, register.submission?.settings ?? '', week.monday)
    const owing = district.offices.filter(({ id, desk }) => desk !== '' && own(id).length > 0)
    const all = new Set([...offices, ...owing.map(({ id }) => id)])
    const kept = [...all].map((office): OfficeRecord => {
      const isIn = offices.includes(office)
      const filing = journal.state.filings.get(`${start}${monday}|${office}`)
      return {
        office,
        leaders: idsOf(own(office)),
        missing: isIn ? [] : idsOf(own(office)),
        state: isIn ? '已报' : '未报',
        complete: isIn,
        lateMinutes: minutesLate(filing, week),
      }
    })
    keepOfWeek(journal, register, monday, { offices: kept })
  }
}

/** How long what is kept of a week is shown anywhere, in days; the trend shows twelve weeks. */
const keptFor = 200

const oldest = ({ at }: Journal): Day => addDays(mondayOf(dayOf(at)), -keptFor)

/** Lets go of what is kept of weeks nobody is shown any more. */
export const dropOldWeeks = (journal: Journal, register: Register): void => {
  const first = oldest(journal)
  for (const key of [...journal.state.weeks.keys()]) {
    const week = key.slice(register.id.length + 1)
    if (key === versionKey(register, week) && (week as Day) < first)
      journal.set('weeks', key, undefined)
  }
}
