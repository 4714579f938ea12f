import type { Moment } from './moment'
import { parsedCells, parsedJson } from './parsed-json'
import { numberOf } from './row-number'
import { emptyState, type KnownRow, type Part, rowKey, type State } from './state'

/** What happened to a row: 出现, 改动, 消失, 恢复; or a part of the state set whole: 记录. */
export type Happening = '出现' | '改动' | '消失' | '恢复' | '记录'

/** One line of the machine ledger. For 记录 `register` names the part and `field` stays empty. */
export type Event = {
  no: number
  at: Moment
  after: Moment
  happening: Happening
  book: string
  register: string
  key: string
  field: string
  old: string
  now: string
  /** Who changed the workbook last before this was read; absent where nobody knows. */
  by?: string
}

/** An event that has not been numbered yet. */
export type News = Omit<Event, 'no'>

/** Who, where it is known. */
const byOf = ({ by }: { by?: string }): { by?: string } => (by ? { by } : {})

const appear = (state: State, event: Event | News): boolean => {
  const cells = parsedCells(parsedJson(event.now))
  const { book, register, key: id, after, at } = event
  const row = { book, register, id, cells: cells ?? {}, after, at, ...byOf(event) }
  if (cells) state.rows.set(rowKey(book, register, id), row)
  const numbered = numberOf(id)
  if (!numbered) return cells !== undefined
  const counter = `${register}|${numbered.prefix}`
  state.counters.set(counter, Math.max(state.counters.get(counter) ?? 0, numbered.n))
  return cells !== undefined
}

const change = (state: State, event: Event | News): void => {
  const key = rowKey(event.book, event.register, event.key)
  const row: KnownRow | undefined = state.rows.get(key)
  if (!row) return
  const cells = { ...row.cells, [event.field]: event.now }
  // Marks of the script, and whom a name means, are no change of what people wrote.
  if (/^(~|\^@)/.test(event.field)) {
    state.rows.set(key, { ...row, cells })
    return
  }
  const { by: _, ...known } = row
  state.rows.set(key, { ...known, cells, after: event.after, at: event.at, ...byOf(event) })
}

const record = (state: State, event: Event | News): boolean => {
  const part = state[event.register as Part] as Map<string, unknown> | undefined
  if (event.now === '') part?.delete(event.key)
  const value = event.now === '' ? undefined : parsedJson(event.now)
  if (value !== undefined) part?.set(event.key, value)
  return event.now === '' || value !== undefined
}

const taken = (state: State, event: Event | News): boolean => {
  if (event.happening === '记录') return record(state, event)
  if (event.happening === '出现' || event.happening === '恢复') return appear(state, event)
  if (event.happening === '改动') change(state, event)
  else state.rows.delete(rowKey(event.book, event.register, event.key))
  return true
}

/** Takes one event into the state, in place; false where what it says cannot be read. */
export const apply = (state: State, event: Event | News): boolean => {
  if ('no' in event) state.no = event.no
  return taken(state, event)
}

/** The state after these events, from an earlier one or from nothing. */
export const fold = (events: Iterable<Event>, from: State = emptyState()): State => {
  for (const event of events) apply(from, event)
  return from
}

/** The parts that `记录` may set, in a fixed order. */
export const parts: readonly Part[] = [
  'counters',
  'filings',
  'returns',
  'versions',
  'lines',
  'offered',
  'notices',
  'clashes',
  'letters',
  'refusals',
  'held',
  'closed',
  'weeks',
  'jobs',
  'faults',
  'asks',
  'tasks',
]

/** The whole state as opening events of a new year's ledger. */
export const openingEvents = (state: State, at: Moment): News[] => [
  ...[...state.rows.values()].map((row) => ({
    at: row.at,
    after: row.after,
    happening: '出现' as const,
    book: row.book,
    register: row.register,
    key: row.id,
    field: '',
    old: '',
    now: JSON.stringify(row.cells),
    ...byOf(row),
  })),
  ...parts.flatMap((part) =>
    [...(state[part] as Map<string, unknown>)].map(([key, value]) => ({
      at,
      after: at,
      happening: '记录' as const,
      book: '',
      register: part,
      key,
      field: '',
      old: '',
      now: JSON.stringify(value),
    })),
  ),
]

/** Collects news and takes each at once into the state, so that later judging sees it. */
export type Journal = {
  state: State
  news: News[]
  at: Moment
  set<P extends Part>(part: P, key: string, value: PartValue<P> | undefined): void
  row(news: Omit<News, 'at'>): void
}

export type PartValue<P extends Part> = State[P] extends Map<string, infer V> ? V : never

/** Opens a journal for one run. */
export const journalOf = (state: State, at: Moment): Journal => {
  const news: News[] = []
  const note = (event: News): void => {
    news.push(event)
    apply(state, event)
  }
  return {
    state,
    news,
    at,
    set(part, key, value) {
      const old = (state[part] as Map<string, unknown>).get(key)
      const before = old === undefined ? '' : JSON.stringify(old)
      const now = value === undefined ? '' : JSON.stringify(value)
      if (before === now) return
      note({
        at,
        after: at,
        happening: '记录',
        book: '',
        register: part,
        key,
        field: '',
        old: '',
        now,
      })
    },
    row(event) {
      note({ ...event, at })
    },
  }
}
