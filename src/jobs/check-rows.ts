import { shortName } from '../domain/district'
import { keeperOf } from '../domain/kept-lines'
import { controlReader, lineSaid } from '../domain/readers'
import { checkVerdict, keptWords, type Recording, recordedOf } from '../domain/recorded'
import { rowsOf } from '../domain/state'
import { publishedLines } from '../domain/version-text'
import { type Weekly, weekMark } from '../domain/weekly'
import { sayRefused } from '../wording/pages/decision-words'
import type { Run } from './run'

type Cells = Map<string, Record<string, string>>

const words = { decision: '已核', by: '', waits: '待核', choices: ['是'], deciders: '' }

/** 调整待核: a line for every change after issue that is only recorded. */
export const checkRows = (run: Run, weekly: Weekly): Cells => {
  const rows: Cells = new Map()
  const { plan, check } = weekly.registers
  const { state } = run.journal
  const known = rowsOf(state, check.id, run.control)
  for (const { week } of weekly.weeks) {
    const given = publishedLines(state, plan, week.monday)
    const mark = weekMark(weekly.registers, week.monday)
    const recording: Recording = {
      plan,
      check,
      control: run.control,
      week: week.monday,
      mark,
      keeper: keeperOf(plan, weekly.lines, given),
    }
    const reader = controlReader(run.district, plan.approval?.settings, week.monday)
    for (const row of known.filter(({ id }) => id.startsWith(`${mark}-`))) {
      const line = given.find(({ id }) => row.id.startsWith(`${mark}-${id}-`))
      // What was ticked stands as it was read, unless its office keeps the line to itself since.
      const isKept = line !== undefined && lineSaid(reader, recording.keeper(line)) !== 'full'
      const state = row.cells.checked ? '已核' : '不需再核'
      rows.set(row.id, isKept ? { state, change: keptWords } : { state })
    }
    for (const one of recordedOf(state, run.district, recording)) {
      rows.set(one.id, {
        week: week.monday,
        office: shortName(run.district, one.line.office),
        change: one.text,
        state: sayRefused(checkVerdict(state, run.district, recording, one), words) || '待核',
      })
    }
  }
  return rows
}
