import type { DeadlineRule } from './capability'
import type { Day } from './day'
import { type District, officeOf } from './district'
import type { Journal } from './event'
import { meantKey } from './meaning-pin'
import { dayOf } from './moment'
import { quarterEnd } from './quarter'
import { type Register, typedKeys } from './register'
import { numberFor, numberOf } from './row-number'
import { serialPrefix } from './serial'
import { type KnownRow, rowsOf, type State } from './state'
import { isDay } from './task-progress'
import { understand } from './understand'

type Cells = Record<string, string>

/** The next deadline of what is due each calendar quarter; never a day that has passed. */
export const nextQuarterly = (met: Day, today: Day): Day => {
  let later = 1
  while (quarterEnd(met, later) < today) later += 1
  return quarterEnd(met, later)
}

const sameContent = (register: Register, cells: Cells, blank: readonly string[]): Cells => {
  const copy: Cells = {}
  for (const key of typedKeys(register)) {
    if (blank.includes(key)) continue
    for (const each of [key, meantKey(key)]) if (cells[each]) copy[each] = cells[each]
  }
  return copy
}

/** The row that follows one struck off; an office the task was handed to keeps it. */
const following = (
  journal: Journal,
  register: Register,
  district: District,
  rule: DeadlineRule,
  row: KnownRow,
): Cells => {
  const task = journal.state.tasks.get(row.id)
  const today = dayOf(journal.at)
  const moved = task && task.moves.length > 0 ? officeOf(district, task.office) : undefined
  return {
    ...sameContent(register, row.cells, rule.quarterly?.blank ?? []),
    ...(moved ? { [rule.responsible]: moved.short, [meantKey(rule.responsible)]: moved.id } : {}),
    [rule.assigned]: today,
    [rule.due]: nextQuarterly(task && isDay(task.due) ? task.due : today, today),
    [rule.quarterly?.origin ?? '']: `承接 ${row.id}`,
    '~from': row.id,
  }
}

const followed = (state: State, register: Register): Set<string> =>
  new Set(rowsOf(state, register.id).flatMap(({ cells }) => cells['~from'] ?? []))

/**
 * Appends, beside each task that recurs every quarter (每季度) and was struck off, the one that
 * follows it: once, by what the rows say they follow. Returns how many were appended.
 */
export const followQuarterly = (
  journal: Journal,
  register: Register,
  district: District,
): number => {
  const rule = register.deadline
  const quarterly = rule?.quarterly
  if (!rule || !quarterly) return 0
  const done = followed(journal.state, register)
  const due = rowsOf(journal.state, register.id).filter((row) => {
    if (journal.state.tasks.get(row.id)?.over !== '办结' || done.has(row.id)) return false
    const { values } = understand(register, row, district.names)
    return quarterly.values.includes(values[quarterly.field] ?? '')
  })
  for (const row of due) {
    const prefix =
      serialPrefix(register, district, journal.at) ?? numberOf(row.id)?.prefix ?? register.id
    const used = journal.state.counters.get(`${register.id}|${prefix}`) ?? 0
    const now = JSON.stringify(following(journal, register, district, rule, row))
    journal.row({
      book: row.book,
      register: register.id,
      key: numberFor(prefix, used + 1),
      after: journal.at,
      happening: '出现',
      field: '',
      old: '',
      now,
    })
  }
  return due.length
}
