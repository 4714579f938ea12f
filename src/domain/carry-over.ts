import type { Day } from './day'
import type { Journal } from './event'
import type { PlanLine } from './plan-line'
import { blindMark } from './readers'
import { type Register, typedKeys } from './register'

const copyOf = (register: Register, line: PlanLine, week: Day): Record<string, string> => {
  const rule = register.carryOver
  const submission = register.submission
  const cells: Record<string, string> = {}
  if (!rule || !submission) return cells
  for (const key of typedKeys(register)) {
    const text = line.row.cells[key]
    if (text && !rule.blank.includes(key)) cells[key] = text
  }
  // What its column does not say is not written down with the copy.
  if (line.row.cells[blindMark]) cells[blindMark] = '1'
  const who = line.row.cells[submission.who] || line.row.cells[`^${submission.who}`]
  if (who) cells[submission.who] = who
  cells[submission.week] = week
  cells[`^${submission.week}`] = week
  cells['~from'] = line.row.id
  cells['~carried'] = String(Number(line.row.cells['~carried'] ?? '0') + 1)
  return cells
}

/**
 * Copies what was not done, once, into the earliest open week its office has not filed; the copy
 * has no day and counts only once dated (上周续排).
 */
export const carryOver = (
  journal: Journal,
  register: Register,
  lines: PlanLine[],
  target: (office: string) => Day | undefined,
): void => {
  const rule = register.carryOver
  if (!rule) return
  for (const line of lines) {
    if (!rule.again.includes(line.values[rule.outcome] ?? '') || line.row.cells['~next']) continue
    const week = target(line.office)
    if (week === undefined || week <= line.week) continue
    const counter = `${register.id}|${line.office}`
    const n = (journal.state.counters.get(counter) ?? 0) + 1
    const id = `${line.office}-${String(n).padStart(4, '0')}`
    const common = {
      book: line.row.book,
      register: register.id,
      after: journal.at,
      field: '',
      old: '',
    }
    const now = JSON.stringify(copyOf(register, line, week))
    journal.row({ ...common, happening: '出现', key: id, now })
    journal.row({ ...common, happening: '改动', key: line.row.id, field: '~next', now: id })
  }
}

/** Whether a carried line still has to be placed at its desk. */
export const isUnplaced = (cells: Record<string, string> | undefined): boolean =>
  cells?.['~from'] !== undefined && cells['~placed'] === undefined
