import { parts } from './event'
import { emptyState, type KnownRow, rowKey, type State } from './state'

/** A line of 现况, read: which part of the state it sets, and to what. */
type StandLine = { json: string; part: string; key: string; value: unknown }

const rowLine = (json: string, place: string): StandLine => {
  const [book = '', register = '', ...rest] = place.split('|')
  const id = rest.join('|')
  const row = JSON.parse(json) as Pick<KnownRow, 'cells' | 'after' | 'at'>
  const value: KnownRow = { book, register, id, ...row }
  return { json, part: '行', key: rowKey(book, register, id), value }
}

const readLine = (name: string, json: string): StandLine | undefined => {
  const [category = '', key = ''] = name.split('\t')
  if (category === '行') return rowLine(json, key)
  const part = parts.find((each) => each === category)
  return part && { json, part, key, value: JSON.parse(json) as unknown }
}

const put = (state: State, { part, key, value }: StandLine): void => {
  if (part === '行') state.rows.set(key, value as KnownRow)
  else (state[part as keyof Omit<State, 'no' | 'rows'>] as Map<string, unknown>).set(key, value)
}

// Where a run follows another in one realm, most lines say what they said; each is parsed once. What
// stands in a state is never changed in place (apply sets it anew), so two states may share it.
let known = new Map<string, StandLine>()

/** The state out of the lines of 现况; one that says what it said before is the same object. */
export const readStand = (lines: Iterable<[name: string, json: string]>): State => {
  const state = emptyState()
  const read = new Map<string, StandLine>()
  for (const [name, json] of lines) {
    const before = known.get(name)
    const line = before?.json === json ? before : readLine(name, json)
    if (!line) continue
    read.set(name, line)
    put(state, line)
  }
  known = read
  return state
}
