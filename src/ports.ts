/** What the jobs need from the world: small types, two homes. */
import type { Delivery } from './domain/delivery'
import type { Moment } from './domain/moment'
import type { LooksRequest } from './layout/looks-request'

export type BookId = string

/** What kind of failure of the platform it is: each is met in its own way. */
export type FaultKind =
  | 'transient'
  | 'rate'
  | 'quota'
  | 'authorization'
  | 'protected'
  | 'permission'
  | 'program'
  | 'unknown'

/** A failure of the platform, in a sentence for people; the cause is kept. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'

  constructor(
    sentence: string,
    readonly kind: FaultKind,
    readonly cause: unknown,
  ) {
    super(sentence)
  }
}

/** A tab as read: `shown` is text, row 1 first; `formulas` are the cells a person typed a formula in. */
export type TabContent = {
  /** Its name; of a tab that people added `#` and its id. */
  name: string
  /** What people call it, where that is not its name. */
  title?: string
  shown: string[][]
  formulas: { row: number; column: number; text?: string }[]
}

/** A block of text cells; rows and columns count from 1. */
export type Block = { row: number; column: number; values: string[][] }

/** Whole rows to stand after the last used one of a tab. */
export type Addition = { tab: string; rows: string[][] }

/** How large a tab has to be; one that is missing is left out. */
export type Need = { tab: string; rows: number; columns: number }

export type Tables = {
  /**
   * Whole tabs of a workbook, in one go.
   *
   * @throws PlatformError when the workbook cannot be opened.
   */
  read(book: BookId, tabs: readonly string[]): TabContent[]
  /** Every tab of a workbook but those of these names and those the product made under them. */
  others(book: BookId, tabs: readonly string[]): TabContent[]
  /** The same tabs, read again (nothing of this workbook may be pending). */
  reread(book: BookId, tab: string): TabContent | undefined
  /** The rows of a tab from a row on, and how many rows it has. */
  tail(book: BookId, tab: string, from: number): { last: number; shown: string[][] }
  /** Writes blocks into a tab; nothing is applied before `flush`. */
  write(book: BookId, tab: string, blocks: Block[]): void
  /** Sees to it that tabs are large enough (nothing of this workbook may be pending). */
  reserve(book: BookId, needs: readonly Need[]): void
  /**
   * Adds whole rows after the last used one, atomically where only one is added to a tab (nothing
   * of this workbook may be pending).
   */
  append(book: BookId, additions: readonly Addition[]): void
  /** Replaces everything a tab shows; whole numbers in `figures` (columns from 0) stay numbers. */
  replace(book: BookId, tab: string, rows: string[][], figures?: readonly number[]): void
  /** Applies what is pending. */
  flush(): void
  /** Makes a workbook and returns its id. */
  create(name: string): BookId
  /** The link that opens a workbook; undefined while it cannot be opened. */
  url(book: BookId): string | undefined
  /** What moved since: last-changed marks by workbook, or undefined where no hint can be had. */
  marks(): Record<BookId, string> | undefined
  /** Who changed each workbook last, as the last marks told: an address, or a name; '' for the script. */
  editors(): Record<BookId, string>
  timeZone(book: BookId): string
}

/** What is asked of the Sheets API: a mask of members, and ranges in A1 notation. */
export type LooksAsked = { fields: string; ranges?: readonly string[] }

export type Layout = {
  /** How a workbook looks now, as the Sheets API states it: these members, of these cells only. */
  read(book: BookId, asked: LooksAsked): unknown
  apply(book: BookId, requests: LooksRequest[]): void
}

export type MailMessage = {
  to: string
  subject: string
  text: string
  html: string
  name: string
  replyTo: string
}

export type Mail = {
  quota(): number
  /** Hands a message over and says what became of it. */
  send(message: MailMessage): Delivery
}

export type Clock = { now(): Moment }

/** Small facts of the script, kept from run to run. */
export type Facts = {
  /** All of them, as this run read them last. */
  all(): Record<string, string>
  /** All of them, as they stand at this moment. */
  fresh(): Record<string, string>
  /** One of them, as it stands at this moment. */
  now(name: string): string | undefined
  /** Sets, or removes, those named and no other. */
  put(changes: Record<string, string | undefined>): void
}

export type Lock = {
  /** Runs `work` under the script lock (at most two seconds); false when it is busy. */
  within(work: () => void): boolean
}

export type Log = { line(text: string): void }

export type Identity = {
  /** The account this run acts as. */
  actor(): string
  /** A name that no other run has. */
  run(): string
  /** Whoever clicks. */
  clicker(): string
  /** The workbook the script is bound to. */
  home(): BookId | undefined
}

export type Triggers = {
  /** Installs what is missing, removes what is doubled. */
  install(control: BookId): void
}

/** A short fingerprint of a text (SHA-256, hexadecimal). */
export type Digest = (text: string) => string

export type Ports = {
  tables: Tables
  layout: Layout
  mail: Mail
  clock: Clock
  facts: Facts
  lock: Lock
  log: Log
  identity: Identity
  triggers: Triggers
}
