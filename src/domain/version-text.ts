import type { Duty } from './duty'
import type { PlanLine } from './plan-line'
import type { PublishedLine } from './published'
import type { Register } from './register'
import type { State } from './state'

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

/** The lines given back for a week, as the offices read them now. */
export const publishedLines = (state: State, register: Register, week: string): PublishedLine[] => {
  const start = `${versionKey(register, week)}|`
  return [...state.lines].flatMap(([key, line]) => (key.startsWith(start) ? [line] : []))
}

/** Whether a desk's line says that its engagement does not take place. */
export const isCancelled = (register: Register, line: PlanLine): boolean => {
  const rule = register.adjustment?.cancelled
  return rule !== undefined && line.values[rule.field] === rule.value
}

export type Content = { holds: string[]; lines: PublishedLine[]; fresh: string[] }

/**
 * What a version would hold now: the lines given back, as the offices read them, and those of offices
 * that have filed since. What was called off after issue stands in no later version.
 */
export const contentOf = (
  state: State,
  register: Register,
  week: string,
  duties: Duty[],
  lines: PlanLine[],
): Content => {
  const before = state.versions.get(versionKey(register, week))
  const given = before && before.issued > 0 ? publishedLines(state, register, week) : []
  const held = new Set(given.length > 0 ? (before?.holds ?? []) : [])
  const filed = duties.filter((duty) => duty.complete).map((duty) => duty.office)
  const fresh = filed.filter((office) => !held.has(office))
  const asked = new Set(duties.flatMap((duty) => duty.leaders.map(({ id }) => id)))
  // A line of a leader out of scope stands on no page: it is in no version either.
  const added = lines
    .filter((line) => line.week === week && fresh.includes(line.office))
    .filter((line) => line.leader !== undefined && asked.has(line.leader.id))
    .filter((line) => line.counts)
    .map((line) => publishable(register, line))
  const standing = given.filter((line) => line.mark !== '取消')
  return { holds: [...held, ...fresh].sort(), lines: [...standing, ...added], fresh }
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
