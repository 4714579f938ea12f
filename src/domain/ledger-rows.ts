import type { Event, Happening, News } from './event'
import { parts } from './event'
import { readStamp, stampOf } from './stamp'
import { emptyState, type KnownRow, rowKey, type State } from './state'

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

/** The state as lines of 现况: category and key, and its content as JSON. */
export const standOf = (state: State): Map<string, string> => {
  const lines = new Map<string, string>()
  for (const [key, { cells, after, at }] of state.rows) {
    lines.set(`行\t${key}`, JSON.stringify({ cells, after, at }))
  }
  for (const part of parts) {
    for (const [key, value] of state[part] as Map<string, unknown>) {
      lines.set(`${part}\t${key}`, JSON.stringify(value))
    }
  }
  return lines
}

/** The state out of the lines of 现况. */
export const readStand = (lines: Iterable<[name: string, json: string]>): State => {
  const state = emptyState()
  for (const [name, json] of lines) {
    const [category = '', key = ''] = name.split('\t')
    if (category === '行') {
      const [book = '', register = '', ...id] = key.split('|')
      const row = JSON.parse(json) as Pick<KnownRow, 'cells' | 'after' | 'at'>
      state.rows.set(rowKey(book, register, id.join('|')), {
        book,
        register,
        id: id.join('|'),
        ...row,
      })
    } else if (category !== '') {
      const part = parts.find((each) => each === category)
      if (part) (state[part] as Map<string, unknown>).set(key, JSON.parse(json))
    }
  }
  return state
}
