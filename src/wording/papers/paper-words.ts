import { type Day, sayDay, sayMonthDay, weekdayName } from '../../domain/day'
import { type District, officeOf, type Person, withRole } from '../../domain/district'
import { dayOf, type Moment, timeOf } from '../../domain/moment'

/** A time as papers say it: 9:00, without a padded zero. */
export const plainTime = (time: string): string => time.replace(/^0(?=\d:)/, '')

/** 2024年11月15日17:00. */
export const sayMinute = (at: Moment): string => `${sayDay(dayOf(at))}${plainTime(timeOf(at))}`

/** 11月18日（周一）. */
export const sayWeekday = (on: Day): string =>
  `${sayMonthDay(on)}（${weekdayName(on).replace('星期', '周')}）`

/** Who compiles and is phoned about it: the operator, in person. */
export const compilerOf = (district: District): Person | undefined =>
  withRole(district, '操作')[0] ?? withRole(district, '统筹')[0]

/** The telephone of a person, or of the office. */
export const phoneOf = (district: District, person: Person | undefined): string =>
  person === undefined ? '' : person.phone || (officeOf(district, person.office)?.phone ?? '')
