import type { Event, Happening, News } from './event'
import { parts } from './event'
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
] as const

/** An event as a line of the ledger. */
export const eventRow = (event: Event): string[] => [
  String(event.no),
  stampOf(event.at),
  stampOf(event.after),
  event.happening,
  event.book,
  event.register,
  event.key,
  event.field,
  event.old,
  event.now,
]

/** A line of the ledger as an event; undefined for a blank line. */
export const readEventRow = (cells: string[]): Event | undefined => {
  const [no, at, after, happening, book, register, key, field, old, now] = cells
  if (!no || !at || !after) return undefined
  return {
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
  }
}

/** Numbers news from the state's last number on. */
export const numbered = (news: News[], last: number): Event[] =>
  news.map((each, i) => ({ ...each, no: last + 1 + i }))

export const standHeadings = ['类别', '键', '内容'] as const

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
  const [category = '', key = ''] = name.split('\t')
  if (category === '行') {
    const row = state.rows.get(key)
    return row && JSON.stringify({ cells: row.cells, after: row.after, at: row.at })
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
