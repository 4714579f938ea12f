import { type Day, sayMonthDay } from '../domain/day'
import type { District, Office } from '../domain/district'
import type { PlanLine } from '../domain/plan-line'
import type { Register } from '../domain/register'
import { readersOf, type Weekly } from '../domain/weekly'
import { deskTodo } from '../wording/pages/desk-todo'
import { weekSheet } from '../wording/pages/week-sheet'
import type { Draft } from './draft'
import { tabFaults } from './note-faults'
import { handInRows, planCells } from './plan-states'
import { deskRegisters } from './registry'
import { decisionRows, postMatters, sliceRows, taskMatters } from './render-tasks'
import type { Run } from './run'
import { lineColumns, shownWeeks } from './shown-weeks'
import { tabDraft } from './tab-draft'

export const todoTab = '本办待办'
export const weekTab = '一周安排表'

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

const todoOf = (run: Run, weekly: Weekly, office: Office): string[][] => {
  const { state, at } = run.journal
  const { plan, handIn } = weekly.registers
  const open = weekly.weeks.filter(({ week }) => week.ends > at)
  const monday = open.map(({ week }) => String(week.monday))
  return deskTodo(
    {
      office: office.id,
      now: at,
      duties: open.flatMap(({ duties }) => duties.filter((duty) => duty.office === office.id)),
      plan,
      handIn,
      lines: weekly.lines.filter((line) => line.office === office.id && monday.includes(line.week)),
      unexplained: weekly.weeks.flatMap((each) =>
        each.unexplained.filter((one) => one.office === office.id),
      ),
      clashes: open.flatMap(({ clashes }) => clashes),
      notices: [...state.notices.values()].filter(
        (notice) => notice.touched.includes(office.id) && monday.includes(notice.week),
      ),
      refusals: [...state.refusals.values()].filter(
        (refusal) => refusal.book === office.desk && at - refusal.at < 7 * 86_400_000,
      ),
      faults: tabFaults(state, office.desk),
      staleSince: run.unread.get(office.desk)?.since,
      tasks: run.tasks.flatMap((board) => [
        ...postMatters(run, board, office),
        ...taskMatters(board, office),
      ]),
      understood: (line) => sayLine(plan, run.district, line),
    },
    run.district,
  )
}

/** The tabs of a desk that belong to a weekly register, and the consolidated week where it is read. */
const weeklyDrafts = (run: Run, weekly: Weekly, office: Office, tab: MakeTab): Draft[] => {
  const { plan, handIn } = weekly.registers
  const rows = handInRows(run, weekly, office)
  const todo = todoOf(run, weekly, office)
  const drafts: Draft[] = [
    { kind: 'page', book: office.desk, tab: todoTab, rows: todo },
    ...tab(plan, planCells(run, weekly, office), new Map()),
    ...tab(handIn, rows, rows),
  ]
  const last = weekly.weeks[weekly.weeks.length - 1]?.week.monday
  const word = plan.approval?.settings ?? ''
  if (!last || !readersOf(run.district, word, last).includes(office.id)) return drafts
  const shown = shownWeeks(run, weekly, false)
  const sheet = weekSheet(shown, lineColumns(plan), run.district, office.id)
  return [...drafts, { kind: 'page', book: office.desk, tab: weekTab, rows: sheet }]
}

const taskDrafts = (run: Run, office: Office, tab: MakeTab): Draft[] =>
  run.tasks.flatMap((board) => {
    const slices = sliceRows(run, board, office)
    const decisions = decisionRows(run, board, office)
    const { feedback, decision } = board.registers
    return [...tab(feedback, slices, slices), ...tab(decision, decisions, decisions)]
  })

type Cells = Map<string, Record<string, string>>

type MakeTab = (register: Register, cells: Cells, rows: Cells) => Draft[]

/** What one desk is to show: its matters, its own tabs, and the week where it may be read. */
export const deskDrafts = (run: Run, office: Office): Draft[] => {
  const registers = deskRegisters(run.registry, office)
  const taken = run.taken.get(office.desk)
  const made = new Set<string>()
  const tab: MakeTab = (register, cells, rows) => {
    if (!registers.includes(register)) return []
    made.add(register.id)
    const own = taken?.find((each) => each.register.id === register.id)
    const draft = tabDraft(run, office.desk, register, own, cells, rows)
    return draft ? [draft] : []
  }
  const drafts = [
    ...run.weekly.flatMap((weekly) => weeklyDrafts(run, weekly, office, tab)),
    ...taskDrafts(run, office, tab),
  ]
  const rest = registers.filter((each) => !made.has(each.id))
  return [...drafts, ...rest.flatMap((register) => tab(register, new Map(), new Map()))]
}
