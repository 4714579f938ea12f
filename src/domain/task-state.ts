import type { Day } from './day'
import type { DraftContent } from './draft-content'
import type { Moment } from './moment'
import type { PaperMark } from './paper-decision'

/** A text as it was put beside a decision: its hash, since when, and the beginnings of its parts. */
export type Shown = { hash: string; at: Moment; parts: string[] }

/**
 * What is asked for about a task: a delay, verification, that another office take it, that days of
 * waiting for another be confirmed, or that a draft (督办单, 专报, 沟通提示) be issued.
 */
export type Ask = {
  task: string
  kind: '延期' | '核验' | '异议' | '等待' | '督办单' | '专报' | '沟通提示'
  n: number
  at: Moment
  /** The day asked for, the office proposed or waited for, or the deadline a draft is about. */
  wish: string
  /** Of a waiting. */
  waiting?: Waiting
  /** The step (节点) whose day a delay is asked for; absent where it is that of the whole. */
  step?: string
  /** Of a draft: what it says of its task, as it stood when it was issued. */
  facts?: DraftContent
  /** Why; of a draft its text as it was shown last. */
  reason: string
  /** The text of its line as the tick put it there last, and what stood there before. */
  put?: Shown
  was?: Shown
  /** When a draft's reason was gone before it was issued, or a report of completion was taken back. */
  lapsed?: Moment
  /** `number` is the 文号 a draft was issued under; one of an older workspace has none. */
  decided?: {
    yes: boolean
    by: string
    opinion: string
    at: Moment
    number?: string
    /** How it was recorded for a leader who decided. */
    paper?: PaperMark
  }
}

/** A waiting for another (等待单位) as it was asked for and confirmed. */
export type Waiting = {
  /** The day typed as its first, '' where none was. */
  since: Day | ''
  /** The day on which it was first read: nobody had asked before. */
  read: Day
  /** The day on which the office no longer named it, '' while it waits. */
  ended: Day | ''
  /** What was confirmed beside it, both days included. */
  confirmed?: { from: Day; to: Day }
  /** It had stopped the clock by itself in an older workspace: stands until decided. */
  old?: true
}

/** A time in which the clock stands still, up to the day before `to`; '' while it has no end. */
export type StoodStill = {
  from: Day
  to: Day | ''
  why: string
  /** The 编号 of the waiting it was confirmed beside, by whom and when. */
  ask?: string
  by?: string
  at?: Moment
  /** Of the time before the task began anew elsewhere: it puts off nothing any more. */
  past?: true
}

/** What has become of a task: everything that its present row no longer shows. */
export type TaskState = {
  /** The office that carries it now. */
  office: string
  assigned: Day
  due: Day | ''
  /** The deadline as it was typed last in the master row. */
  entered: Day | ''
  /** When the deadline that holds was set; absent in ledgers from before that was kept. */
  dueAt?: Moment
  original: Day | ''
  /** Each change of the deadline; `anew` where it moved to another office with the full time. */
  extensions: { from: Day; to: Day; at: Moment; why?: string; anew?: true }[]
  moves: { from: string; to: string; reason: string; at: Moment }[]
  pauses: StoodStill[]
  /** The day from which the time of the office that carries it now counts; absent where it never moved. */
  anew?: Day
  /** Who recorded for an office without a desk (代为登记), and when it was read. */
  proxy?: { by: string; at: Moment }
  received: Moment
  noted: Day | ''
  /** What of the last note is remembered: a fingerprint of its text, and the day typed beside it. */
  note?: { hash: string; day: Day | '' }
  claimed: Day | ''
  claimNote: string
  returned: number
  over: '' | '办结' | '中止'
  overOn: Day | ''
  /** The day of the 销号, from which it counts as 办结; absent where it was before that was kept. */
  struckOn?: Day
  /** 催办 as a person recorded it, and when each was read. */
  urges: string[]
  urgedAt?: Moment[]
  /** When it reached the office that carries it now: 签收 counts from there. */
  reached: Moment
  /** The offices that help (协办), each by its id. */
  helping: Record<string, Helping>
  /** When offices helped that no longer do; absent where none did, and in ledgers from before. */
  helped?: Record<string, Spell[]>
  /** Its steps (节点) in the order they are written; absent where there are none. */
  steps?: DatedStep[]
  /** What the lead wrote last about which of them are done. */
  stepsSaid?: string
}

/** A step (节点) of a task. */
export type DatedStep = {
  name: string
  /** Its day as it was typed last in the master row. */
  entered: Day
  /** The day that holds, with granted extensions. */
  due: Day
  /** The day on which the lead said it was done. */
  done: Day | ''
  moved: { from: Day; to: Day; at: Moment }[]
}

/** A time in which an office had a task, from the moment it came until the one it went. */
export type Spell = { from: Moment; to: Moment }

/** How far an office that helps has come: when the task reached it, when it said so, 0 before. */
export type Helping = { reached: Moment; received: Moment }
