import type { Cell } from './cells'
import { dayFormat, isDatePattern, momentFormat, timeFormat } from './cells'
import { serialOfDate } from './serial-day'

const number = /^([+-]?)[¥$]?([+-]?)(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d*)?(e[+-]?\d+)?(%)?$/i
const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/
const fullDay = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/
const shortDay = /^(\d{1,2})[-/](\d{1,2})$/
const chineseDay = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/

/**
 * The cell that typing a text makes (USER_ENTERED of the Sheets API, locale zh_CN): a leading `'`
 * forces text, `=` starts a formula, numbers, days, times and TRUE/FALSE become what they look like.
 *
 * In a cell of format `@` everything stays text. @param year the year of a day typed without one.
 */
export function typedCell(text: string, pattern: string | undefined, year: number): Cell {
  if (text === '') return null
  if (text.startsWith("'")) return text.slice(1)
  if (pattern === '@') return text
  if (text.startsWith('=') && text.length > 1) return { x: text }
  const trimmed = text.trim()
  const upper = trimmed.toUpperCase()
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE'
  return typedNumber(trimmed) ?? typedMoment(trimmed, pattern, year) ?? text
}

function typedNumber(text: string): number | undefined {
  const match = number.exec(text)
  if (!match || (match[1] && match[2])) return undefined
  const digits = `${match[3] ?? ''}${match[4] ?? ''}`.replaceAll(',', '')
  const value = Number(`${match[1] || match[2] || ''}${digits}${match[5] ?? ''}`)
  if (!Number.isFinite(value)) return undefined
  return match[6] ? value / 100 : value
}

function typedMoment(text: string, pattern: string | undefined, year: number): Cell | undefined {
  const [head = '', tail, more] = text.split(/\s+/)
  if (more !== undefined) return undefined
  const clock = typedTime(tail ?? head)
  const day = typedDay(head, year)
  if (tail === undefined) {
    if (day !== undefined) return { d: day, f: isDatePattern(pattern) ? pattern : dayFormat }
    if (clock !== undefined) return { d: clock, f: isDatePattern(pattern) ? pattern : timeFormat }
    return undefined
  }
  if (day === undefined || clock === undefined) return undefined
  return { d: day + clock, f: isDatePattern(pattern) ? pattern : momentFormat }
}

function typedTime(text: string): number | undefined {
  const match = time.exec(text)
  if (!match) return undefined
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  return (hours * 3600 + minutes * 60 + seconds) / 86_400
}

function typedDay(text: string, year: number): number | undefined {
  const full = fullDay.exec(text) ?? chineseDay.exec(text)
  if (full) return serialOfDate(Number(full[1] ?? year), Number(full[2]), Number(full[3]))
  const short = shortDay.exec(text)
  return short ? serialOfDate(year, Number(short[1]), Number(short[2])) : undefined
}
