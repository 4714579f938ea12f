import { type Day, sayMonthDay } from '../../domain/day'
import type { District } from '../../domain/district'
import type { PublishedLine } from '../../domain/published'
import { lineSaid, type Reader, type Said } from '../../domain/readers'
import { busy } from '../busy'
import type { LineColumns, ShownWeek } from './week-sheet'

type Values = Record<string, string>

const around = (v: Values, columns: LineColumns): string =>
  columns.around
    .map((key) => v[key])
    .filter((text) => text)
    .join('，')

const whenOf = (v: Values, columns: LineColumns): string => {
  const from = v[columns.from]
  const to = v[columns.to]
  const part = v[columns.part]
  const time = from ? `${from}${to ? `–${to}` : ''} ` : ''
  return part === '晚上' || part === '全天' ? `${part} ${time}` : time
}

const textOf = (v: Values, columns: LineColumns): string => {
  const said = around(v, columns)
  return `${whenOf(v, columns)}${v[columns.what] ?? ''}${said ? `（${said}）` : ''}`
}

/** What a reader may see of a line: of one that is kept from him only 另有公务. */
const sayLine = (line: PublishedLine, columns: LineColumns, said: Said): string => {
  const mark = line.mark ? `〔${line.mark}〕` : ''
  return said === 'busy'
    ? `${mark}${whenOf(line.values, columns)}${busy}`
    : `${mark}${textOf(line.values, columns)}`
}

/** The words of a line as it was issued, to stand beneath those it has now; '' where they are the same. */
const formerWords = (line: PublishedLine, columns: LineColumns, district: District): string => {
  const then = { ...line.values, ...line.issued }
  const other = (key: string): boolean => (then[key] ?? '') !== (line.values[key] ?? '')
  const leader = district.leaders.find(({ id }) => id === then[columns.who])?.name ?? ''
  const on = then[columns.day]
  const said = [columns.part, columns.from, columns.to, columns.what, ...columns.around]
  const moved = [
    other(columns.who) ? leader : '',
    other(columns.day) ? (on ? sayMonthDay(on as Day) : '日期待定') : '',
    other(columns.part) && then[columns.part] ? (then[columns.part] ?? '') : '',
  ].filter((text) => text !== '')
  const words =
    moved.length > 0 || said.some(other) ? [[...moved, textOf(then, columns)].join(' ')] : []
  const unsaid = columns.unsaid
    .filter(([key]) => other(key))
    .map(([key, heading]) => `${heading}：${then[key] || '空'}`)
  const all = [...words, ...unsaid]
  return all.length === 0 ? '' : `（原：${all.join('；')}）`
}

/** A line as one reader may have it, and the words it was issued with. */
export type SaidLine = {
  line: PublishedLine
  said: Said
  /** Its words as they stand in a cell. */
  text: string
  former: string
}

const startOf = (line: PublishedLine, columns: LineColumns): string =>
  `${line.values[columns.from] ?? '99'}${line.id}`

/** The lines of a week that a reader is told of, by their time; `readers.ts` decides alone. */
export const saidLines = (
  shown: ShownWeek,
  columns: LineColumns,
  district: District,
  reader: Reader,
): SaidLine[] =>
  [...shown.lines]
    .sort((a, b) => (startOf(a, columns) < startOf(b, columns) ? -1 : 1))
    .flatMap((line) => {
      const said = lineSaid(reader, shown.keeper(line))
      if (said === 'nothing' || said === 'clash') return []
      const then = lineSaid(reader, shown.keeperThen(line)) === 'full'
      const former = then ? formerWords(line, columns, district) : ''
      return [{ line, said, text: sayLine(line, columns, said), former }]
    })
