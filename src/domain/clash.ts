import { groupBy } from 'es-toolkit'
import type { Day } from './day'
import { minutesOf, timeFromMinutes } from './moment'
import { foldName } from './names'
import { type Part, partOf } from './read-time'
import { isSameMatter } from './same-matter'
import { isVaguePlace } from './vague-place'

/** What one leader does at one time, as far as it is known; times are `HH:mm`. */
export type Engagement = {
  id: string
  leader: string
  /** True for the leaders of whom two should not be away on one day (党政主要领导). */
  principal: boolean
  day: Day
  part?: Part
  from?: string
  to?: string
  place?: string
  /** Two leaders with the same activity attend together. */
  what?: string
  /** True when the leader is out of the area of `away.area` that day. */
  away: boolean
  office: string
}

export type ClashKind =
  | '时间重叠'
  | '可能冲突'
  | '同一地点同一时间'
  | '党政主要领导同日离市'
  | '请明确在家主持工作的领导'
  | '衔接紧'

// Under the word of a key people were told of a clash: renaming it would tell them all once more.
const keyWord = (kind: ClashKind): string =>
  kind === '党政主要领导同日离市' || kind === '请明确在家主持工作的领导' ? '主要领导同日外出' : kind

/** Engagements that hinder each other: nothing is blocked, people are told. */
export type Clash = {
  kind: ClashKind
  /** The engagements, ascending. */
  ids: string[]
  leaders: string[]
  day: Day
  /** The same as long as the same engagements hinder each other in the same way. */
  key: string
  severity: 'warn' | 'info'
  /** Minutes for which both take place, where both ends are known. */
  minutes?: number
}

export type ClashOptions = {
  /** Minutes a leader needs between two places; 30 by default. */
  tight?: number
  /** Minutes that something without an end is taken to last; 60 by default. */
  assumed?: number
}

/** An engagement made ready for many comparisons: minutes since midnight, the place folded. */
type Slot = {
  of: Engagement
  start?: number
  end?: number
  parts: readonly Part[]
  /** '' where it is none that could be compared. */
  place: string
}

type Limits = { tight: number; assumed: number }

const INFO: ReadonlySet<ClashKind> = new Set(['可能冲突', '衔接紧', '请明确在家主持工作的领导'])
const HALF_DAYS: readonly Part[] = ['上午', '下午', '晚上']

/** The clashes among engagements, in the order of day, kind and engagement. */
export function clashesOf(engagements: readonly Engagement[], options: ClashOptions = {}): Clash[] {
  const limits = { tight: options.tight ?? 30, assumed: options.assumed ?? 60 }
  const slots = engagements.map(slotOf)
  return Object.values(groupBy(slots, (slot) => slot.of.day))
    .flatMap((sameDay) => [...clashesOfDay(sameDay, limits), ...bothAway(sameDay)])
    .sort((a, b) => (a.day + a.key < b.day + b.key ? -1 : 1))
}

function slotOf(of: Engagement): Slot {
  const place = of.place ?? ''
  const slot = { of, parts: partsOf(of), place: isVaguePlace(place) ? '' : foldName(place) }
  if (of.from === undefined) return slot
  const start = minutesOf(of.from)
  return of.to === undefined ? { ...slot, start } : { ...slot, start, end: minutesOf(of.to) }
}

function clashesOfDay(slots: readonly Slot[], limits: Limits): Clash[] {
  const sorted = [...slots].sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  return sorted.flatMap((first, at) =>
    sorted.slice(at + 1).flatMap((second) => {
      const kind = kindOf(first, second, limits)
      return kind ? [clash(kind, [first, second])] : []
    }),
  )
}

// `first` begins no later than `second`, so only its end decides.
function kindOf(first: Slot, second: Slot, limits: Limits): ClashKind | undefined {
  if (first.of.leader === second.of.leader) return kindForOne(first, second, limits)
  if (first.place === '' || first.place !== second.place || !overlap(first, second))
    return undefined
  return isSameMatter(first.of.what, second.of.what) ? undefined : '同一地点同一时间'
}

function kindForOne(first: Slot, second: Slot, limits: Limits): ClashKind | undefined {
  if (overlap(first, second)) return '时间重叠'
  if (first.start === undefined || second.start === undefined)
    return first.parts.some((part) => second.parts.includes(part)) ? '可能冲突' : undefined
  if (first.end === undefined)
    return second.start - first.start < limits.assumed ? '可能冲突' : undefined
  const elsewhere = first.place !== '' && second.place !== '' && first.place !== second.place
  return elsewhere && second.start - first.end < limits.tight ? '衔接紧' : undefined
}

function overlap(first: Slot, second: Slot): boolean {
  if (first.start === undefined || second.start === undefined) return false
  return first.start === second.start || second.start < (first.end ?? first.start)
}

function bothAway(sameDay: readonly Slot[]): Clash[] {
  const away = sameDay.filter(({ of }) => of.principal && of.away)
  const leaders = new Set(away.map(({ of }) => of.leader))
  if (leaders.size < 2) return []
  return [clash(isOneMeeting(away) ? '请明确在家主持工作的领导' : '党政主要领导同日离市', away)]
}

// Both are called to one meeting above: neither can stay, somebody has to be named who does.
function isOneMeeting([first, ...others]: readonly Slot[]): boolean {
  const what = first?.of.what ?? ''
  return (
    what.includes('会') &&
    others.every(({ of, place }) => isSameMatter(what, of.what) && place === first?.place)
  )
}

function minutesTogether(kind: ClashKind, [first, second]: readonly Slot[]): number | undefined {
  if (kind !== '时间重叠' && kind !== '同一地点同一时间') return undefined
  if (first?.start === undefined || second?.start === undefined) return undefined
  if (first.end === undefined || second.end === undefined) return undefined
  return Math.min(first.end, second.end) - Math.max(first.start, second.start)
}

function clash(kind: ClashKind, slots: readonly Slot[]): Clash {
  const ids = slots.map(({ of }) => of.id).sort()
  const leaders = [...new Set(slots.map(({ of }) => of.leader))].sort()
  const [day] = slots.map(({ of }) => of.day)
  if (day === undefined) throw new RangeError('a clash needs engagements')
  const severity = INFO.has(kind) ? 'info' : 'warn'
  const minutes = minutesTogether(kind, slots)
  const found: Clash = {
    kind,
    ids,
    leaders,
    day,
    key: `${keyWord(kind)}:${ids.join('+')}`,
    severity,
  }
  return minutes === undefined ? found : { ...found, minutes }
}

function partsOf({ part, from, to }: Engagement): readonly Part[] {
  if (from === undefined) return part === '全天' ? HALF_DAYS : part ? [part] : []
  const end = to === undefined ? from : timeFromMinutes(minutesOf(to) - 1)
  return HALF_DAYS.slice(HALF_DAYS.indexOf(partOf(from)), HALF_DAYS.indexOf(partOf(end)) + 1)
}
