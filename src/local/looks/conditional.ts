import { formulaFrom } from './formula'
import { boxOf, holds } from './grid-range'
import type { JsonObject } from './json'
import { isObject, valueAt } from './json'
import type { Conditional } from './tab-looks'

type Read = (row: number, column: number) => string
/** Whether a rule applies to a cell (0-based row and column). */
export type Applies = (row: number, column: number) => boolean

const textTests: { [type: string]: (text: string, wanted: string) => boolean } = {
  TEXT_EQ: (text, wanted) => text === wanted,
  TEXT_NOT_EQ: (text, wanted) => text !== wanted,
  TEXT_CONTAINS: (text, wanted) => text.includes(wanted),
  TEXT_NOT_CONTAINS: (text, wanted) => !text.includes(wanted),
  TEXT_STARTS_WITH: (text, wanted) => text.startsWith(wanted),
  TEXT_ENDS_WITH: (text, wanted) => text.endsWith(wanted),
  BLANK: (text) => text === '',
  NOT_BLANK: (text) => text !== '',
}

/** A conditional format rule, ready to be asked. @throws when its condition is not understood. */
export function conditionOf(rule: Conditional, read: Read): Applies {
  const type = valueAt(rule.booleanRule, 'condition.type')
  const wanted = wantedOf(rule.booleanRule)
  const inRange: Applies = (row, column) => rule.ranges.some((range) => holds(range, row, column))
  if (type === 'CUSTOM_FORMULA') {
    const box = boxOf(rule.ranges[0] ?? {})
    const formula = formulaFrom(wanted, box.top, box.left, read)
    return (row, column) => inRange(row, column) && formula(row, column) === true
  }
  const test = typeof type === 'string' ? textTests[type] : undefined
  if (!test)
    throw new Error(`Condition ${JSON.stringify(type)} is not implemented in the local store`)
  return (row, column) => inRange(row, column) && test(read(row, column), wanted)
}

/** The looks a rule gives. */
export function formatOfRule(rule: Conditional): JsonObject {
  const format = rule.booleanRule.format
  return isObject(format) ? format : {}
}

function wantedOf(rule: JsonObject): string {
  const values = valueAt(rule, 'condition.values')
  const first = Array.isArray(values) ? values[0] : undefined
  const text = isObject(first) ? first.userEnteredValue : undefined
  return typeof text === 'string' ? text : ''
}
