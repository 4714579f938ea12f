import type { Duty } from './duty'
import type { Journal } from './event'
import { isOffered, offer } from './offered'
import type { PaperMark } from './paper-decision'
import type { PlanLine } from './plan-line'
import type { PublishedLine, Version } from './published'
import type { Register } from './register'
import {
  type Content,
  contentOf,
  lineKey,
  publishedLines,
  versionKey,
  versionText,
} from './version-text'
import type { WeekTimes } from './week'

export type PutUp = {
  register: Register
  week: WeekTimes
  duties: Duty[]
  lines: PlanLine[]
  /** A person asked for it: before the cut-off, or for what changed after issue. */
  asked: boolean
  /** Whether what waits was sent back by whoever approves. */
  sentBack: boolean
  /** Whether what waits was approved, and has not gone yet. */
  approved?: boolean
  /** How many changed lines a week may have after issue before it goes up again. */
  reissue: number
  digest: (text: string) => string
}

/** Whether the version put up last has not been given back yet. */
export const waits = (version: Version | undefined): version is Version =>
  version !== undefined && version.issued < version.n && version.void !== true

/** How many lines of an issued week are not as they were issued. */
export const adjustedLines = (lines: PublishedLine[]): number =>
  lines.filter((line) => line.mark !== undefined).length

/** What of an issued week asks for a new version: a plan filed since, or enough of what changed. */
const wantsMore = (journal: Journal, given: PutUp, content: Content, before: Version) => {
  const changed = adjustedLines(publishedLines(journal.state, given.register, given.week.monday))
  const pending = waits(before) && before.reissue === true
  const reissue = changed > 0 && (given.asked || pending || changed > given.reissue)
  return { reissue, any: reissue || content.fresh.length > 0 }
}

const isOpenYet = (journal: Journal, { week, duties, asked }: PutUp): boolean => {
  const all = duties.length > 0 && duties.every((duty) => duty.complete)
  return journal.at >= week.putUp || all || asked
}

const hashOf = ({ digest }: PutUp, lines: PublishedLine[]): string =>
  digest(versionText(lines)).slice(0, 12)

/**
 * Puts a week up for approval: at cut-off and grace, or when all have filed; any change before it
 * is given back makes the next version and voids the one before. After issue it goes up again for a
 * plan filed since, when a person asks, or when more lines changed than `weekly.reissue`.
 */
export const putUp = (journal: Journal, given: PutUp): void => {
  const { register, week, duties, lines } = given
  const key = versionKey(register, week.monday)
  const before = journal.state.versions.get(key)
  if (journal.at >= week.rests) return
  if (!before && !isOpenYet(journal, given)) return
  const content = contentOf(journal.state, register, week.monday, duties, lines)
  const issued = before !== undefined && before.issued > 0
  const wanted = issued ? wantsMore(journal, given, content, before) : undefined
  if (content.lines.length === 0 || wanted?.any === false) {
    if (waits(before)) journal.set('versions', key, { ...before, void: true })
    return
  }
  const hash = hashOf(given, content.lines)
  const again = given.asked && given.sentBack
  if (before?.hash === hash && !before.void && !again) {
    if (!isOffered(journal.state, register, week.monday))
      offer(journal, register, week.monday, before.n, content.lines)
    return
  }
  const version: Version = {
    n: (before?.n ?? 0) + 1,
    hash,
    at: journal.at,
    missing: duties.filter((duty) => !duty.complete).map((duty) => duty.office),
    holds: issued ? before.holds : content.holds,
    issued: before?.issued ?? 0,
    issuedAt: before?.issuedAt ?? 0,
    earlier: before?.earlier ?? [],
    approver: before?.approver ?? '',
    ...(before?.approvedAt === undefined ? {} : { approvedAt: before.approvedAt }),
    ...(before?.paper === undefined ? {} : { paper: before.paper }),
    ...(wanted?.reissue ? { reissue: true as const } : {}),
    ...(given.approved === true && waits(before) ? { voids: true as const } : {}),
  }
  journal.set('versions', key, version)
  offer(journal, register, week.monday, version.n, content.lines)
}

/** A line as a new version gives it back: what was to be told of it still is. */
const asIssued = (line: PublishedLine): PublishedLine => ({
  id: line.id,
  office: line.office,
  values: line.values,
  ...(line.told === undefined ? {} : { told: line.told }),
  ...(line.fresh === undefined ? {} : { fresh: line.fresh }),
  ...(line.noticed === undefined ? {} : { noticed: line.noticed }),
  ...(line.reason === undefined ? {} : { reason: line.reason }),
  ...(line.owes === undefined ? {} : { owes: line.owes }),
  ...(line.checks === undefined ? {} : { checks: line.checks }),
})

/** Gives an approved version back, word for word as it was approved: it becomes what the offices read. */
export const issue = (
  journal: Journal,
  given: PutUp,
  approval: { by: string; at: number | undefined; paper?: PaperMark },
): void => {
  const { register, week, duties, lines } = given
  const key = versionKey(register, week.monday)
  const version = journal.state.versions.get(key)
  if (!version) return
  const content = contentOf(journal.state, register, week.monday, duties, lines)
  if (hashOf(given, content.lines) !== version.hash) return
  for (const line of publishedLines(journal.state, register, week.monday)) {
    // One that nobody was told of yet stays until it is.
    if (line.mark === '取消' && !line.told)
      journal.set('lines', lineKey(register, week.monday, line.id), undefined)
  }
  for (const line of content.lines) {
    journal.set('lines', lineKey(register, week.monday, line.id), asIssued(line))
  }
  const { reissue: _, approvedAt: __, paper: ___, voids: ____, ...rest } = version
  journal.set('versions', key, {
    ...rest,
    holds: content.holds,
    issued: version.n,
    issuedAt: journal.at,
    earlier: [...version.earlier, ...(version.issued > 0 ? [version.issued] : [])],
    approver: approval.by,
    ...(approval.at === undefined ? {} : { approvedAt: approval.at }),
    ...(approval.paper ? { paper: approval.paper } : {}),
  })
}
