import { type Day, sayMonthDay } from './day'
import { type District, officeOf } from './district'
import type { Moment } from './moment'
import type { Register } from './register'
import { rowKey, type State } from './state'
import type { Helping, TaskState } from './task-state'
import { understand } from './understand'

/** What an office that helps (协办) has reported on a task. */
export type HelperReport = Helping & {
  office: string
  progress: string
  noted: Day | ''
  done: boolean
  /** Headings of columns it filled in that are the lead's alone. */
  misplaced: string[]
}

type Reported = Omit<HelperReport, keyof Helping> & { hasIt: boolean }

/** The offices named as helping, without the one that leads. */
export const helpersOf = (named: string | undefined, lead: string): string[] =>
  (named ?? '').split('、').filter((id) => id !== '' && id !== lead)

const reported = (
  state: State,
  feedback: Register,
  district: District,
  task: string,
  office: string,
): Reported => {
  const rule = feedback.feedback
  const desk = officeOf(district, office)?.desk ?? ''
  const row = desk === '' ? undefined : state.rows.get(rowKey(desk, feedback.id, task))
  if (!rule || !row)
    return { office, progress: '', noted: '', done: false, misplaced: [], hasIt: false }
  const { values: v } = understand(feedback, row, district.names)
  const leads = [
    ...[rule.proposed, rule.extend, rule.extendWhy, rule.objection, rule.objectTo],
    ...[rule.waitFor, rule.waitSince, rule.stepsDone],
  ]
  const progress = v[rule.progress] ?? ''
  const done = v[rule.done] === '是'
  return {
    office,
    progress,
    noted: (v[rule.noted] ?? '') as Day | '',
    done,
    // Whoever reports on a task has it.
    hasIt: v[rule.received] === '是' || progress !== '' || done,
    misplaced: leads
      .filter((key) => row.cells[key])
      .map((key) => feedback.fields[key]?.heading ?? key),
  }
}

/** How far the offices that help have come; one that is named anew starts anew. */
export const helpingNow = (
  state: State,
  feedback: Register,
  district: District,
  task: { id: string; before: TaskState; helpers: string[]; receipt: boolean },
  at: Moment,
): Record<string, Helping> =>
  Object.fromEntries(
    task.helpers.map((office) => {
      const known = task.before.helping[office] ?? { reached: at, received: 0 }
      const { hasIt } = reported(state, feedback, district, task.id, office)
      const received = known.received || (hasIt || !task.receipt ? at : 0)
      return [office, { reached: known.reached, received }]
    }),
  )

/** Notes until when an office helped that is named no longer. */
export const noteHelped = (state: TaskState, before: Record<string, Helping>, at: Moment): void => {
  for (const [office, { reached }] of Object.entries(before)) {
    if (state.helping[office]) continue
    const known = state.helped?.[office] ?? []
    state.helped = { ...state.helped, [office]: [...known, { from: reached, to: at }] }
  }
}

/** What the offices that help have reported, in the order they are named. */
export const helperReports = (
  state: State,
  feedback: Register,
  district: District,
  id: string,
  become: TaskState,
): HelperReport[] =>
  Object.entries(become.helping).map(([office, known]) => {
    const { hasIt: _, ...report } = reported(state, feedback, district, id, office)
    return { ...report, ...known }
  })

const sayReport = ({ received, progress, noted, done }: HelperReport): string =>
  [
    received > 0 ? '已签收' : '未签收',
    progress === '' ? '' : `${progress}${noted === '' ? '' : `（${sayMonthDay(noted)}）`}`,
    done ? '已完成' : '',
  ]
    .filter((text) => text !== '')
    .join('，')

/** 财政局：已签收，材料已交（11月20日）；住建局：未签收. */
export const sayHelping = (reports: HelperReport[], officeName: (id: string) => string): string =>
  reports.map((report) => `${officeName(report.office)}：${sayReport(report)}`).join('；')
