import type { District } from '../domain/district'
import { dayOf, type Moment } from '../domain/moment'
import type { Register } from '../domain/register'

/** How the 编号 of a register's rows begin: 安区督〔2024〕 in the national form, else as its place says. */
export const numberPrefix = (
  register: Register,
  district: District,
  place: string,
  at: Moment,
): string =>
  register.serial === undefined
    ? place
    : `${district.settings.text('district.word')}${register.serial}〔${dayOf(at).slice(0, 4)}〕`
