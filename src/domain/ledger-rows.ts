import type { Event, Happening, News } from './event'
import { parts } from './event'
import { piecesOf } from './plain-text'
import { readStamp, stampOf } from './stamp'
import { rowKey, type State } from './state'

export const eventHeadings = [
  '序号',
  '时间',
  '未见于',
  '事件',
  '工作簿',
  '表',
  '编号',
  '字段',
  '原值',
  '新值',
  '最后改动人',
] as const

/** How much of a text a cell of the ledger is given: less than a cell holds, with a mark before it. */
const pieceLength = 45_000
/** The word of a line that goes on with what the line above it could not hold. */
const goesOn = '续'

/** An event as lines of the ledger: one, or as many as its texts take. */
export const eventRows = (event: Event): string[][] => {
  const [olds, nows] = [piecesOf(event.old, pieceLength), piecesOf(event.now, pieceLength)]
  const first = [
    String(event.no),
    stampOf(event.at),
    stampOf(event.after),
    event.happening,
    event.book,
    event.register,
    event.key,
    event.field,
  ]
  const next = [String(event.no), stampOf(event.at), stampOf(event.after), goesOn, '', '', '', '']
  return Array.from({ length: Math.max(olds.length, nows.length) }, (_, i) => [
    ...(i === 0 ? first : next),
    olds[i] ?? '',
    nows[i] ?? '',
    i === 0 ? (event.by ?? '') : '',
  ])
}

/** Lines of the ledger as events; blank ones are none, and long texts are put together again. */
export const readEventRows = (rows: readonly string[][]): Event[] => {
  const events: Event[] = []
  for (const cells of rows) {
    const last = events[events.length - 1]
    if (cells[3] !== goesOn) events.push(...(readEventRow(cells) ?? []))
    else if (last && String(last.no) === cells[0]) {
      last.old += cells[8] ?? ''
      last.now += cells[9] ?? ''
    }
  }
  return events
}

const readEventRow = (cells: string[]): [Event] | undefined => {
  const [no, at, after, happening, book, register, key, field, old, now, by] = cells
  if (!no || !at || !after) return undefined
  const event: Event = {
    no: Number(no),
    at: readStamp(at),
    after: readStamp(after),
    happening: (happening ?? '记录') as Happening,
    book: book ?? '',
    register: register ?? '',
    key: key ?? '',
    field: field ?? '',
    old: old ?? '',
    now: now ?? '',
    ...(by ? { by } : {}),
  }
  return [event]
}

/** Numbers news from the state's last number on. */
export const numbered = (news: News[], last: number): Event[] =>
  news.map((each, i) => ({ ...each, no: last + 1 + i }))

export const standHeadings = ['类别', '键', '内容'] as const

/** A line of 现况: category, key and JSON, which goes on to the right where a cell does not hold it. */
export const standRow = (name: string, json: string): string[] => [
  ...nameParts(name),
  ...piecesOf(json, pieceLength),
]

/** Category and key of a name; a key may hold anything. */
export const nameParts = (name: string): [category: string, key: string] => {
  const at = name.indexOf('\t')
  return at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)]
}

/** The names of the lines of 现况 that events change: category and key. */
export const namesTouched = (state: State, events: Iterable<Event>): Set<string> => {
  const names = new Set<string>()
  for (const { happening, book, register, key } of events) {
    names.add(happening === '记录' ? `${register}\t${key}` : `行\t${rowKey(book, register, key)}`)
  }
  // A row that appears moves the counter its 编号 came from.
  for (const key of state.counters.keys()) names.add(`counters\t${key}`)
  return names
}

/** What a line of 现况 says now, as JSON; undefined where nothing is known under this name. */
export const standLine = (state: State, name: string): string | undefined => {
  const [category, key] = nameParts(name)
  if (category === '行') {
    const row = state.rows.get(key)
    return row && JSON.stringify({ cells: row.cells, after: row.after, at: row.at, by: row.by })
  }
  const part = parts.find((each) => each === category)
  const value = part && (state[part] as Map<string, unknown>).get(key)
  return value === undefined ? undefined : JSON.stringify(value)
}

/** The state as lines of 现况: category and key, and its content as JSON. */
export const standOf = (state: State): Map<string, string> => {
  const names = [
    ...[...state.rows.keys()].map((key) => `行\t${key}`),
    ...parts.flatMap((part) => [...state[part].keys()].map((key) => `${part}\t${key}`)),
  ]
  return new Map(names.map((name): [string, string] => [name, standLine(state, name) ?? '']))
}
