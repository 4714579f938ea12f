import type { CellValue } from '../../apps-script/surface'
import type { BookState } from '../books/book'
import type { FailingCall, Faults } from '../contract'
import type { StorageFault } from '../damage/storage-fault'
import type { Post } from '../mail/post'
import type { LocalStore } from '../store'
import { defaultRole } from '../store'
import type { PriceKind } from './prices'
import { runLimit } from './prices'
import { RunDead, ServiceError } from './service'
import type { Charge } from './trace'
import { Trace } from './trace'
import { writeCells } from './write-cells'

/** Cells that setValues has taken but no flush has applied yet. */
export type PendingWrite = {
  sheetId: number
  row: number
  column: number
  values: CellValue[][]
}

type Touch = { read: boolean; written: boolean }

/** One run of a public function: its clock, its trace, what it has not flushed, its faults. */
export class RunState {
  readonly trace = new Trace()
  readonly log: string[] = []
  /** Why the run is dead, undefined while it lives. */
  death: string | undefined
  /** The fault of the disk or the database that ended the run. */
  fault: StorageFault | undefined
  hasEnded = false
  sentLetters = 0
  sentRecipients = 0
  /** Real ms that this run has waited for the mail server. */
  mailWait = 0
  readonly #pending = new Map<string, PendingWrite[]>()
  readonly #touched = new Map<string, Touch>()
  readonly #seen = new Set<string>()
  readonly #failed = new Map<FailingCall, number>()
  #calls = 0
  /** Ms for which the host stood still. */
  #paused = 0

  constructor(
    readonly fn: string,
    readonly store: LocalStore,
    readonly post: Post,
    /** Workspace time at the start, epoch ms. */
    readonly at: number,
    readonly faults: Faults,
  ) {}

  /** Workspace time within the run: it grows by modelled ms. */
  now(): number {
    return this.at + this.#paused + Math.floor(this.trace.elapsed)
  }

  get role(): string {
    return this.store.fact('role') ?? defaultRole
  }

  get user(): string {
    return this.faults.user ?? this.role
  }

  get author() {
    return { by: this.user, at: this.now(), isScript: true }
  }

  /** Counts a call of the bundle and lets the faults strike before it has an effect. */
  begin(): void {
    if (this.death !== undefined) throw new RunDead(this.death)
    const call = this.#calls
    this.#calls += 1
    if (this.faults.killAt !== undefined && call >= this.faults.killAt) {
      this.die(`Killed at call ${call}`)
    }
    if (this.faults.pausedAt?.call === call) this.#paused = this.faults.pausedAt.ms
    if (this.faults.transientAt === call) {
      throw new ServiceError(
        "We're sorry, a server error occurred. Please wait a bit and try again.",
      )
    }
  }

  /** A fault of the disk or the database ends the run: it is no answer of a service of Google. */
  fail(fault: StorageFault): never {
    this.fault ??= fault
    return this.die(fault.message)
  }

  /** The failure that is to meet a call, where there is one; each is used up by itself. */
  failureOf(call: string, args: readonly unknown[]): FailingCall | undefined {
    const slow = this.faults.slow?.find((one) => meets(one, call, args))
    if (slow) this.charge('fault.slow', {}, slow.ms)
    const found = this.faults.fails?.find((one) => {
      return meets(one, call, args) && (this.#failed.get(one) ?? 0) < (one.times ?? Infinity)
    })
    if (found) this.#failed.set(found, (this.#failed.get(found) ?? 0) + 1)
    return found
  }

  /** Ends the run. @throws RunDead */
  die(reason: string): never {
    this.death = reason
    this.#pending.clear()
    throw new RunDead(reason)
  }

  /** Prices a call; a run over its six modelled minutes dies before the call has an effect. */
  charge(kind: PriceKind, charge: Charge = {}, waited = 0): void {
    this.trace.add(kind, charge, waited)
    if (this.trace.elapsed > runLimit) this.die('Exceeded maximum execution time')
  }

  /** A workbook as of now. */
  book(bookId: string): BookState {
    this.#seen.add(bookId)
    return this.store.workbooks.load(bookId)
  }

  /** A workbook as the run saw it last: a handle on it asks for nothing anew. */
  seen(bookId: string): BookState {
    return this.#seen.has(bookId) ? this.store.workbooks.held(bookId) : this.book(bookId)
  }

  hasPending(bookId: string): boolean {
    return this.#pending.has(bookId)
  }

  /** How many calls the bundle has made. */
  get calls(): number {
    return this.#calls
  }

  /** Whether anything at all waits for a flush. */
  get isPending(): boolean {
    return this.#pending.size > 0
  }

  /** A read of a workbook: what is pending there is applied first, and paid for. */
  reads(bookId: string): void {
    if (this.hasPending(bookId)) this.flush(bookId, true)
    const touch = this.#touch(bookId)
    if (touch.read) return
    touch.read = true
    this.charge('ss.firstRead', { ss: bookId })
  }

  /** A write to a workbook: the first touch is paid once. */
  writes(bookId: string): void {
    const touch = this.#touch(bookId)
    if (!touch.read && !touch.written) this.charge('ss.firstWrite', { ss: bookId })
    touch.written = true
  }

  hold(bookId: string, write: PendingWrite): void {
    const pending = this.#pending.get(bookId) ?? []
    pending.push(write)
    this.#pending.set(bookId, pending)
  }

  /** Applies what is pending in one workbook, as one change. */
  flush(bookId: string, isImplicit = false): void {
    const pending = this.#pending.get(bookId)
    if (!pending) return
    const cells = pending.reduce((sum, { values }) => sum + sizeOf(values), 0)
    const implicit = isImplicit ? { implicit: true } : {}
    this.charge('ss.flush', { ss: bookId, cells, ...implicit })
    this.#pending.delete(bookId)
    this.#apply(bookId, pending)
  }

  /** Flushes every workbook. @returns whether anything was pending. */
  flushAll(): boolean {
    const pending = [...this.#pending.keys()]
    for (const bookId of pending) this.flush(bookId)
    return pending.length > 0
  }

  /** Applies at once what setValues was paid for in full: a block too large to be buffered. */
  applyInline(bookId: string): void {
    const pending = this.#pending.get(bookId) ?? []
    const last = pending.pop()
    if (pending.length > 0) this.flush(bookId, true)
    else this.#pending.delete(bookId)
    if (last) this.#apply(bookId, [last])
  }

  #apply(bookId: string, writes: readonly PendingWrite[]): void {
    this.store.workbooks.change(bookId, this.author, (change) => {
      for (const write of writes) writeCells(change, write)
    })
  }

  /** The end flush; a run that was to be killed by now loses what is pending. */
  end(): void {
    const { killAt } = this.faults
    const isLate = killAt !== undefined && this.#calls >= killAt
    if (isLate && this.#pending.size > 0) this.die('Killed before the end flush')
    this.flushAll()
  }

  #touch(bookId: string): Touch {
    const touch = this.#touched.get(bookId) ?? { read: false, written: false }
    this.#touched.set(bookId, touch)
    return touch
  }
}

function meets(
  fault: { call: string; book?: string },
  call: string,
  args: readonly unknown[],
): boolean {
  return fault.call === call && (fault.book === undefined || args.includes(fault.book))
}

export function sizeOf(values: readonly (readonly unknown[])[]): number {
  return values.length * (values[0]?.length ?? 0)
}
