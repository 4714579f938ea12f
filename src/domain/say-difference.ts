import { type Day, sayMonthDay } from './day'
import type { District } from './district'
import type { Register } from './register'

type Values = Record<string, string>

/** The most characters of a value that a difference repeats. */
const longest = 60

const cut = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text || '（空）'

/** A value of a column as people read it: names for 编号, days without their year. */
export const sayValue = (
  register: Register,
  district: District,
  key: string,
  value: string,
): string => {
  const kind = register.fields[key]?.kind
  if (kind === 'leader') return district.leaders.find(({ id }) => id === value)?.name ?? value
  if (kind === 'day' && value !== '') return sayMonthDay(value as Day)
  return value
}

/** The columns in which two readings of a line differ. */
export const differing = (keys: readonly string[], before: Values, after: Values): string[] =>
  keys.filter((key) => (before[key] ?? '') !== (after[key] ?? ''))

/** What has changed, old to new: 日期11月20日→11月21日，地点三楼→五楼. */
export const sayDifference = (
  register: Register,
  district: District,
  keys: readonly string[],
  before: Values,
  after: Values,
): string =>
  differing(keys, before, after)
    .map((key) => {
      const say = (values: Values) => cut(sayValue(register, district, key, values[key] ?? ''))
      return `${register.fields[key]?.heading ?? key}：${say(before)}→${say(after)}`
    })
    .join('，')

/** Two sentences, old to new, each cut to what a cell can show. */
export const sayTurn = (before: string, after: string): string => `“${cut(before)}”→“${cut(after)}”`
