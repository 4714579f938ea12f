import { Temporal } from 'temporal-polyfill'
import type { CellValue } from './surface'

// Sheets counts days from here; a cell with a time only is a moment of this day.
const epochDay = '1899-12-30'

const pad = (n: number): string => String(n).padStart(2, '0')

/** A date cell as text, read in the workbook's zone: a day, a day with a time, or a time alone. */
const dateText = (moment: number, zone: string): string => {
  const at = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone)
  const day = at.toPlainDate().toString()
  // Local mean time before 1901 runs 5 minutes 43 seconds ahead of +08:00: rounded away.
  const time = at.round('minute')
  if (day <= '1899-12-31' && day >= epochDay) return `${pad(time.hour)}:${pad(time.minute)}`
  return at.hour === 0 && at.minute === 0 ? day : `${day} ${pad(at.hour)}:${pad(at.minute)}`
}

/** What a cell says, as text: numbers without grouping, flags in words, dates in the zone. */
export const cellText = (value: CellValue, zone: string): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return dateText(value.getTime(), zone)
}
