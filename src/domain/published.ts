import type { Moment } from './moment'
import type { PaperMark } from './paper-decision'

/** The newest version of a consolidated week. */
export type Version = {
  n: number
  hash: string
  at: Moment
  missing: string[]
  /** Offices whose plans it holds. */
  holds: string[]
  /** The version given back last, 0 when none was. */
  issued: number
  issuedAt: Moment
  /** Versions given back before that one. */
  earlier: number[]
  approver: string
  /** How it was recorded for a leader who approved it. */
  paper?: PaperMark
  /** When the decision that let it go was read. */
  approvedAt?: Moment
  /** It was put up for what changed after issue, not for a plan filed since. */
  reissue?: true
  /** It took the place of one that was approved and had not gone yet. */
  voids?: true
  /** What it held beyond the version given back was taken away again: nobody approves it. */
  void?: boolean
}

/**
 * A line as the offices read it. What of it was otherwise in the version as issued, as told last or
 * as ticked last stands beside it, column by column; nothing stands there where it is the same, as
 * in every line of an older workspace.
 */
export type PublishedLine = {
  id: string
  office: string
  values: Record<string, string>
  mark?: '调整' | '取消' | '新增'
  issued?: Record<string, string>
  told?: Record<string, string>
  checked?: Record<string, string>
  /** It was added after issue. */
  added?: true
  /** Nobody was told of it yet. */
  fresh?: true
  /** When it was changed last after issue. */
  since?: Moment
  /** The notice that told of it last. */
  noticed?: number
  /** The reason that notice gave; one of an older workspace stands among the values. */
  reason?: string
  /** Notices that went without their reason. */
  owes?: number[]
  /** How many of its changes the coordinator has ticked. */
  checks?: number
}

/** A line as it stood in a version put up, and what it was in the version before. */
export type OfferedLine = {
  /** The version in which it came to stand so. */
  n: number
  office: string
  /** Absent where it is gone. */
  values?: Record<string, string>
  was?: Record<string, string>
}

export type AdjustedItem = {
  id: string
  kind: '调整' | '取消' | '新增'
  leader: string
  before?: Record<string, string>
  after?: Record<string, string>
  reason: string
  /** Kept inside its own office: the others are not told the reason. */
  own?: true
  /** It was told before its reason was given. */
  owing?: true
}

/** An adjustment notice (安排调整通知), numbered within its week. */
export type Notice = {
  n: number
  week: string
  office: string
  touched: string[]
  items: AdjustedItem[]
  at: Moment
}
