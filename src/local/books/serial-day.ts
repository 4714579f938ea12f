import { Temporal } from 'temporal-polyfill'

const dayMs = 86_400_000
/** Serial day 0 of a spreadsheet is 1899-12-30. */
const epoch = Date.UTC(1899, 11, 30)
const shanghai = 'Asia/Shanghai'
const fixedSince = Date.UTC(1992, 0, 1)
const eightHours = 8 * 3_600_000

/** The instant (epoch ms) that a serial day means in the workbook's zone. */
export function instantOf(serial: number, zone: string): number {
  const local = epoch + Math.round(serial * dayMs)
  // Shanghai has kept +08:00 since 1992; the detour over the zone data costs 100 times more.
  if (zone === shanghai && local >= fixedSince) return local - eightHours
  const wall = new Date(local).toISOString().slice(0, -1)
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds
}

/** The serial day of an instant (epoch ms) in the workbook's zone. */
export function serialOf(instant: number, zone: string): number {
  if (zone === shanghai && instant >= fixedSince) return (instant + eightHours - epoch) / dayMs
  const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  return (Date.parse(`${wall.toPlainDateTime().toString()}Z`) - epoch) / dayMs
}

/** The serial day of a calendar date; undefined when there is no such day. */
export function serialOfDate(year: number, month: number, day: number): number | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined
  return (at.getTime() - epoch) / dayMs
}

/** What a date cell shows under a number format such as yyyy-mm-dd or h:mm. */
export function shownSerial(serial: number, pattern: string): string {
  const at = new Date(epoch + Math.round(serial * dayMs))
  const tokens = pattern.match(/y+|m+|d+|h+|s+|"[^"]*"|[^ymdhs"]+/gi) ?? []
  let before = ''
  return tokens
    .map((token, index) => {
      const letter = token.charAt(0).toLowerCase()
      const isMinute = letter === 'm' && (before === 'h' || nextField(tokens, index) === 's')
      if ('ymdhs'.includes(letter)) before = letter
      return shownField(at, isMinute ? 'n' : letter, token)
    })
    .join('')
}

function nextField(tokens: readonly string[], from: number): string {
  const next = tokens.slice(from + 1).find((token) => /^[ymdhs]/i.test(token))
  return next?.charAt(0).toLowerCase() ?? ''
}

function shownField(at: Date, letter: string, token: string): string {
  const padded = (value: number): string => String(value).padStart(Math.min(token.length, 2), '0')
  if (letter === 'y') {
    return token.length > 2 ? String(at.getUTCFullYear()) : padded(at.getUTCFullYear() % 100)
  }
  if (letter === 'm') return padded(at.getUTCMonth() + 1)
  if (letter === 'd') return padded(at.getUTCDate())
  if (letter === 'h') return padded(at.getUTCHours())
  if (letter === 'n') return padded(at.getUTCMinutes())
  if (letter === 's') return padded(at.getUTCSeconds())
  return token.replaceAll('"', '')
}
