import type { Moment } from './moment'
import type { PlanLine } from './plan-line'
import type { PublishedLine } from './published'
import { partOf } from './read-time'
import type { Register } from './register'
import { isCancelled, publishable } from './version-text'

type Values = Record<string, string>

/** Under this key stands, among what was told, whether the engagement was called off. */
export const cancelledKey = '~cancelled'
/** Under this key stands, among what was told, whether the leader is away. */
export const awayKey = '~away'

const isAwayBy = (register: Register, values: Values): boolean => {
  const away = register.clash?.away
  return away !== undefined && away.values.includes(values[away.field] ?? '')
}

/** What of a line is told when it changes: the half-day as its hours say it where nobody wrote it. */
export const toldValues = (register: Register, values: Values, cancelled: boolean): Values => {
  const { part = '', from = '' } = register.clash ?? {}
  const told: Values = {}
  for (const key of register.adjustment?.told ?? []) told[key] = values[key] ?? ''
  if (part in told && told[part] === '' && values[from]) told[part] = partOf(values[from] ?? '')
  told[cancelledKey] = cancelled ? '是' : ''
  told[awayKey] = isAwayBy(register, values) ? '是' : ''
  return told
}

/** Columns of the table that are only recorded: neither told, nor about who reads, nor the week. */
export const recordedKeys = (register: Register, values: Values, before: Values): string[] => {
  const apart = [register.submission?.week, register.sensitivity?.audience]
  const turnsAway = isAwayBy(register, values) !== isAwayBy(register, before)
  return (register.approval?.shown ?? []).filter(
    (key) =>
      !register.adjustment?.told.includes(key) &&
      !apart.includes(key) &&
      !(turnsAway && key === register.clash?.away?.field),
  )
}

/** The columns in which a line can differ from the version as issued. */
export const markedKeys = (register: Register): string[] =>
  (register.approval?.shown ?? []).filter((key) => key !== register.submission?.week)

/** Of some columns those that are otherwise now, with what they were. */
const patchOf = (keys: readonly string[], was: Values, now: Values): Values | undefined => {
  const other = keys.filter((key) => (was[key] ?? '') !== (now[key] ?? ''))
  return other.length === 0
    ? undefined
    : Object.fromEntries(other.map((key) => [key, was[key] ?? '']))
}

/** What was told last of a line; undefined where nobody was told of it. */
export const toldBefore = (register: Register, line: PublishedLine): Values | undefined =>
  line.fresh
    ? undefined
    : { ...toldValues(register, line.values, line.mark === '取消'), ...line.told }

/** A line as the coordinator has ticked it. */
export const checkedBefore = (line: PublishedLine): Values => ({ ...line.values, ...line.checked })

const isAdded = (line: PublishedLine): boolean =>
  line.added === true || (line.mark === '新增' && line.issued === undefined)

const markOf = (
  register: Register,
  line: PublishedLine,
  cancelled: boolean,
  values: Values,
  issued: Values | undefined,
): PublishedLine['mark'] => {
  if (cancelled) return '取消'
  if (isAdded(line)) return '新增'
  return issued && isMarked(register, issued, values) ? '调整' : undefined
}

/** Whether what is otherwise than as issued is marked: that it is kept to its office now is not. */
const isMarked = (register: Register, issued: Values, values: Values): boolean => {
  const rule = register.sensitivity
  return Object.keys(issued).some(
    (key) => key !== rule?.audience || values[rule.audience] !== rule.own,
  )
}

type Patches = Pick<PublishedLine, 'mark' | 'issued' | 'told' | 'checked'>

const withPatches = (
  line: PublishedLine,
  patches: { [K in keyof Patches]: Patches[K] | undefined },
) => {
  const { mark: _, issued: __, told: ___, checked: ____, ...rest } = line
  const kept = Object.entries(patches).filter(([, patch]) => patch !== undefined)
  return { ...rest, ...(Object.fromEntries(kept) as Patches) }
}

/** A line of the table as its desk has it now, beside what was issued, told and ticked. */
export const nowPublished = (
  register: Register,
  line: PlanLine,
  before: PublishedLine | undefined,
  at: Moment,
): PublishedLine => {
  const own = publishable(register, line)
  if (!before) return { ...own, mark: '新增', added: true, fresh: true, since: at }
  const cancelled = isCancelled(register, line)
  // What is called off stands as it was given.
  const values = cancelled ? before.values : own.values
  const issuedThen = { ...before.values, ...before.issued }
  const issued = isAdded(before) ? undefined : patchOf(markedKeys(register), issuedThen, values)
  const told = toldBefore(register, before)
  const toldNow = toldValues(register, values, cancelled)
  const checkedThen = checkedBefore(before)
  const recorded = recordedKeys(register, values, checkedThen)
  return {
    ...withPatches(before, {
      mark: markOf(register, before, cancelled, values, issued),
      issued,
      told: told && patchOf(Object.keys(toldNow), told, toldNow),
      checked: patchOf(recorded, checkedThen, values),
    }),
    values,
    ...(isAdded(before) ? { added: true as const } : {}),
    since: at,
  }
}

/** Whether two lines of the table say the same. */
export const saysSame = (a: PublishedLine, b: PublishedLine, keys: readonly string[]): boolean =>
  (a.mark === '取消') === (b.mark === '取消') &&
  keys.every((key) => (a.values[key] ?? '') === (b.values[key] ?? ''))
