import { type District, type Leader, officeOf, servedBy } from './district'
import type { Journal } from './event'
import type { Moment } from './moment'
import type { PlanLine } from './plan-line'
import { readCell } from './read-cell'
import type { Register } from './register'
import {
  type DutyState,
  type Filing,
  type KnownRow,
  type OfficeRecord,
  rowKey,
  type State,
} from './state'
import { isUnnamed } from './unnamed-lines'
import { isOpen, type WeekTimes } from './week'
import { leadersOf, recordOf } from './week-record'

/** What one office owes for one week, and how it stands. */
export type Duty = {
  week: WeekTimes
  office: string
  leaders: Leader[]
  /** Leaders in scope without a line that counts. */
  missing: Leader[]
  attempt: number
  /** Whether 报送 = 是 on the newest hand-in line. */
  said: boolean
  by: string
  complete: boolean
  state: DutyState
  /** Why it was sent back last, '' when it was not. */
  returned: string
  /** When everything was first in. */
  filing: Filing | undefined
  late: boolean
  /** Minutes past cut-off and grace, from the earlier end of the interval. */
  lateMinutes: number
}

/** How an office counts for a week. */
export type FiledAs = '按时' | '补报' | '未报'

/**
 * The one measure of a filing, asked by every page, letter and answer: what is not complete now is not
 * filed, and lateness is that of the first filing (design 10.2).
 */
export const filedAs = (duty: Pick<Duty, 'complete' | 'late'>): FiledAs => {
  if (!duty.complete) return '未报'
  return duty.late ? '补报' : '按时'
}

/** The 编号 of a hand-in line: its week and the attempt. */
export const handInId = (monday: string, attempt: number): string => `${monday}-${attempt}`

export const dutyKey = (register: Register, week: string, office: string): string =>
  `${register.id}|${week}|${office}`

const lineOf = (state: State, handIn: Register, desk: string, id: string): KnownRow | undefined =>
  state.rows.get(rowKey(desk, handIn.id, id))

const saysYes = (handIn: Register, done: string, row: KnownRow | undefined): boolean => {
  const field = handIn.fields[done]
  return field !== undefined && readCell(field, row?.cells[done] ?? '', {}).value === '是'
}

const standing = (duty: {
  complete: boolean
  attempt: number
  said: boolean
  lines: number
}): DutyState => {
  if (duty.complete) return '已报'
  if (duty.attempt > 1) return '退回补正'
  return duty.said || duty.lines > 0 ? '草稿' : '未报'
}

/** Minutes late, counted from the last reading without the hand-in; never below nothing. */
export const minutesLate = (filing: Filing | undefined, week: WeekTimes): number =>
  filing && filing.after > week.putUp ? Math.round((filing.after - week.putUp) / 60_000) : 0

/**
 * Leaders without a line that counts; a line whose leader is not understood counts for the only one
 * still missing (domain 3.1).
 */
const withoutLine = (register: Register, leaders: Leader[], own: PlanLine[]): Leader[] => {
  const missing = leaders.filter(
    (leader) => !own.some((line) => line.counts && line.leader?.id === leader.id),
  )
  const guessed = own.some((line) => line.counts && isUnnamed(register, line))
  return missing.length === 1 && guessed ? [] : missing
}

/** The duties of a week: every office with a desk and a leader in scope, in protocol order. */
export const dutiesOf = (
  state: State,
  register: Register,
  handIn: Register,
  district: District,
  week: WeekTimes,
  lines: PlanLine[],
  now: Moment,
): Duty[] => {
  const word = register.submission?.settings ?? ''
  const record = recordOf(state, register, week.monday)
  if (record.offices)
    return record.offices.map((kept) => asKept(kept, { state, register, handIn, district, week }))
  const issued = record.issued ?? {}
  // Whose plans were issued is owed where it was then, whoever serves the leader now.
  const placed = new Set(Object.values(issued).flatMap((each) => each.leaders))
  return district.offices.flatMap((office) => {
    const held = issued[office.id]
    const leaders = held
      ? leadersOf(district, held.leaders)
      : servedBy(district, office.id, word, week.monday).filter(({ id }) => !placed.has(id))
    if (leaders.length === 0 || (office.desk === '' && !held)) return []
    const own = lines.filter((line) => line.office === office.id && line.week === week.monday)
    const { attempt, returned, filing, hand } = saidOf({ state, register, handIn, week }, office)
    // What was issued stays in, unless it was sent back since.
    const stands = held !== undefined && held.attempt === attempt
    const missing = stands ? [] : withoutLine(register, leaders, own)
    const isIn = hand.said && missing.length === 0 && (filing !== undefined || isOpen(week, now))
    const complete = stands || isIn
    const lateMinutes = minutesLate(filing, week)
    return [
      {
        week,
        office: office.id,
        leaders,
        missing,
        attempt,
        ...hand,
        complete,
        state: standing({ complete, attempt, said: hand.said, lines: own.length }),
        returned,
        filing,
        late: lateMinutes > 0,
        lateMinutes,
      },
    ]
  })
}

type Asked = { state: State; register: Register; handIn: Register; week: WeekTimes }

/** What the newest hand-in line of an office says, what sent it back, and when it was first in. */
const saidOf = ({ state, register, handIn, week }: Asked, office: { id: string; desk: string }) => {
  const key = dutyKey(register, week.monday, office.id)
  const back = state.returns.get(key)
  const attempt = (back?.attempt ?? 0) + 1
  const { done = '', by = '' } = handIn.handIn ?? {}
  const row = lineOf(state, handIn, office.desk, handInId(week.monday, attempt))
  const hand = { said: saysYes(handIn, done, row), by: row?.cells[by] ?? '' }
  return { attempt, returned: back?.reason ?? '', filing: state.filings.get(key), hand }
}

/** A duty of a week whose filing has ended: as it stood then, whatever happened since. */
const asKept = (kept: OfficeRecord, asked: Asked & { district: District }): Duty => {
  const { district, week } = asked
  const office = officeOf(district, kept.office) ?? { id: kept.office, desk: '' }
  const { attempt, returned, filing, hand } = saidOf(asked, office)
  return {
    week,
    attempt,
    ...hand,
    returned,
    ...kept,
    leaders: leadersOf(district, kept.leaders),
    missing: leadersOf(district, kept.missing),
    filing,
    late: kept.lateMinutes > 0,
  }
}

/** Notes when an office first had everything in; a return later keeps that moment. */
export const recordFilings = (
  journal: Journal,
  register: Register,
  district: District,
  duties: Duty[],
  covered: (book: string) => Moment,
): void => {
  for (const duty of duties) {
    if (!duty.complete || duty.filing || !isOpen(duty.week, journal.at)) continue
    const desk = district.offices.find((office) => office.id === duty.office)?.desk ?? ''
    const filing: Filing = { after: covered(desk), at: journal.at, attempt: duty.attempt }
    journal.set('filings', dutyKey(register, duty.week.monday, duty.office), filing)
    duty.filing = filing
    duty.lateMinutes = minutesLate(filing, duty.week)
    duty.late = duty.lateMinutes > 0
  }
}

/**
 * Takes returns: a reason typed after the hand-in opens the next attempt, once; one that was typed
 * before it, that an earlier return already used, or after filing has ended, returns nothing.
 */
export const takeReturns = (
  journal: Journal,
  register: Register,
  duties: Duty[],
  rowsOfDuty: (duty: Duty) => { status: KnownRow | undefined; handIn: KnownRow | undefined },
): void => {
  for (const duty of duties) {
    const { status, handIn } = rowsOfDuty(duty)
    const reason = status?.cells.reason ?? ''
    const key = dutyKey(register, duty.week.monday, duty.office)
    const before = journal.state.returns.get(key)
    if (!status || !handIn || reason === '' || !duty.complete) continue
    if (!isOpen(duty.week, journal.at)) continue
    if (status.at < handIn.at || (before && status.at <= before.at)) continue
    journal.set('returns', key, { attempt: duty.attempt, reason, at: journal.at })
  }
}
