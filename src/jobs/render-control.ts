import { officeOf, shortName } from '../domain/district'
import { sayMoment, sayStamp } from '../domain/moment'
import { controlReader } from '../domain/readers'
import { calledOf, type Register, sheetOf } from '../domain/register'
import { rowKey, rowsOf } from '../domain/state'
import { approvalId, approves, mayApprove, versionKey } from '../domain/version'
import { decisionOn, markOf, statusId, type Weekly, weekMark } from '../domain/weekly'
import {
  chaseList,
  clashPage,
  letterPage,
  problemPage,
  suggestionPage,
} from '../wording/pages/control-pages'
import { weekSheet } from '../wording/pages/week-sheet'
import type { Draft } from './draft'
import { listProblems, mendCells } from './list-problems'
import { notOwed, sayFiled } from './plan-states'
import { controlRegisters } from './registry'
import { decisionRows } from './render-decisions'
import { taskListDrafts } from './render-task-list'
import { masterCells } from './render-tasks'
import type { Run } from './run'
import { lineColumns, shownWeeks } from './shown-weeks'
import { tabDraft } from './tab-draft'
import { troublesOf } from './troubles'

type Cells = Map<string, Record<string, string>>

const noCells: Cells = new Map()

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
        state: say(duty.state),
        filed: sayFiled(duty),
        late: duty.late ? `迟报${duty.lateMinutes}分钟` : '',
        attempt: String(duty.attempt),
        missing: duty.missing.map((leader) => leader.label).join('、'),
      })
    }
  }
  return rows
}

const approvalState = (run: Run, weekly: Weekly, week: string, n: number): string => {
  const { state } = run.journal
  const judged = weekly.weeks.find((each) => each.week.monday === week)
  const version = state.versions.get(versionKey(weekly.registers.plan, week))
  if (!version || !judged) return ''
  if (n === version.issued || version.earlier.includes(n)) return '已反馈'
  if (n < version.n || version.void) return '作废'
  const word = weekly.registers.plan.approval?.settings ?? ''
  const decision = decisionOn(
    run.journal,
    weekly.registers,
    run.district,
    run.control,
    approvalId(weekMark(weekly.registers, week), n),
  )
  if (approves(run.district, word, decision, judged.week.monday)) {
    return `已审定，${sayMoment(judged.week.feedback)}后反馈`
  }
  if (decision?.decision === '退回') return '退回'
  if (decision?.decision === '同意') {
    return decision.by !== '' && !mayApprove(run.district, word, decision.by, judged.week.monday)
      ? '审定人不在可审定名单中，请由名单中的人审定'
      : '请填写审定人'
  }
  return '待审定'
}

/** 审定: a line for the newest version of every live week; earlier ones keep their line. */
const approvalRows = (run: Run, weekly: Weekly): Cells => {
  const rows: Cells = new Map()
  const { plan, approval } = weekly.registers
  for (const { week } of weekly.weeks) {
    const version = run.journal.state.versions.get(versionKey(plan, week.monday))
    if (!version) continue
    for (let n = 1; n <= version.n; n++) {
      const id = approvalId(weekMark(weekly.registers, week.monday), n)
      const known = run.journal.state.rows.has(rowKey(run.control, approval.id, id))
      if (n < version.n && !known) continue
      const own = {
        item: plan.approval?.item ?? '',
        week: week.monday,
        version: String(n),
        hash: version.hash,
        missing: version.missing.map((office) => shortName(run.district, office)).join('、'),
      }
      rows.set(id, {
        ...(n === version.n ? own : {}),
        state: approvalState(run, weekly, week.monday, n),
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

/** 计划任务: when each daily job was last done, and with what result. */
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
  rows.set(house.approval.id, { cells: approvals, rows: approvals })
  const { schedule } = house.district
  const problems = listProblems(run)
  for (const register of Object.values(house.district)) {
    rows.set(register.id, { cells: mendCells(run, register, problems), rows: noCells })
  }
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
  const { at, state } = run.journal
  const pages: Record<string, string[][]> = {
    催报单: chaseList(weekly, district, at),
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
    ...Object.entries(pages).map(
      ([tab, shown]): Draft => ({ kind: 'page', book: control, tab, rows: shown }),
    ),
  ]
}
