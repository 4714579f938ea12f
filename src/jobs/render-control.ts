import { officeOf } from '../domain/district'
import { type Moment, sayLength, sayStamp } from '../domain/moment'
import { controlReader } from '../domain/readers'
import { calledOf, type Register, sheetOf } from '../domain/register'
import { type KnownRow, rowsOf } from '../domain/state'
import { markOf, statusId, type Weekly, weekMark } from '../domain/weekly'
import {
  chaseList,
  clashPage,
  letterPage,
  problemPage,
  suggestionPage,
} from '../wording/pages/control-pages'
import { weekSheet } from '../wording/pages/week-sheet'
import { approvalRows } from './approval-rows'
import { chasedIn } from './chase-papers'
import { checkRows } from './check-rows'
import type { Draft } from './draft'
import { listProblems, mendCells } from './list-problems'
import { notOwed, sayFiled } from './plan-states'
import { controlRegisters } from './registry'
import { copyDraft } from './render-copy'
import { decisionRows } from './render-decisions'
import { taskListDrafts } from './render-task-list'
import { masterCells } from './render-tasks'
import type { Run } from './run'
import { settingCells } from './setting-problems'
import { lineColumns, shownWeeks } from './shown-weeks'
import { tabDraft } from './tab-draft'
import { troublesOf } from './troubles'

type Cells = Map<string, Record<string, string>>

const noCells: Cells = new Map()

/** A return typed after filing has ended is not taken, and it is said why. */
const tooLate = (known: KnownRow[], id: string, closes: Moment): string => {
  const row = known.find((each) => each.id === id)
  const isLate = row?.cells.reason && row.at >= closes
  return isLate ? '（报送期已过，不再退回，请按安排调整办理）' : ''
}

/** 报送情况: a line for every office and live week; an office out of scope meanwhile owes nothing. */
const statusRows = (run: Run, weekly: Weekly): Cells => {
  const rows: Cells = new Map()
  const { plan, status } = weekly.registers
  const mark = markOf(weekly.registers)
  // Weeks of several registers stand in one tab: beside the house's own each says what it is.
  const say = (state: string) => (mark === '' ? state : `${calledOf(plan)}：${state}`)
  const known = rowsOf(run.journal.state, status.id, run.control)
  for (const { week, duties } of weekly.weeks) {
    const start = statusId(weekMark(weekly.registers, week.monday), '')
    for (const row of known.filter((each) => each.id.startsWith(start))) {
      rows.set(row.id, { state: say(notOwed), missing: '' })
    }
    for (const duty of duties) {
      const office = officeOf(run.district, duty.office)
      rows.set(`${start}${duty.office}`, {
        week: week.monday,
        office: office?.short ?? duty.office,
        cutoff: sayStamp(week.cutoff),
        state: say(`${duty.state}${tooLate(known, `${start}${duty.office}`, week.closes)}`),
        filed: sayFiled(duty),
        late: duty.late ? `补报（逾时${sayLength(duty.lateMinutes)}）` : '',
        attempt: String(duty.attempt),
        missing: duty.missing.map((leader) => leader.label).join('、'),
      })
    }
  }
  return rows
}

const requestCells = (run: Run, register: Register): Cells => {
  const cells: Cells = new Map()
  for (const row of rowsOf(run.journal.state, register.id, run.control)) {
    const done = run.journal.state.jobs.get(`request|${row.id}`)
    cells.set(
      row.id,
      done ? { state: '已办', result: done.result, time: sayStamp(done.at) } : { state: '待办' },
    )
  }
  return cells
}

/** 定时任务: when each daily job was last done, and with what result. */
const scheduleCells = (run: Run, register: Register): Cells =>
  new Map(
    rowsOf(run.journal.state, register.id, run.control).map((row) => {
      const done = run.journal.state.jobs.get(row.cells.job ?? '')
      const own = done ? { last: sayStamp(done.at), result: done.result } : { last: '', result: '' }
      return [row.id, own]
    }),
  )

/** 意见建议 of every desk, for the coordinator to read; a reply is written at the desk's own line. */
const suggestionsOf = (run: Run): string[][] =>
  run.registry.all
    .filter((register) => register.suggestion)
    .flatMap((register) =>
      run.district.offices.flatMap((office) =>
        rowsOf(run.journal.state, register.id, office.desk).map((row) => [
          office.short,
          ...(register.suggestion ?? []).map((key) => row.cells[key] ?? ''),
        ]),
      ),
    )

/** What two say of the same rows. */
const both = (first: Cells, second: Cells): Cells =>
  new Map([...second].map(([id, cells]) => [id, { ...first.get(id), ...cells }]))

/** What the control workbook is to show. */
export const controlDrafts = (run: Run): Draft[] => {
  const { registry, control, district, weekly } = run
  const { house } = registry
  const rows = new Map<string, { cells: Cells; rows: Cells }>()
  const merged = (make: (each: Weekly) => Cells): Cells =>
    new Map(weekly.flatMap((each) => [...make(each)]))
  const status = merged((each) => statusRows(run, each))
  const approvals = merged((each) => approvalRows(run, each))
  rows.set(house.status.id, { cells: status, rows: status })
  const checks = merged((each) => checkRows(run, each))
  rows.set(house.check.id, { cells: checks, rows: checks })
  rows.set(house.approval.id, { cells: approvals, rows: approvals })
  const { schedule } = house.district
  const problems = listProblems(run)
  for (const register of Object.values(house.district)) {
    rows.set(register.id, { cells: mendCells(run, register, problems), rows: noCells })
  }
  const { setting } = house.district
  const named = settingCells(registry.all, rowsOf(run.journal.state, setting.id, control))
  rows.set(setting.id, {
    cells: both(named, rows.get(setting.id)?.cells ?? noCells),
    rows: noCells,
  })
  const done = scheduleCells(run, schedule)
  rows.set(schedule.id, {
    cells: both(rows.get(schedule.id)?.cells ?? noCells, done),
    rows: noCells,
  })
  for (const board of run.tasks) {
    const decisions = decisionRows(run, board, undefined)
    rows.set(board.registers.task.id, { cells: masterCells(run, board), rows: noCells })
    rows.set(board.registers.decision.id, { cells: decisions, rows: decisions })
  }
  rows.set(house.request.id, { cells: requestCells(run, house.request), rows: new Map() })
  const tabs = controlRegisters(registry).flatMap((register): Draft[] => {
    const own = rows.get(register.id)
    const taken = run.taken.get(control)?.find((each) => each.register.id === register.id)
    const draft = tabDraft(
      run,
      control,
      register,
      taken,
      own?.cells ?? noCells,
      own?.rows ?? noCells,
    )
    return draft ? [draft] : []
  })
  const { state } = run.journal
  const pages: Record<string, string[][]> = {
    催报单: chaseList(weekly.flatMap((each) => chasedIn(run, each))),
    冲突: clashPage(weekly, district),
    问题: problemPage(troublesOf(run)),
    各办意见: suggestionPage(suggestionsOf(run)),
    发件情况: letterPage([...state.letters.values()], district),
  }
  for (const each of weekly.filter(({ registers }) => registers.plan.approval)) {
    pages[sheetOf(each.registers.plan)] = weekSheet(
      shownWeeks(run, each, true),
      lineColumns(each.registers.plan),
      district,
      controlReader(district, each.registers.plan.approval?.settings),
    )
  }
  return [
    ...tabs,
    ...taskListDrafts(run, undefined),
    copyDraft(run, control),
    ...Object.entries(pages).map(
      ([tab, shown]): Draft => ({ kind: 'page', book: control, tab, rows: shown }),
    ),
  ]
}
