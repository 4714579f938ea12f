import { busy } from '../busy'
import type { LineColumns } from '../pages/week-sheet'
import type { SaidLine } from '../pages/week-words'
import { plainTime } from './paper-words'

/** 9:00–10:00, '' where no time was given. */
export const timesOf = ({ line }: SaidLine, columns: LineColumns): string => {
  const from = line.values[columns.from] ?? ''
  const to = line.values[columns.to] ?? ''
  return from === '' ? '' : `${plainTime(from)}${to === '' ? '' : `–${plainTime(to)}`}`
}

/** 〔调整〕, or ''. */
export const markOf = ({ line }: SaidLine): string => (line.mark ? `〔${line.mark}〕` : '')

/** A line in a cell of its day: 9:00 全区安全生产大会（参加，区会议中心）. */
export const plainText = (one: SaidLine, columns: LineColumns): string => {
  const { values: v } = one.line
  const time = timesOf(one, columns)
  const before = `${markOf(one)}${time === '' ? '' : `${time} `}`
  if (one.said === 'busy') return `${before}${busy}`
  const around = [v[columns.manner], v[columns.place]].filter((text) => text)
  const brackets = around.length === 0 ? '' : `（${around.join('，')}）`
  return `${before}${v[columns.what] ?? ''}${brackets}`
}

/** The words a line was issued with, in small beneath those it has now; their times as papers say them. */
export const formerText = ({ former }: SaidLine): string =>
  former.replace(/^（(.*)）$/su, '$1').replace(/(?<!\d)0(?=\d:\d\d)/g, '')

const partsInOrder = ['全天', '上午', '下午', '晚上'] as const

type Part = (typeof partsInOrder)[number]

const isPart = (text: string): text is Part => partsInOrder.some((part) => part === text)

/** Which part of its day a line belongs to: as typed, else by its hour. */
export const partOf = ({ line }: SaidLine, columns: LineColumns): Part => {
  const part = line.values[columns.part] ?? ''
  const from = line.values[columns.from] ?? ''
  if (isPart(part)) return part
  return from >= '18:00' ? '晚上' : from >= '12:00' ? '下午' : '上午'
}

/** The order of a line's part within its day. */
export const partRank = (one: SaidLine, columns: LineColumns): number =>
  partsInOrder.indexOf(partOf(one, columns))
