import type { District } from './district'
import { dayOf, type Moment } from './moment'
import type { Register } from './register'

/**
 * How the 编号 of a register's rows begin in every workbook alike, 安区督〔2024〕; undefined where
 * each workbook counts for itself.
 */
export const serialPrefix = (
  { serial }: Register,
  district: District,
  at: Moment,
): string | undefined =>
  serial === undefined
    ? undefined
    : `${district.settings.text('district.word')}${serial}〔${dayOf(at).slice(0, 4)}〕`
