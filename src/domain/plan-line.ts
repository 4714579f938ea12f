import type { Submission } from './capability'
import { type Engagement } from './clash'
import { type Day, daysBetween, sayMonthDay, weekTitle } from './day'
import type { District, Leader } from './district'
import { type Area, leavesArea } from './leaves-area'
import { minutesOf } from './moment'
import { blindMark, holdsWarned, type Keeping, keepingOf } from './readers'
import type { Register } from './register'
import { faultKey, type KnownRow, rowKey, rowsOf, type State } from './state'
import { type Names, type Understood, understand } from './understand'

/** A line of a weekly register, with the office it came from and the leader it is about. */
export type PlanLine = Understood & {
  office: string
  week: string
  leader: Leader | undefined
  /** 无统一安排: the leader has nothing planned. */
  nothing: boolean
  /** Why only its own office reads it now, '' where others may. */
  keeping: Keeping
  /** Holds a text that a person has to confirm. */
  warned: boolean
  /** Kept inside its own office by what it says itself, wherever its column is. */
  own: boolean
  /** Whether it counts as a line of its leader; a carried one does only once dated. */
  counts: boolean
}

const isNothing = (submission: Submission, what: string | undefined): boolean =>
  submission.nothing.includes((what ?? '').replace(/[。．.\s]+$/u, ''))

const weekOf = ({ week }: Submission): ((cells: Record<string, string>) => string) => {
  const pinned = `^${week}`
  return (cells) => cells[pinned] || cells[week] || ''
}

/** The rows of weeks that are not over; most rows of a year are of weeks that are. */
const openRows = (state: State, register: Register, submission: Submission): KnownRow[] => {
  const start = `${register.id}|`
  const closed = new Set<string>()
  for (const key of state.closed.keys())
    if (key.startsWith(start)) closed.add(key.slice(start.length))
  const week = weekOf(submission)
  return rowsOf(state, register.id).filter((row) => !closed.has(week(row.cells)))
}

/** What a row says of its readers itself, whatever is the matter with its column. */
const unmarked = (cells: Record<string, string>): Record<string, string> =>
  cells[blindMark] ? { ...cells, [blindMark]: '' } : cells

/** A blank day is none of the row above where nothing is planned, or a carried line waits for one. */
const withOwnDay = (submission: Submission, row: KnownRow): KnownRow => {
  const carried = row.cells['~from'] !== undefined
  if (!carried && !isNothing(submission, row.cells[submission.what])) return row
  const { [`^${submission.day}`]: _, ...cells } = row.cells
  return { ...row, cells }
}

const missingTexts = (
  register: Register,
  submission: Submission,
  line: Understood,
  nothing: boolean,
) => {
  const wanted = nothing ? [submission.who] : [submission.who, submission.day, submission.what]
  // That a carried line has no day yet is said as 上周续排, not as a mistake of the office.
  const carried = line.row.cells['~from'] !== undefined
  for (const key of wanted.filter((each) => !(carried && each === submission.day))) {
    const field = register.fields[key]
    if (!field || line.values[key] || line.problems.some((problem) => problem.key === key)) continue
    line.problems.push({ key, heading: field.heading, text: `未填，请填写${field.heading}` })
  }
}

const outsideWeek = (
  register: Register,
  submission: Submission,
  line: Understood,
  week: string,
): void => {
  const on = line.values[submission.day]
  const field = register.fields[submission.day]
  if (!on || !field || week === '') return
  const days = daysBetween(week as Day, on as Day)
  if (days >= 0 && days < 7) return
  line.problems.push({
    key: submission.day,
    heading: field.heading,
    text: `${sayMonthDay(on as Day)}不在${weekTitle(week as Day).title}这一周内`,
  })
}

/** Hours in two columns the wrong way round: neither stands, and it is said (default). */
const turnedHours = (register: Register, line: Understood): void => {
  const { from, to } = register.clash ?? { from: '', to: '' }
  const { values } = line
  const [start, end] = [values[from], values[to]]
  const field = register.fields[to]
  if (!start || !end || !field || minutesOf(start) < minutesOf(end)) return
  delete values[from]
  delete values[to]
  line.problems.push({
    key: to,
    heading: field.heading,
    text: `${end}早于开始${start}，请核对；更正前这两个钟点都不列入`,
  })
}

/** Nobody knows what 知悉范围 says now: the tab could not be read, or what it said was refused. */
const keptByState = (state: State, register: Register, row: KnownRow): Keeping => {
  const audience = register.sensitivity?.audience
  if (audience === undefined) return ''
  const held = state.held.get(rowKey(row.book, register.id, row.id))
  if (held?.columns.includes(audience)) return 'held'
  return state.faults.get(faultKey(row.book, register.id))?.unread ? 'unread' : ''
}

// Reading a line is the costliest thing a run does, and it is asked for several times.
const read = new WeakMap<Names, WeakMap<KnownRow, PlanLine>>()

const lineOf = (
  register: Register,
  submission: Submission,
  district: District,
  row: KnownRow,
  office: string,
): PlanLine => {
  const own = withOwnDay(submission, row)
  const { problems, values, ...read } = understand(register, own, district.names)
  const line = { ...read, row, values: { ...values }, problems: [...problems] }
  const week = weekOf(submission)(row.cells)
  const nothing = isNothing(submission, line.values[submission.what])
  missingTexts(register, submission, line, nothing)
  outsideWeek(register, submission, line, week)
  turnedHours(register, line)
  const dated = Boolean(own.cells[submission.day] || own.cells[`^${submission.day}`])
  return {
    ...line,
    office,
    week,
    leader: district.leaders.find((leader) => leader.id === line.values[submission.who]),
    nothing,
    warned: holdsWarned(register, row.cells),
    keeping: keepingOf(register, row.cells),
    own: keepingOf(register, unmarked(row.cells)) !== '',
    counts: nothing || dated || row.cells['~from'] === undefined,
  }
}

/** Every line of a weekly register, read; the office is the one whose desk it stands at. */
export const planLines = (state: State, register: Register, district: District): PlanLine[] => {
  const submission = register.submission
  if (!submission) return []
  const known = read.get(district.names) ?? new WeakMap<KnownRow, PlanLine>()
  read.set(district.names, known)
  const offices = new Map(district.offices.map((office) => [office.desk, office.id]))
  return openRows(state, register, submission).map((row) => {
    const line =
      known.get(row) ?? lineOf(register, submission, district, row, offices.get(row.book) ?? '')
    known.set(row, line)
    const keeping = keptByState(state, register, row)
    return keeping === '' || line.keeping === 'warned' ? line : { ...line, keeping }
  })
}

/** Whether a line takes its leader away: by its 类别, else by its words (domain 3.12). */
const isAway = (register: Register, v: Record<string, string>, area: Area): boolean => {
  const rule = register.clash
  if (!rule?.away) return false
  const kind = v[rule.away.field] ?? ''
  if (rule.away.values.includes(kind) || (area === '区' && rule.away.near?.includes(kind)))
    return true
  return leavesArea(area, v[rule.what] ?? '', v[rule.place] ?? '')
}

/** A line as an engagement of its leader, when it has a day; away beyond `area` (`away.area`). */
export const engagementOf = (
  register: Register,
  line: {
    row: { id: string }
    values: Record<string, string>
    leader: Leader | undefined
    office: string
    nothing: boolean
  },
  area: Area = '市',
): Engagement | undefined => {
  const rule = register.clash
  const { values: v, leader } = line
  if (!rule || !leader || line.nothing || !v[rule.day]) return undefined
  const part = v[rule.part]
  return {
    id: line.row.id,
    leader: leader.id,
    principal: leader.principal,
    day: v[rule.day] as Day,
    office: line.office,
    away: isAway(register, v, area),
    ...(part ? { part: part as NonNullable<Engagement['part']> } : {}),
    ...(v[rule.from] ? { from: v[rule.from] } : {}),
    ...(v[rule.to] ? { to: v[rule.to] } : {}),
    ...(v[rule.place] ? { place: v[rule.place] } : {}),
    ...(v[rule.what] ? { what: v[rule.what] } : {}),
  }
}
