import type { Day } from './day'
import type { District } from './district'
import type { Duty } from './duty'
import type { Journal } from './event'
import type { PlanLine } from './plan-line'
import type { Register } from './register'
import type { PublishedLine, State, Version } from './state'
import type { WeekTimes } from './week'

/** What a named person decided about a version. */
export type Decision = { decision: string; by: string; opinion: string }

export const versionKey = (register: Register, week: string): string => `${register.id}|${week}`

export const lineKey = (register: Register, week: string, id: string): string =>
  `${register.id}|${week}|${id}`

/** The 编号 of the line at 审定 that stands for a version of a week, as `weekMark` names it. */
export const approvalId = (week: string, n: number): string => `${week}-v${n}`

/** The columns of a line that stand in the consolidated table; own rows stay marked as such. */
export const publishable = (register: Register, line: PlanLine): PublishedLine => {
  const values: Record<string, string> = {}
  for (const key of register.approval?.shown ?? []) {
    const value = line.values[key]
    if (value) values[key] = value
  }
  const audience = register.sensitivity
  if (audience && line.own) values[audience.audience] = audience.own
  return { id: line.row.id, office: line.office, values }
}

/** The lines given back for a week, as they stand after its notices. */
export const publishedLines = (state: State, register: Register, week: string): PublishedLine[] => {
  const start = `${versionKey(register, week)}|`
  return [...state.lines].flatMap(([key, line]) => (key.startsWith(start) ? [line] : []))
}

/** What a version would hold now: the lines given back, and those of offices that have filed since. */
export const contentOf = (
  state: State,
  register: Register,
  week: string,
  duties: Duty[],
  lines: PlanLine[],
): { holds: string[]; lines: PublishedLine[] } => {
  const before = state.versions.get(versionKey(register, week))
  const issued = before && before.issued > 0 ? publishedLines(state, register, week) : []
  const given = new Set(issued.length > 0 ? (before?.holds ?? []) : [])
  const filed = duties.filter((duty) => duty.complete).map((duty) => duty.office)
  const fresh = filed.filter((office) => !given.has(office))
  const added = lines
    .filter(
      (line) => line.week === week && fresh.includes(line.office) && line.leader !== undefined,
    )
    .filter((line) => line.counts)
    .map((line) => publishable(register, line))
  return { holds: [...given, ...fresh].sort(), lines: [...issued, ...added] }
}

/** The text whose fingerprint names a version: its lines, in a fixed order. */
export const versionText = (lines: PublishedLine[]): string =>
  JSON.stringify(
    lines
      .map((line) => [
        line.office,
        line.id,
        Object.entries(line.values).sort(([a], [b]) => (a < b ? -1 : 1)),
      ])
      .sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)),
  )

export type PutUp = {
  register: Register
  week: WeekTimes
  duties: Duty[]
  lines: PlanLine[]
  /** A person asked for it before the cut-off. */
  asked: boolean
  digest: (text: string) => string
}

/**
 * Puts a week up for approval: at cut-off and grace, or when all have filed; any change before it
 * is given back makes the next version and voids the one before.
 */
export const putUp = (
  journal: Journal,
  { register, week, duties, lines, asked, digest }: PutUp,
): void => {
  const key = versionKey(register, week.monday)
  const before = journal.state.versions.get(key)
  if (journal.at >= week.rests) return
  const all = duties.length > 0 && duties.every((duty) => duty.complete)
  if (!before && journal.at < week.putUp && !all && !asked) return
  const content = contentOf(journal.state, register, week.monday, duties, lines)
  if (content.lines.length === 0) return
  const nothingNew = before && before.issued > 0 && before.holds.length === content.holds.length
  if (nothingNew) {
    if (waits(before)) journal.set('versions', key, { ...before, void: true })
    return
  }
  const hash = digest(versionText(content.lines)).slice(0, 12)
  if (before?.hash === hash && !before.void) return
  const version: Version = {
    n: (before?.n ?? 0) + 1,
    hash,
    at: journal.at,
    missing: duties.filter((duty) => !duty.complete).map((duty) => duty.office),
    holds: before && before.issued > 0 ? before.holds : content.holds,
    issued: before?.issued ?? 0,
    issuedAt: before?.issuedAt ?? 0,
    earlier: before?.earlier ?? [],
    approver: before?.approver ?? '',
  }
  journal.set('versions', key, version)
}

/** Whether the version put up last has not been given back yet. */
export const waits = (version: Version | undefined): version is Version =>
  version !== undefined && version.issued < version.n && version.void !== true

/** Whether a named person has to let a week go; only the word 免审定 says that nobody has to. */
export const needsApproval = (district: District, word: string, on: Day): boolean =>
  district.settings.text(`${word}.approve`, on) !== '免审定'

/** Whether a decision lets a version go: 同意, by somebody who may. */
export const approves = (
  district: District,
  word: string,
  decision: Decision | undefined,
  on: Day,
): boolean => {
  if (!needsApproval(district, word, on)) return true
  return decision?.decision === '同意' && mayApprove(district, word, decision.by, on)
}

/** Whether a person stands in the list of those who may approve. */
export const mayApprove = (district: District, word: string, person: string, on: Day): boolean =>
  district.people.some(({ id }) => id === person) &&
  district.settings.list(`${word}.approver`, on).includes(person)

/** Gives an approved version back: its lines become what the offices have read. */
export const issue = (journal: Journal, putUpNow: PutUp, approver: string): void => {
  const { register, week, duties, lines } = putUpNow
  const key = versionKey(register, week.monday)
  const version = journal.state.versions.get(key)
  if (!version) return
  const content = contentOf(journal.state, register, week.monday, duties, lines)
  for (const line of content.lines) {
    journal.set('lines', lineKey(register, week.monday, line.id), line)
  }
  journal.set('versions', key, {
    ...version,
    holds: content.holds,
    issued: version.n,
    issuedAt: journal.at,
    earlier: [...version.earlier, ...(version.issued > 0 ? [version.issued] : [])],
    approver,
  })
}
