import { type Day, sayMonthDay } from '../domain/day'
import type { District, Office } from '../domain/district'
import { keeperOf } from '../domain/kept-lines'
import type { PlanLine } from '../domain/plan-line'
import { type Reader, readersOf } from '../domain/readers'
import { type Register, sheetOf } from '../domain/register'
import type { RowProblem } from '../domain/understand'
import { isUnnamed } from '../domain/unnamed-lines'
import type { WeekJudged, Weekly } from '../domain/weekly'
import { deskTodo, type WeeklyLines } from '../wording/pages/desk-todo'
import { heldMatters } from '../wording/pages/held-matters'
import { weekSheet } from '../wording/pages/week-sheet'
import type { Draft } from './draft'
import { refusalShown } from './is-steady'
import type { TaskBoard } from './judge-tasks'
import { makerOf, mattersIn } from './matters-in'
import { tabFaults } from './note-faults'
import { handInRows, planCells } from './plan-states'
import { deskRegisters } from './registry'
import { copyDraft } from './render-copy'
import { decisionRows } from './render-decisions'
import { sliceRows, strayRows } from './render-slices'
import { taskListDrafts } from './render-task-list'
import { masterCells } from './render-tasks'
import type { Run } from './run'
import { lineColumns, shownWeeks } from './shown-weeks'
import { tabDraft } from './tab-draft'
import { taskMends } from './task-mends'

export const todoTab = '本办待办'

const sayLine = (plan: Register, district: District, line: PlanLine): string => {
  const v = line.values
  const leader =
    district.leaders.find((each) => each.id === v[plan.submission?.who ?? ''])?.name ?? ''
  const on = v[plan.submission?.day ?? '']
  const rule = plan.clash
  const part = v[rule?.part ?? ''] ?? ''
  const from = v[rule?.from ?? ''] ?? ''
  const to = v[rule?.to ?? ''] ?? ''
  const time = from ? `${from}${to ? `–${to}` : ''}` : ''
  return [leader, on ? sayMonthDay(on as Day) : '', part, time]
    .filter((text) => text !== '')
    .join(' ')
}

/** A line whose leader is not understood asks for those of its office still missing by name. */
const askingWho = (plan: Register, weeks: WeekJudged[], line: PlanLine): PlanLine => {
  const duty = weeks
    .find(({ week }) => week.monday === line.week)
    ?.duties.find(({ office }) => office === line.office)
  if (!duty || !isUnnamed(plan, line)) return line
  const lacking = duty.missing.length > 0 ? duty.missing : duty.leaders
  const who = lacking.map(({ label }) => label).join('、')
  const asked = ({ key, heading, text }: RowProblem): RowProblem =>
    key === plan.submission?.who
      ? { key, heading, text: `${text}；是否为${who}` }
      : { key, heading, text }
  return { ...line, problems: line.problems.map(asked) }
}

const linesOf = (run: Run, weekly: Weekly, office: Office): WeeklyLines => {
  const { state, at } = run.journal
  const { plan } = weekly.registers
  const open = weekly.weeks.filter(({ week }) => week.ends > at)
  const monday = open.map(({ week }) => String(week.monday))
  return {
    plan,
    duties: open.flatMap(({ duties }) => duties.filter((duty) => duty.office === office.id)),
    lines: weekly.lines
      .filter((line) => line.office === office.id && monday.includes(line.week))
      .map((line) => askingWho(plan, open, line)),
    keeper: keeperOf(
      plan,
      weekly.lines,
      [...state.lines].flatMap(([key, line]) => (key.startsWith(`${plan.id}|`) ? [line] : [])),
    ),
    understood: (line) => sayLine(plan, run.district, line),
  }
}

const todoOf = (run: Run, office: Office): string[][] => {
  const { state, at } = run.journal
  return deskTodo({
    office: office.id,
    maker: makerOf(run),
    matters: mattersIn(run),
    weekly: run.weekly.map((weekly) => linesOf(run, weekly, office)),
    refusals: [...state.refusals.values()].filter(
      (refusal) => refusal.book === office.desk && at - refusal.at < refusalShown,
    ),
    held: heldMatters(
      run.registry.all,
      [...state.held.values()].filter((held) => held.book === office.desk),
    ),
    faults: tabFaults(state, office.desk),
    staleSince: run.unread.get(office.desk)?.since,
    tasks: run.tasks.flatMap((board) => taskMends(run, board, office)),
  })
}

type Cells = Map<string, Record<string, string>>

// Every desk of a register shows the same of its tasks; a board is judged anew in each run.
const masters = new WeakMap<TaskBoard, Cells>()

const mastersOf = (run: Run, board: TaskBoard): Cells => {
  const cells = masters.get(board) ?? masterCells(run, board)
  masters.set(board, cells)
  return cells
}

/** What the script says of a row as a plan line and as a task, where it is both. */
const bothCells = (plan: Register, lines: Cells, tasks: Cells): Cells => {
  const cells = new Map(lines)
  for (const [id, own] of tasks) {
    const line = lines.get(id)
    if (!line) continue
    const state = plan.state ?? ''
    const said = [line[state], own[state]].filter((text) => text)
    cells.set(id, { ...line, ...own, ...(plan.state ? { [state]: said.join('；') } : {}) })
  }
  return cells
}

/** The tabs of a desk that belong to a weekly register, and the consolidated week where it is read. */
const weeklyDrafts = (run: Run, weekly: Weekly, office: Office, tab: MakeTab): Draft[] => {
  const { plan, handIn } = weekly.registers
  const board = run.tasks.find(({ registers }) => registers.task === plan)
  const lines = (): Cells => {
    const cells = planCells(run, weekly, office)
    return board ? bothCells(plan, cells, mastersOf(run, board)) : cells
  }
  const drafts: Draft[] = [
    ...tab(plan, () => ({ cells: lines(), rows: nothing })),
    ...tab(handIn, () => same(handInRows(run, weekly, office))),
  ]
  const last = weekly.weeks[weekly.weeks.length - 1]?.week.monday
  if (!last || !readersOf(run.district, plan.approval?.settings, last).includes(office.id)) {
    return drafts
  }
  const shown = shownWeeks(run, weekly, false)
  const reader: Reader = { at: 'desk', office: office.id }
  const sheet = weekSheet(shown, lineColumns(plan), run.district, reader)
  return [...drafts, { kind: 'page', book: office.desk, tab: sheetOf(plan), rows: sheet }]
}

const taskDrafts = (run: Run, office: Office, tab: MakeTab): Draft[] =>
  run.tasks.flatMap((board) => {
    const { task, feedback, decision } = board.registers
    // What is handed in weekly as well has its tab already.
    const masters = task.submission
      ? []
      : tab(task, () => ({ cells: mastersOf(run, board), rows: nothing }))
    return [
      ...masters,
      ...tab(feedback, () => {
        const rows = sliceRows(run, board, office)
        return { cells: new Map([...strayRows(run, board, office, rows), ...rows]), rows }
      }),
      ...tab(decision, () => same(decisionRows(run, board, office))),
    ]
  })

type Filled = { cells: Cells; rows: Cells }

/** Makes a tab where the desk has it; what it is filled with is worked out only then. */
type MakeTab = (register: Register, fill: () => Filled) => Draft[]

const nothing: Cells = new Map()

/** Of a tab whose rows the script makes: each row stands as it is filled. */
const same = (rows: Cells): Filled => ({ cells: rows, rows })

/** What one desk is to show: its matters, its own tabs, and the week where it may be read. */
export const deskDrafts = (run: Run, office: Office): Draft[] => {
  const registers = deskRegisters(run.registry, office)
  const taken = run.taken.get(office.desk)
  const made = new Set<string>()
  const tab: MakeTab = (register, fill) => {
    if (!registers.includes(register)) return []
    made.add(register.id)
    const own = taken?.find((each) => each.register.id === register.id)
    const { cells, rows } = fill()
    const draft = tabDraft(run, office.desk, register, own, cells, rows)
    return draft ? [draft] : []
  }
  const drafts: Draft[] = [
    { kind: 'page', book: office.desk, tab: todoTab, rows: todoOf(run, office) },
    ...run.weekly.flatMap((weekly) => weeklyDrafts(run, weekly, office, tab)),
    ...taskListDrafts(run, office),
    ...taskDrafts(run, office, tab),
  ]
  drafts.push(copyDraft(run, office.desk))
  const rest = registers.filter((each) => !made.has(each.id))
  return [
    ...drafts,
    ...rest.flatMap((register) => tab(register, () => ({ cells: nothing, rows: nothing }))),
  ]
}
