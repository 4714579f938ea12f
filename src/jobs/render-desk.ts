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
import { sliceRows, taskMatters } from './render-tasks'
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
  const open = weekly.weeks.filter(({ week }) => week.closes + 7 * 86_400_000 > at)
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
      tasks: run.tasks.flatMap((board) => taskMatters(board, office)),
      understood: (line) => sayLine(plan, run.district, line),
    },
    run.district,
  )
}

/** What one desk is to show: its matters, its own tabs, and the week where it may be read. */
export const deskDrafts = (run: Run, office: Office): Draft[] => {
  const drafts: Draft[] = []
  const taken = run.taken.get(office.desk)
  const takenOf = (register: Register) => taken?.find((each) => each.register.id === register.id)
  for (const weekly of run.weekly) {
    const { plan, handIn } = weekly.registers
    drafts.push({
      kind: 'page',
      book: office.desk,
      tab: todoTab,
      rows: todoOf(run, weekly, office),
    })
    const rows = handInRows(run, weekly, office)
    const planned = tabDraft(
      run,
      office.desk,
      plan,
      takenOf(plan),
      planCells(run, weekly, office),
      new Map(),
    )
    const handed = tabDraft(run, office.desk, handIn, takenOf(handIn), rows, rows)
    if (planned) drafts.push(planned)
    if (handed) drafts.push(handed)
    const today = weekly.weeks[weekly.weeks.length - 1]?.week.monday
    const word = plan.approval?.settings ?? ''
    if (today && readersOf(run.district, word, today).includes(office.id)) {
      const shown = weekSheet(
        shownWeeks(run, weekly, false),
        lineColumns(plan),
        run.district,
        office.id,
      )
      drafts.push({ kind: 'page', book: office.desk, tab: weekTab, rows: shown })
    }
  }
  for (const board of run.tasks) {
    const { feedback } = board.registers
    const rows = sliceRows(run, board, office)
    const sliced = tabDraft(run, office.desk, feedback, takenOf(feedback), rows, rows)
    if (sliced) drafts.push(sliced)
  }
  const kept = new Set(drafts.flatMap((draft) => (draft.kind === 'tab' ? [draft.register.id] : [])))
  for (const register of deskRegisters(run.registry).filter((each) => !kept.has(each.id))) {
    const draft = tabDraft(run, office.desk, register, takenOf(register), new Map(), new Map())
    if (draft) drafts.push(draft)
  }
  return drafts
}
