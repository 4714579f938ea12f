import { nowPublished, saysSame, toldBefore, toldValues } from './changed-line'
import { addDays, type Day } from './day'
import { type District, inScope } from './district'
import type { Journal } from './event'
import { dayOf } from './moment'
import { type Change, tell } from './notice'
import type { PlanLine } from './plan-line'
import type { AdjustedItem, PublishedLine } from './published'
import type { Register } from './register'
import { isCancelled, lineKey, publishedLines, versionKey } from './version-text'
import { nextWorkingDay } from './working-days'

/** A change after issue that still lacks its reason; `told` where the notice went without it. */
export type Unexplained = {
  office: string
  id: string
  kind: AdjustedItem['kind']
  leader: string
  told?: true
}

type Issued = {
  journal: Journal
  register: Register
  district: District
  week: string
  lines: PlanLine[]
}

/** Whether a line at a desk is understood, and was so in the tick before. */
const isSteady = ({ journal }: Issued, line: PlanLine): boolean =>
  line.row.at < journal.at && line.problems.length === 0 && line.leader !== undefined

const takeAddition = (issued: Issued, line: PlanLine): void => {
  const { journal, register, week } = issued
  const on = line.values[register.submission?.day ?? '']
  if (!on || !line.counts || isCancelled(register, line)) return
  const word = register.submission?.settings ?? ''
  if (!line.leader || !inScope(issued.district, line.leader, word, week as Day)) return
  const added = nowPublished(register, line, undefined, journal.at)
  journal.set('lines', lineKey(register, week, line.row.id), added)
}

/** What the offices read follows the desk as soon as two ticks have seen the same; marked where it stands. */
const takeChanges = (issued: Issued): void => {
  const { journal, register, week, lines } = issued
  for (const line of lines.filter((each) => isSteady(issued, each))) {
    const key = lineKey(register, week, line.row.id)
    const before = journal.state.lines.get(key)
    if (!before) {
      if (line.week === week) takeAddition(issued, line)
      continue
    }
    const now = nowPublished(register, line, before, journal.at)
    // Added and called off before anybody was told: there is nothing to tell.
    if (before.fresh && now.mark === '取消') journal.set('lines', key, undefined)
    else if (!saysSame(before, now, register.approval?.shown ?? [])) journal.set('lines', key, now)
  }
}

/** A line that was added and taken away again before anybody was told of it. */
const dropGone = ({ journal, register, week, lines }: Issued, read: ReadonlySet<string>): void => {
  for (const line of publishedLines(journal.state, register, week)) {
    const stands = lines.some(({ row }) => row.id === line.id)
    if (line.fresh && !stands && read.has(line.office))
      journal.set('lines', lineKey(register, week, line.id), undefined)
  }
}

const kindOf = (line: PublishedLine): AdjustedItem['kind'] => {
  if (line.fresh) return '新增'
  return line.mark === '取消' ? '取消' : '调整'
}

/** Whether a day is today or not later than the next working day. */
const isNear = ({ journal, district }: Issued, on: string | undefined): boolean => {
  const today = dayOf(journal.at)
  return (
    on !== undefined && on >= today && on <= nextWorkingDay(district.calendar, addDays(today, 1))
  )
}

/** A reason counts when it is not the one that an earlier notice already gave. */
const reasonFor = (register: Register, line: PlanLine, before: PublishedLine): string => {
  const reason = line.values[register.adjustment?.reason ?? ''] ?? ''
  return reason === (before.reason ?? before.values['~reason']) ? '' : reason
}

const changeOf = (issued: Issued, line: PlanLine): Change | undefined => {
  const { journal, register, week } = issued
  const now = journal.state.lines.get(lineKey(register, week, line.row.id))
  if (!now || !isSteady(issued, line) || (!now.told && !now.fresh)) return undefined
  const before = toldBefore(register, now)
  const after = toldValues(register, now.values, now.mark === '取消')
  const day = register.submission?.day ?? ''
  const reason = reasonFor(register, line, now)
  return {
    line,
    published: now,
    reason,
    near: [before?.[day], after[day]].some((on) => isNear(issued, on)),
    item: {
      id: line.row.id,
      kind: kindOf(now),
      leader: now.values[register.submission?.who ?? ''] ?? line.leader?.id ?? '',
      reason,
      ...(line.own ? { own: true as const } : {}),
      ...(before ? { before: { ...touching(register.adjustment?.touches, now), ...before } } : {}),
      ...(now.mark === '取消' ? {} : { after: { ...now.values, ...after } }),
    },
  }
}

/** The columns that name offices, as they were issued. */
const touching = (keys: readonly string[] = [], { values, issued }: PublishedLine) =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const text = issued?.[key] ?? values[key]
      return text ? [[key, text]] : []
    }),
  )

/** Gives a reason that came later to the notices that went without it; nobody is written to again. */
const giveReasons = ({ journal, register, week, lines }: Issued): void => {
  for (const line of lines.filter(({ row }) => row.at < journal.at)) {
    const key = lineKey(register, week, line.row.id)
    const published = journal.state.lines.get(key)
    const reason = published?.owes ? reasonFor(register, line, published) : ''
    if (!published || reason === '') continue
    for (const n of published.owes ?? []) {
      const at = `${versionKey(register, week)}|${n}`
      const notice = journal.state.notices.get(at)
      if (!notice) continue
      const items = notice.items.map((item) => {
        if (item.id !== published.id || !item.owing) return item
        const { owing: _, ...rest } = item
        return { ...rest, reason }
      })
      journal.set('notices', at, { ...notice, items })
    }
    const { owes: _, ...rest } = published
    journal.set('lines', key, { ...rest, reason })
  }
}

const owing = ({ journal, register, week }: Issued): Unexplained[] =>
  publishedLines(journal.state, register, week)
    .filter((line) => line.owes !== undefined)
    .map((line) => ({
      office: line.office,
      id: line.id,
      kind: line.mark ?? '调整',
      leader: line.values[register.submission?.who ?? ''] ?? '',
      told: true,
    }))

/**
 * What changes after issue (domain 3.1, design 10.16): the table follows, marked; what is to be told
 * becomes a numbered notice to the offices it touches once it has its reason, at once where its day
 * is near; what still lacks a reason waits at the desk (待补原因).
 */
export const adjust = (
  journal: Journal,
  register: Register,
  district: District,
  week: string,
  desks: { lines: PlanLine[]; unread: ReadonlySet<string>; readers: string[] },
): Unexplained[] => {
  const version = journal.state.versions.get(versionKey(register, week))
  if (!version || version.issued === 0 || !register.adjustment) return []
  const given = new Set(publishedLines(journal.state, register, week).map(({ id }) => id))
  const read = new Set(version.holds.filter((office) => !desks.unread.has(office)))
  const lines = desks.lines.filter(
    (line) => read.has(line.office) && (line.week === week || given.has(line.row.id)),
  )
  const issued: Issued = { journal, register, district, week, lines }
  dropGone(issued, read)
  takeChanges(issued)
  giveReasons(issued)
  const changes = lines.flatMap((line) => changeOf(issued, line) ?? [])
  const ready = changes.filter((change) => change.reason !== '' || change.near)
  tell({ journal, register, district, week, readers: desks.readers, lines }, ready)
  const waiting = changes
    .filter((change) => !ready.includes(change))
    .map(({ item, line }) => ({
      office: line.office,
      id: item.id,
      kind: item.kind,
      leader: item.leader,
    }))
  return [...waiting, ...owing(issued)]
}
