import { adjust, type Unexplained } from './adjustment'
import { approves, versionVerdict } from './approvers'
import { clashesOfWeek, type WatchedClash, watch } from './clash-watch'
import { type Day, mondayOf } from './day'
import type { Verdict } from './decision'
import type { District } from './district'
import { type Duty, dutiesOf, handInId, recordFilings, takeReturns } from './duty'
import type { Journal } from './event'
import { dropOldWeeks, keepFiled, keepIssued, keepPast } from './keep-week'
import { keeperOf, narrow } from './kept-lines'
import { dayOf, type Moment } from './moment'
import { forgetOffered } from './offered'
import { paperMark } from './paper-decision'
import { type PlanLine, planLines } from './plan-line'
import { readersOf } from './readers'
import { takeChecks } from './recorded'
import type { Register } from './register'
import { rowKey } from './state'
import { issue, type PutUp, putUp, waits } from './version'
import { approvalId, publishedLines, versionKey } from './version-text'
import { liveWeeks, type WeekTimes, weekTimes } from './week'

/** The registers a weekly duty is kept with. */
export type WeeklyRegisters = {
  plan: Register
  handIn: Register
  status: Register
  approval: Register
  check: Register
}

/** What the run knows beside the state. */
export type RunFacts = {
  /** The control workbook. */
  control: string
  /** When a workbook was last read, or was last told to be unmoved, before this run. */
  covered: (book: string) => Moment
  /** Offices whose desk could not be read in this run. */
  unread: ReadonlySet<string>
  /** Weeks a person asked to be put up now. */
  asked: ReadonlySet<string>
  digest: (text: string) => string
}

/** One live week of a register, judged. */
export type WeekJudged = {
  week: WeekTimes
  duties: Duty[]
  lines: PlanLine[]
  clashes: WatchedClash[]
  unexplained: Unexplained[]
  /** What was decided about the newest version. */
  decided: Verdict | undefined
  /** Whether the newest version has been approved, though it may not have gone yet. */
  approved: boolean
}

/** Whether whoever approves has sent a version back. */
export const isSentBack = (verdict: Verdict | undefined): boolean =>
  verdict?.counts === true && verdict.said.decision === '退回'

/** A weekly register, judged: its live weeks and every line at the desks. */
export type Weekly = { registers: WeeklyRegisters; weeks: WeekJudged[]; lines: PlanLine[] }

/** What tells the lines of a register from others' at 报送情况 and 审定; '' for the house's own. */
export const markOf = ({ handIn }: WeeklyRegisters): string => handIn.handIn?.mark ?? ''

/** A week of a register, as the 编号 of a line or letter names it. */
export const weekMark = (registers: WeeklyRegisters, monday: string): string => {
  const mark = markOf(registers)
  return mark === '' ? monday : `${mark}-${monday}`
}

/** The 编号 of an office's line at 报送情况, for a week as `weekMark` names it. */
export const statusId = (week: string, office: string): string => `${week}-${office}`

/** What was decided about the newest version of a week, as it stands at 审定. */
const verdictOf = (
  journal: Journal,
  registers: WeeklyRegisters,
  district: District,
  week: WeekTimes,
  facts: RunFacts,
): Verdict | undefined => {
  const version = journal.state.versions.get(versionKey(registers.plan, week.monday))
  if (!version) return undefined
  const id = approvalId(weekMark(registers, week.monday), version.n)
  const place = { control: facts.control, id, on: week.monday }
  return versionVerdict(journal.state, registers, district, place, version)
}

/** Lets an approved version go, at the later of the feedback time and the approval. */
const issueIfApproved = (
  journal: Journal,
  district: District,
  given: PutUp,
  verdict: Verdict | undefined,
): void => {
  const { register: plan, week } = given
  const version = journal.state.versions.get(versionKey(plan, week.monday))
  if (!waits(version) || journal.at < week.feedback || journal.at >= week.rests) return
  if (!verdict || !approves(district, plan.approval?.settings ?? '', verdict, week.monday)) return
  const { by, read, record } = verdict.said ?? { by: '', read: undefined }
  issue(journal, given, { by, at: read, ...paperMark(record) })
}

const judgeWeek = (
  journal: Journal,
  registers: WeeklyRegisters,
  district: District,
  week: WeekTimes,
  lines: PlanLine[],
  facts: RunFacts,
): WeekJudged => {
  const { plan, handIn, status } = registers
  const duties = () => dutiesOf(journal.state, plan, handIn, district, week, lines, journal.at)
  recordFilings(journal, plan, district, duties(), facts.covered)
  takeReturns(journal, plan, duties(), ({ office, attempt }) => {
    const { rows } = journal.state
    const desk = district.offices.find((each) => each.id === office)?.desk ?? ''
    return {
      status: rows.get(
        rowKey(facts.control, status.id, statusId(weekMark(registers, week.monday), office)),
      ),
      handIn: rows.get(rowKey(desk, handIn.id, handInId(week.monday, attempt))),
    }
  })
  keepFiled(journal, plan, week, duties())
  const now = duties()
  const judged = { week, duties: now, lines }
  const verdict = () => verdictOf(journal, registers, district, week, facts)
  const word = plan.approval?.settings ?? ''
  const before = verdict()
  const given: PutUp = {
    register: plan,
    ...judged,
    asked: facts.asked.has(week.monday),
    sentBack: isSentBack(before),
    approved: before !== undefined && approves(district, word, before, week.monday),
    reissue: district.settings.number(`${word}.reissue`, week.monday),
    digest: facts.digest,
  }
  if (plan.approval) putUp(journal, given)
  issueIfApproved(journal, district, given, verdict())
  keepIssued(journal, plan, journal.state.versions.get(versionKey(plan, week.monday)), now)
  narrow(journal, plan, week.monday, lines)
  const readers = readersOf(district, plan.approval?.settings, week.monday)
  const desks = { lines, unread: facts.unread, readers }
  const unexplained = adjust(journal, plan, district, week.monday, desks)
  takeChecks(journal, district, {
    plan,
    check: registers.check,
    control: facts.control,
    week: week.monday,
    mark: weekMark(registers, week.monday),
    keeper: keeperOf(plan, lines, publishedLines(journal.state, plan, week.monday)),
  })
  const clashes = clashesOfWeek(journal.state, plan, district, week.monday, now, lines)
  watch(journal, plan, clashes)
  const decided = verdict()
  const approved = decided !== undefined && approves(district, word, decided, week.monday)
  return { ...judged, clashes, unexplained, decided, approved }
}

/** Weeks that are over rest: nothing of them is asked or told any more, their rows stay. */
const closeWeeks = (
  journal: Journal,
  plan: Register,
  lines: PlanLine[],
  live: WeekTimes[],
): void => {
  const first = live[0]?.monday
  if (first === undefined) return
  const over = new Set(lines.map((line) => line.week).filter((week) => week !== '' && week < first))
  for (const key of journal.state.versions.keys()) {
    const week = key.slice(plan.id.length + 1)
    if (key.startsWith(`${plan.id}|`) && week < first) over.add(week)
  }
  for (const week of over) {
    if (journal.state.closed.has(`${plan.id}|${week}`)) continue
    journal.set('closed', `${plan.id}|${week}`, journal.at)
    // No change of them is told any more; the events keep what was given back.
    for (const key of [...journal.state.lines.keys()]) {
      if (key.startsWith(`${versionKey(plan, week)}|`)) journal.set('lines', key, undefined)
    }
    forgetOffered(journal, plan, week)
  }
}

/** Judges every live week of a weekly register; what it finds out is noted in the journal. */
export const judgeWeekly = (
  journal: Journal,
  registers: WeeklyRegisters,
  district: District,
  facts: RunFacts,
): Weekly => {
  const { plan } = registers
  const lines = planLines(journal.state, plan, district)
  const weeks = liveWeeks(
    plan.submission?.settings ?? '',
    journal.at,
    district.settings,
    district.calendar,
  )
  closeWeeks(journal, plan, lines, weeks)
  const word = plan.submission?.settings ?? ''
  const first = weeks[0]?.monday ?? mondayOf(dayOf(journal.at))
  const times = (monday: Day) => weekTimes(word, monday, district.settings, district.calendar)
  keepPast(journal, plan, district, times, first)
  dropOldWeeks(journal, plan)
  return {
    registers,
    lines,
    weeks: weeks.map((week) => judgeWeek(journal, registers, district, week, lines, facts)),
  }
}
