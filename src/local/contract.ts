/** What the parts of the local workspace promise each other. */
import type { CellValue, LooksRequest } from '../apps-script/surface'

/** The kinds of workbook of a district; the machine ledger appears by itself, one a year. */
export type BookKind = 'control' | 'desk' | 'dashboard' | 'ledger'

export type Book = {
  id: string
  name: string
  kind: BookKind
  /** Grows with every applied change of values or looks. */
  counter: number
  /** Workspace time of the last change, epoch ms. */
  modified: number
}

/** What a tab says. `rows` holds what is shown, `rowKeys` survive sorting and inserting. */
export type TabTexts = {
  sheetId: number
  name: string
  hidden: boolean
  rowKeys: string[]
  rows: string[][]
}

/** A tab as a person sees it. */
export type TabView = TabTexts & {
  index: number
  frozenRows: number
  frozenColumns: number
  maxRows: number
  maxColumns: number
  /** #rrggbb or '' */
  tabColor: string
  /** Pixel widths by column, and whether the column stands in a collapsed group. */
  columns: { width: number; collapsed: boolean }[]
  /** Looks of the used cells after conditional formats, same shape as `rows`. */
  looks: CellLook[][]
  merges: { row: number; column: number; rows: number; columns: number }[]
  charts: ChartView[]
  /** True when nobody but the script may edit the whole tab. */
  locked: boolean
}

/** A chart with what it draws, read from the cells it refers to. */
export type ChartView = {
  kind: 'stacked columns' | 'columns' | 'lines'
  title: string
  /** What it shows, in words. */
  says: string
  /** The rows it stands on (0-based), and its first column. */
  top: number
  bottom: number
  column: number
  /** Pixels. */
  width: number
  height: number
  labels: string[]
  /** `values` are as many as `labels`; a blank cell has none. */
  series: { name: string; color: string; values: (number | undefined)[] }[]
}

export type CellLook = {
  background?: string
  color?: string
  bold?: boolean
  align?: 'left' | 'center' | 'right'
  wrap?: boolean
  size?: number
  /** Choices of a drop-down, when the cell has one. */
  choices?: string[]
}

/** One typing of a person: cells of an existing row, a new row at the end, or a row removed. */
export type Edit =
  | { kind: 'set'; rowKey: string; column: number; value: CellValue }
  | { kind: 'append'; values: CellValue[] }
  | { kind: 'delete'; rowKey: string }

/** One priced call of a run. */
export type TraceLine = {
  /** Modelled ms since the start of the run. */
  t: number
  kind: string
  /** Workbook id, or '' where none is meant. */
  ss: string
  cells?: number
  kb?: number
  requests?: number
  recipients?: number
  implicit?: boolean
  ms: number
}

export type Run = {
  fn: string
  /** Workspace time at the start, epoch ms. */
  at: number
  /** Modelled ms. */
  ms: number
  /** Wall ms. */
  wall: number
  outcome: 'done' | 'failed' | 'killed'
  error?: string
  result?: unknown
  trace: TraceLine[]
  log: string[]
}

/** A call that fails: so many times (else always), for one workbook or all, its effect done or not. */
export type FailingCall = {
  call: string
  says: string
  times?: number
  book?: string
  after?: boolean
}

/** Faults on demand, for tests: each names the nth priced call of the run (0 = first). */
export type Faults = {
  /** After this many service calls the run is dead; nothing it calls afterwards has an effect. */
  killAt?: number
  /** These workbook ids cannot be opened ("You do not have permission…"). */
  unreadable?: string[]
  /** The nth service call throws a transient error before it is applied. */
  transientAt?: number
  /** The nth sendEmail throws. */
  mailFailsAt?: number
  /** What it says then; default "Service unavailable: Mail". */
  mailSays?: string
  /** Calls such as `Range.getValues` that fail with one of Google's sentences. */
  fails?: FailingCall[]
  /** Calls that take so many modelled ms more. */
  slow?: { call: string; ms: number; book?: string }[]
  lockBusy?: boolean
  /** Before the nth service call the host stands still for so many ms, which no limit counts. */
  pausedAt?: { call: number; ms: number }
  quota?: number
  /** Who the run acts as; default the role account. */
  user?: string
}

/** What becomes true together with a typing: on disk with it, or not at all. */
export type TypingNote = {
  /** Its line in the fill log. */
  log: unknown
  facts: Record<string, string>
}

/** The database of one workspace. Everything that persists is here or beside it in its folder. */
export type Store = {
  dir: string
  /** Creates an empty workbook with one empty tab 工作表1. */
  createBook(name: string, kind: BookKind): string
  books(): Book[]
  /** Every tab of a workbook, in tab order. @throws when no such workbook exists. */
  view(bookId: string): TabView[]
  /** The same without looks, which take most of the time. */
  texts(bookId: string): TabTexts[]
  /** A person's typing, all or nothing. @throws one Chinese sentence when protected. Returns new row keys of appends. */
  type(bookId: string, sheetId: number, edits: Edit[], by: string, note?: TypingNote): string[]
  /** The lines of the fill log from a number on, oldest first. */
  typings(after: number): { id: number; line: string }[]
  /** Looks requests as a provisioning tool would send them; atomic. */
  looks(bookId: string, requests: LooksRequest[], by?: string): void
  /** Removes every trace of a cell's earlier values (a refused text). */
  purge(bookId: string, sheetId: number, rowKey: string, column: number): void
  properties(): Record<string, string>
  setProperties(all: Record<string, string>): void
  /** Small workspace facts: the clock, the role account, sample name, … */
  fact(name: string): string | undefined
  setFact(name: string, value: string): void
  /** Runs with their trace, newest first. */
  runs(limit: number): Run[]
  keepRun(run: Run): void
  /**
   * Whether each commit is on disk before its reply, as it is unless told otherwise. While it is
   * not, a power cut takes the last commits with it, whole; with true all are on disk when it
   * returns.
   */
  syncEach(isSynced: boolean): void
  close(): void
}

/** A letter as it arrived in the inbox. */
export type InboxMail = {
  file: string
  at: string
  to: string
  from: string
  subject: string
  text: string
  html: string
}

/** One workspace that is open in this process. */
export type Workspace = {
  dir: string
  store: Store
  /** Workspace time, epoch ms. */
  now(): number
  /** Set clock only: moves forward, never back. @throws on a real clock or a step back. */
  moveTo(ms: number): void
  clock: 'real' | 'set'
  /** Calls a public function of dist/Code.js in the worker. */
  call(fn: string, args: unknown[], faults?: Faults): Promise<Run>
  inbox(): Promise<InboxMail[]>
  close(): Promise<void>
}
