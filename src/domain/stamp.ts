import { day } from './day'
import { dayOf, type Moment, momentAt, timeOf } from './moment'

/** A moment to the second, as the machine ledger writes it: 2024-11-15 12:00:00. */
export const stampOf = (moment: Moment): string => {
  const second = Math.floor(moment / 1000) % 60
  return `${dayOf(moment)} ${timeOf(moment)}:${String(second).padStart(2, '0')}`
}

/**
 * The moment a stamp of the machine ledger names.
 *
 * @throws RangeError when it is no such stamp.
 */
export const readStamp = (stamp: string): Moment => {
  const found = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}):(\d{2})$/.exec(stamp)
  if (!found?.[1] || !found[2]) throw new RangeError(`not a stamp of the ledger: ${stamp}`)
  return momentAt(day(found[1]), found[2]) + Number(found[3]) * 1000
}
