import { type Clash, clashesOf, type Engagement } from './clash'
import type { District } from './district'
import type { Journal } from './event'
import { engagementOf, type PlanLine } from './plan-line'
import type { Register } from './register'
import type { AdjustedItem, Notice, PublishedLine } from './state'
import { lineKey, publishable, publishedLines, versionKey } from './version'

/** A change after issue that still lacks its reason. */
export type Unexplained = { office: string; id: string; kind: AdjustedItem['kind']; leader: string }

/** A change of an issued line, seen equal by two ticks or not yet. */
type Change = { item: AdjustedItem; line: PlanLine; steady: boolean }

const kindOf = (register: Register, line: PlanLine, before: PublishedLine | undefined) => {
  const rule = register.adjustment
  if (!rule) return undefined
  if (line.values[rule.cancelled.field] === rule.cancelled.value) {
    return before && before.mark !== '取消' ? '取消' : undefined
  }
  if (!before) return line.values[register.submission?.day ?? ''] ? '新增' : undefined
  // A cancelled line that is to take place after all is news as well.
  if (before.mark === '取消') return '调整'
  const differs = rule.told.some((key) => (line.values[key] ?? '') !== (before.values[key] ?? ''))
  return differs ? '调整' : undefined
}

const changesOf = (
  journal: Journal,
  register: Register,
  week: string,
  holds: string[],
  lines: PlanLine[],
): Change[] => {
  const given = new Map(
    publishedLines(journal.state, register, week).map((line) => [line.id, line]),
  )
  return lines
    .filter((line) => holds.includes(line.office) && (line.week === week || given.has(line.row.id)))
    .flatMap((line) => {
      const before = given.get(line.row.id)
      const kind = kindOf(register, line, before)
      if (!kind || !line.leader || line.problems.length > 0) return []
      const item: AdjustedItem = {
        id: line.row.id,
        kind,
        leader: line.leader.id,
        reason: reasonFor(register, line, before),
        ...(line.own ? { own: true } : {}),
        ...(before ? { before: before.values } : {}),
        ...(kind === '取消' ? {} : { after: publishable(register, line).values }),
      }
      return [{ item, line, steady: line.row.at < journal.at }]
    })
}

/** A reason counts when it is not the one that an earlier notice already used. */
const reasonFor = (
  register: Register,
  line: PlanLine,
  before: PublishedLine | undefined,
): string => {
  const reason = line.values[register.adjustment?.reason ?? ''] ?? ''
  return reason === before?.values['~reason'] ? '' : reason
}

const officesNamed = (district: District, texts: (string | undefined)[]): string[] =>
  district.offices
    .filter((office) =>
      texts.some((text) => text?.includes(office.short) || text?.includes(office.name)),
    )
    .map((office) => office.id)

/** Those whose line clashes with a line, before or after its change. */
const clashing = (
  register: Register,
  line: PlanLine,
  items: AdjustedItem,
  others: PlanLine[],
): string[] => {
  const rest = others.filter((other) => other.row.id !== line.row.id)
  const engagements = rest.flatMap((other) => engagementOf(register, other) ?? [])
  const versions = [items.before, items.after].flatMap((values) => {
    const engagement = values && engagementOf(register, { ...line, values })
    return engagement ? [engagement] : []
  })
  const offices = new Map<string, string>(
    [...engagements, ...versions].map((one: Engagement) => [one.id, one.office]),
  )
  return versions
    .flatMap((one) => clashesOf([...engagements, one]))
    .filter((clash: Clash) => clash.ids.includes(line.row.id))
    .flatMap((clash) => clash.ids.map((id) => offices.get(id) ?? ''))
}

/** The offices a change touches: its own, those it names, those it clashes with before or after. */
const touchedBy = (
  register: Register,
  district: District,
  change: Change,
  lines: PlanLine[],
): string[] => {
  const { item, line } = change
  const rule = register.adjustment
  const texts = (rule?.touches ?? []).flatMap((key) => [item.before?.[key], item.after?.[key]])
  return [line.office, ...officesNamed(district, texts), ...clashing(register, line, item, lines)]
}

const takeQuietly = (
  journal: Journal,
  register: Register,
  week: string,
  lines: PlanLine[],
): void => {
  for (const line of lines) {
    const key = lineKey(register, week, line.row.id)
    const before = journal.state.lines.get(key)
    if (!before || line.row.at >= journal.at || kindOf(register, line, before)) continue
    if (line.problems.length > 0) continue
    const after = publishable(register, line)
    const kept = before.values['~reason'] ? { '~reason': before.values['~reason'] } : {}
    const now = { ...before, values: { ...after.values, ...kept } }
    if (before.mark !== '取消') journal.set('lines', key, now)
  }
}

const publishChange = (
  journal: Journal,
  register: Register,
  week: string,
  { item, line }: Change,
): void => {
  const before = journal.state.lines.get(lineKey(register, week, item.id))
  journal.set('lines', lineKey(register, week, item.id), {
    ...(before ?? publishable(register, line)),
    values: { ...(item.after ?? before?.values), '~reason': item.reason },
    mark: item.kind,
  })
}

/**
 * Changes of an issued week: with a reason and seen equal by two ticks they become a numbered
 * notice to the offices they touch; without a reason they wait at the desk (待补原因).
 */
export const adjust = (
  journal: Journal,
  register: Register,
  district: District,
  week: string,
  lines: PlanLine[],
  readers: string[],
): Unexplained[] => {
  const version = journal.state.versions.get(versionKey(register, week))
  if (!version || version.issued === 0 || !register.adjustment) return []
  const changes = changesOf(journal, register, week, version.holds, lines)
  const ready = changes.filter((change) => change.steady && change.item.reason !== '')
  const inWeek = lines.filter((line) => line.week === week && version.holds.includes(line.office))
  for (const office of [...new Set(ready.map((change) => change.line.office))]) {
    const own = ready.filter((change) => change.line.office === office)
    const touched = own.flatMap((change) => touchedBy(register, district, change, inWeek))
    const start = `${versionKey(register, week)}|`
    const n = [...journal.state.notices.keys()].filter((key) => key.startsWith(start)).length + 1
    const notice: Notice = {
      n,
      week,
      office,
      touched: readers.filter((reader) => touched.includes(reader)),
      items: own.map((change) => change.item),
      at: journal.at,
    }
    journal.set('notices', `${start}${n}`, notice)
    for (const change of own) publishChange(journal, register, week, change)
  }
  takeQuietly(journal, register, week, inWeek)
  return changes
    .filter((change) => change.steady && change.item.reason === '')
    .map(({ item, line }) => ({
      office: line.office,
      id: item.id,
      kind: item.kind,
      leader: item.leader,
    }))
}
