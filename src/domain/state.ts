import type { Held, Refusal } from './held'
import { KnownRows } from './known-rows'
import type { Moment } from './moment'
import type { Letter } from './outbox-letter'
import type { Notice, OfferedLine, PublishedLine, Version } from './published'
import type { Ask, TaskState } from './task-state'

/** A row as last seen at its workbook. Cells are the texts typed; keys with `^` are what blanks were read as. */
export type KnownRow = {
  book: string
  register: string
  id: string
  cells: Record<string, string>
  /** The last reading without this content, or when it was told nothing had moved. */
  after: Moment
  /** The first reading with it. */
  at: Moment
  /** Who changed its workbook last before that reading; absent where nobody knows. */
  by?: string
}

/** When an office first had everything in for a week: in the interval (after, at]. */
export type Filing = { after: Moment; at: Moment; attempt: number }

/** A return (退回补正) of an attempt, with its reason. */
export type Returned = { attempt: number; reason: string; at: Moment }

export type DutyState = '未报' | '草稿' | '已报' | '退回补正'

/** How an office stood with a week when its filing ended; leaders by their 编号. */
export type OfficeRecord = {
  office: string
  leaders: string[]
  missing: string[]
  state: DutyState
  complete: boolean
  /** Minutes past cut-off and grace, of the first filing. */
  lateMinutes: number
}

/**
 * What of a week stays as it was: whose plans the offices whose plans were issued owed then, how each
 * office stood when filing ended, and the figures of tasks at the end of the day of its cut-off.
 */
export type WeekRecord = {
  issued?: Record<string, { leaders: string[]; attempt: number }>
  offices?: OfficeRecord[]
  tasks?: Record<string, number>
}

/** A clash people were told of, in the nth batch of its week. */
export type SeenClash = { week: string; batch: number; offices: string[] }

/** What keeps a tab, or a whole workbook, from being read as it stands. */
export type Fault = {
  book: string
  /** The register whose tab it is, '' where the workbook itself could not be read. */
  register: string
  /** Sentences for people. */
  texts: string[]
  /** Whether nothing of it was taken in: the last good rows stand. */
  unread: boolean
  /** Since when: of a workbook, the last good reading. */
  since: Moment
  /** Whether it is a line of the machine ledger that cannot be read. */
  inLedger?: true
}

export type JobRun = {
  at: Moment
  result: string
  /** Of the post: how often the mail server was not there, and before which moment nothing is sent. */
  tries?: number
  next?: Moment
  /** Of the looks of one workbook. */
  looks?: LooksSeen
}

/** What stood in a workbook when its looks were looked at, and what came of it. */
export type LooksSeen = {
  /** Its last-changed mark then, and a fingerprint of how it is to look; '' where none is known. */
  mark: string
  wanted: string
  /** Which part of its rows comes next, and how many were seen since the mark or the wish changed. */
  band: number
  seen: number
  repaired: number
}

/** Everything the district knows, as a fold over its events. */
export type State = {
  no: number
  rows: KnownRows
  counters: Map<string, number>
  filings: Map<string, Filing>
  returns: Map<string, Returned>
  versions: Map<string, Version>
  lines: Map<string, PublishedLine>
  offered: Map<string, OfferedLine>
  notices: Map<string, Notice>
  clashes: Map<string, SeenClash>
  letters: Map<string, Letter>
  refusals: Map<string, Refusal>
  held: Map<string, Held>
  closed: Map<string, Moment>
  weeks: Map<string, WeekRecord>
  jobs: Map<string, JobRun>
  faults: Map<string, Fault>
  asks: Map<string, Ask>
  tasks: Map<string, TaskState>
}

/** The parts of the state that events set whole, by the word the ledger uses for them. */
export type Part = Exclude<keyof State, 'no' | 'rows'>

export const emptyState = (): State => ({
  no: 0,
  rows: new KnownRows(),
  counters: new Map(),
  filings: new Map(),
  returns: new Map(),
  versions: new Map(),
  lines: new Map(),
  offered: new Map(),
  notices: new Map(),
  clashes: new Map(),
  letters: new Map(),
  refusals: new Map(),
  held: new Map(),
  closed: new Map(),
  weeks: new Map(),
  jobs: new Map(),
  faults: new Map(),
  asks: new Map(),
  tasks: new Map(),
})

export const rowKey = (book: string, register: string, id: string): string =>
  `${book}|${register}|${id}`

/** The key of what keeps a tab from being read; of a workbook as a whole `register` is ''. */
export const faultKey = (book: string, register: string): string => `${book}|${register}`

/** The rows of one register, of all workbooks or of one, in the order of their first appearance. */
export const rowsOf = (state: State, register: string, book?: string): KnownRow[] =>
  state.rows.of(register, book)
