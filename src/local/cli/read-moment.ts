import { Temporal } from 'temporal-polyfill'
import { UsageError } from './usage-error'

const zone = 'Asia/Shanghai'

/**
 * The moment a person means by --at, epoch ms, in Beijing time; a day alone means 18:00 of it.
 * @throws UsageError when the text is neither a day nor a day with a time.
 */
export function readMoment(text: string, option = '--at'): number {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(text.trim()) ?? []
  if (day === undefined) throw wrong(option, text)
  try {
    const local = Temporal.PlainDateTime.from(`${day}T${time ?? '18:00'}`, { overflow: 'reject' })
    return local.toZonedDateTime(zone).epochMilliseconds
  } catch (error) {
    if (error instanceof RangeError) throw wrong(option, text)
    throw error
  }
}

function wrong(option: string, text: string): UsageError {
  return new UsageError(
    `${option}：给的是“${text}”，应为日期（如 2024-11-22，指当日 18:00）或“2024-11-22 12:00”。`,
  )
}
