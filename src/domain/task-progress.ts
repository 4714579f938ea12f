import { askId, asksOf, isOpenAsk } from './ask'
import type { Day } from './day'
import { textHash } from './decision'
import type { District } from './district'
import type { Journal } from './event'
import { dayOf } from './moment'
import type { Register } from './register'
import type { Ask, TaskState } from './task-state'

/** Whether a value is a day. */
export const isDay = (text: string | undefined): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

/** What becomes of one task in one run, on a copy that is noted at the end. */
export class TaskProgress {
  readonly state: TaskState
  constructor(
    readonly journal: Journal,
    readonly district: District,
    readonly register: Register,
    readonly id: string,
    state: TaskState,
  ) {
    this.state = structuredCopy(state)
  }

  get today(): Day {
    return dayOf(this.journal.at)
  }

  /** A deadline that is changed where the task is kept counts as an extension; the first one is set. */
  setDue(due: Day, about: { why?: string; anew?: true } = {}): void {
    const { state } = this
    if (state.due === due) return
    if (state.due === '') state.original = due
    else state.extensions.push({ from: state.due, to: due, at: this.journal.at, ...about })
    state.due = due
    state.dueAt = this.journal.at
  }

  /** Takes the deadline typed in the master row, once each time it is typed anew; `inner` is the day kept. */
  enterDue(typed: string | undefined, inner: (typed: Day) => Day = (day) => day): void {
    const { state } = this
    if (!isDay(typed) || typed === state.entered || state.over !== '') return
    state.entered = typed
    const due = inner(typed)
    if (state.extensions[state.extensions.length - 1]?.to !== due) this.setDue(due)
  }

  /**
   * Takes a note on progress: another text beside the same day is a note of today, another day is the
   * day of the note.
   */
  noteProgress(said: string, typed: string | undefined): void {
    const { state, today } = this
    const day = isDay(typed) ? typed : ''
    const hash = textHash([said])
    const before = state.note
    state.note = { hash, day }
    if (before === undefined) state.noted = day || state.noted || today
    else if (day !== '' && day !== before.day) state.noted = day
    else if (hash !== before.hash) state.noted = today
  }

  ask(kind: Ask['kind'], wish: string, reason: string, step = ''): void {
    const asks = asksOf(this.journal.state, this.id).filter(({ ask }) => ask.kind === kind)
    const open = asks.filter(({ ask }) => isOpenAsk(ask))
    if (open.some(({ ask }) => ask.wish === wish && ask.reason === reason)) return
    const n = open[0]?.ask.n ?? asks.length + 1
    const of = step === '' ? {} : { step }
    const put = open[0]?.ask.put
    // What stood there is known until the tick has put the new text there.
    const shown = put ? { put } : {}
    const ask: Ask = { task: this.id, kind, n, at: this.journal.at, wish, ...of, reason, ...shown }
    this.journal.set('asks', askId(this.id, kind, n), ask)
  }

  /** Notes 催办 that was written anew, with when it was read; of those noted before that was kept it is not known. */
  noteUrge(said: string): void {
    const { urges, urgedAt = urges.map(() => 0) } = this.state
    if (said === '' || urges[urges.length - 1] === said) return
    this.state.urgedAt = [...urgedAt, this.journal.at]
    urges.push(said)
  }

  /** Takes back the report that it is done, with what was asked for it. */
  takeBack(): void {
    this.state.claimed = ''
    this.lapse((kind) => kind === '核验')
  }

  /** What is asked for of these kinds is nobody's to decide any more. */
  lapse(isMeant: (kind: Ask['kind']) => boolean): void {
    for (const { id, ask } of asksOf(this.journal.state, this.id)) {
      if (isMeant(ask.kind) && isOpenAsk(ask))
        this.journal.set('asks', id, { ...ask, lapsed: this.journal.at })
    }
  }

  wished(kind: Ask['kind'], wish: string, reason: string): boolean {
    return asksOf(this.journal.state, this.id).some(
      ({ ask }) => ask.kind === kind && ask.wish === wish && ask.reason === reason,
    )
  }

  pause(why: string, from: Day): void {
    if (this.state.pauses.some((pause) => pause.why === why && pause.to === '')) return
    this.state.pauses.push({ from, to: '', why })
  }

  resume(why: string): void {
    for (const pause of this.state.pauses) {
      if (pause.why === why && pause.to === '') pause.to = this.today
    }
  }
}

// The state is plain data: a round trip through JSON copies it.
const structuredCopy = (state: TaskState): TaskState =>
  JSON.parse(JSON.stringify(state)) as TaskState
