import { asksOf } from './ask'
import { noteShown } from './ask-binding'
import type { DeadlineRule } from './capability'
import type { Day } from './day'
import { type District, shortName } from './district'
import type { Journal } from './event'
import { innerDay } from './inner-day'
import { dayOf, type Moment } from './moment'
import { keepingOf, textSaid } from './readers'
import type { Register } from './register'
import { type KnownRow, rowKey } from './state'
import { takeSteps } from './take-steps'
import {
  deskOf,
  firstOffice,
  leadName,
  leadNow,
  leadOf,
  lightFacts,
  type TaskRegisters,
} from './task'
import { givingOffice, isPeer } from './task-deciders'
import { typedDecision } from './task-decision-row'
import { askTexts, takeDecisions } from './task-decisions'
import { drawDrafts, isDraftKind, lapseDrafts } from './task-drafts'
import { isLasting } from './task-due'
import { startAnew, takeFeedback } from './task-feedback'
import { helpersOf, helpingNow, noteHelped } from './task-helping'
import { commissionerOf, isPost, ownDesk } from './task-home'
import { isDay, TaskProgress } from './task-progress'
import { proxyReport, sayProxy } from './task-proxy'
import type { Ask, TaskState } from './task-state'
import { askForOldPauses } from './task-waiting'
import { understand } from './understand'
import { sayWaiting } from './waiting'

const fresh = (office: string, assigned: Day, reached: Moment): TaskState => ({
  office,
  assigned,
  due: '',
  entered: '',
  original: '',
  extensions: [],
  moves: [],
  pauses: [],
  received: 0,
  noted: '',
  claimed: '',
  claimNote: '',
  returned: 0,
  over: '',
  overOn: '',
  urges: [],
  reached,
  helping: {},
})

/** What the office that carries a task reported last, as a draft that goes by mail may say it. */
const openFeedback = (
  { state }: Journal,
  feedback: Register,
  district: District,
  { id, state: { office } }: TaskProgress,
  key: string | undefined,
): string => {
  const own = state.rows.get(rowKey(deskOf(district, office), feedback.id, id))
  const kept = own !== undefined && keepingOf(feedback, own.cells) !== ''
  return textSaid(kept, own?.cells[key ?? ''] ?? '')
}

/** 交办依据: the kind of source, its name and day. */
export const saySource = ({ source = [] }: DeadlineRule, v: Record<string, string>): string =>
  source
    .map((key) => v[key] ?? '')
    .filter((text) => text !== '')
    .join('，')

/** Takes a task's master row, its feedback and the decisions on it one step further. */
const stepTask = (
  journal: Journal,
  registers: TaskRegisters,
  district: District,
  row: KnownRow,
  control: string,
): void => {
  const { task: register, feedback, decision } = registers
  const rule = register.deadline
  const known = journal.state.tasks.get(row.id)
  // What is struck off or stopped stays so, whatever is typed later.
  if (!rule || known?.over) return
  const { values: v } = understand(register, row, district.names)
  // A line that says nothing is planned gives nobody anything to do.
  if (!v[rule.what] || register.submission?.nothing.includes(v[rule.what] ?? '')) return
  const lead = leadOf(district, register, v)
  const first = (): string => firstOffice(v, register, lead) || ownDesk(district, register, row)
  // A ledger may hold tasks from before something was noted of them.
  const before = { ...fresh(first(), dayOf(row.at), journal.at), ...known }
  const step = new TaskProgress(journal, district, register, row.id, before)
  const given = v[rule.assigned]
  if (isDay(given)) step.state.assigned = given
  // A post desk carries nothing; an older version took what nobody led for the desk's own.
  if (step.state.office === '' || isPost(district, register, step.state.office)) {
    const office = first()
    if (office !== step.state.office) step.state.reached = journal.at
    step.state.office = office
  }
  askForOldPauses(step)
  if (!register.receipt && step.state.received === 0) step.state.received = journal.at
  step.enterDue(v[rule.due], innerDay(step, v))
  if (register.steps !== undefined)
    takeSteps(step, v[register.steps], !row.cells[rule.due] && !isLasting(register, v))
  const reported = () => {
    const { office } = step.state
    const desk = deskOf(district, office)
    if (desk === '') return proxyReport(district, registers, row, v, office)
    const own = journal.state.rows.get(rowKey(desk, feedback.id, row.id))
    return own && understand(feedback, own, district.names).values
  }
  const own = reported()
  if (own) takeFeedback(step, feedback, own)
  const commissioner = commissionerOf(district, register, row, v)
  const moved = step.state.moves.length > 0
  // What is decided on is shown with who leads now, so that is what a decision binds.
  const now = () => leadNow(district, register, v, step.state)
  const led = { values: v, lead: now(), office: step.state.office, commissioner, moved }
  const rowOf = (id: string, ask: Ask) =>
    typedDecision(journal.state, { task: register, decision }, district, led, { id, ask }, control)
  const facts = () => lightFacts(step.state, district, register, v, journal.at)
  lapseDrafts(step, facts())
  const { office } = step.state
  takeDecisions(step, rowOf, decision, led)
  if (step.state.office !== office) startAnew(step, feedback, reported())
  const helpers = helpersOf(v[rule.helpers], step.state.office)
  const task = { id: row.id, before, helpers, receipt: register.receipt === true }
  const helped = step.state.helping
  step.state.helping = helpingNow(journal.state, feedback, district, task, journal.at)
  noteHelped(step.state, helped, journal.at)
  step.noteUrge(v[rule.urged] ?? '')
  if (v[rule.stopped] === '是' && step.state.over === '') {
    step.state.over = '中止'
    step.state.overOn = step.today
  }
  if (step.state.over !== '') step.lapse((kind) => !isDraftKind(kind))
  lapseDrafts(step, facts())
  const kept = keepingOf(register, row.cells) !== ''
  const leads = now()
  drawDrafts(step, facts(), {
    what: textSaid(kept, v[rule.what] ?? ''),
    lead: leads.kind === '' ? textSaid(kept, leadName(leads)) : leadName(leads),
    kept,
    source: textSaid(kept, saySource(rule, v)),
    giver: textSaid(kept, v[rule.giver] ?? ''),
    urgency: rule.urgency?.values.find((each) => each === v[rule.urgency?.field ?? '']) ?? '',
    office: shortName(district, step.state.office),
    helpers,
    organ: givingOffice(district, register, led),
    peer: isPeer(district, register, step.state.office),
    trouble: openFeedback(journal, feedback, district, step, feedback.feedback?.beside?.[0]),
    commissioner: district.people.find(({ id }) => id === commissioner)?.name ?? '',
    progress:
      openFeedback(journal, feedback, district, step, feedback.feedback?.progress) ||
      textSaid(kept, sayProxy(district, registers, row, v, step.state.office)),
    tab: feedback.title,
    values: v,
    waiting: sayWaiting(district, asksOf(journal.state, row.id), dayOf(journal.at)),
  })
  noteShown(journal, decision, asksOf(journal.state, row.id), (ask) =>
    askTexts(district, { lead: leads, what: v[rule.what] ?? '' }, ask),
  )
  journal.set('tasks', row.id, step.state)
}

/** Takes every task one step further. */
export const stepTasks = (
  journal: Journal,
  registers: TaskRegisters,
  district: District,
  control: string,
): void => {
  const rows = [...journal.state.rows.values()].filter((row) => row.register === registers.task.id)
  for (const row of rows) stepTask(journal, registers, district, row, control)
}
