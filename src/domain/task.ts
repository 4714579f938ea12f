import { asksOf, isOpenAsk } from './ask'
import { pressing } from './dated-steps'
import type { Day } from './day'
import type { District, Office, Person } from './district'
import { officeOf } from './district'
import type { FieldKind } from './field'
import { type Light, type LightFacts, lightOf } from './light'
import { dayOf, type Moment } from './moment'
import { findByName } from './names'
import type { Register } from './register'
import type { KnownRow, State } from './state'
import { isLasting } from './task-due'
import { type HelperReport, helperReports } from './task-helping'
import { commissionerOf } from './task-home'
import { whyOwnerless } from './task-ownerless'
import type { Ask, TaskState } from './task-state'
import { understand } from './understand'
import { sayWaiting } from './waiting'

/** The registers tasks are kept with. */
export type TaskRegisters = { task: Register; feedback: Register; decision: Register }

/** Who leads a task: a person, or an office that is reached through its liaisons. */
export type Lead =
  | { kind: '人'; person: Person }
  | { kind: '单位'; office: Office }
  | { kind: ''; name: string }

/** A task as it stands: its master row, its feedback, what has become of it, and its light. */
export type Task = {
  id: string
  row: KnownRow
  values: Record<string, string>
  problems: { heading: string; text: string }[]
  lead: Lead
  office: string
  /** What the offices that help have reported, in the order they are named. */
  helping: HelperReport[]
  commissioner: string
  state: TaskState
  /** Lasting work (长期), which needs no deadline. */
  lasting: boolean
  asks: { id: string; ask: Ask }[]
  light: Light
  /** 待签收, 异议待定, 未定时限, 办理中, 延期待批, 待核验, 办结销号 or 中止. */
  stage: string
  /** Why nobody carries it, '' where somebody does. */
  ownerless: string
  /** 等待区财政局答复（第3个工作日）, '' where it waits for nobody. */
  waiting: string
}

const titles = { titles: true }

// The same few lead most tasks, and every run asks for each of them.
const leads = new WeakMap<District, Map<string, Lead>>()

/**
 * Finds who leads: a person before an office of the same name; never by title alone. A column of
 * people or offices holds the 编号 of the one it names, and of a leader the office that serves it leads.
 */
export const leadOf = (
  district: District,
  register: Register,
  values: Record<string, string>,
): Lead => {
  const key = register.deadline?.lead ?? ''
  const name = values[key] ?? ''
  const kind = register.fields[key]?.kind ?? 'text'
  const known = leads.get(district) ?? new Map<string, Lead>()
  leads.set(district, known)
  const asked = `${kind} ${name}`
  const lead = known.get(asked) ?? findLead(district, kind, name)
  known.set(asked, lead)
  return lead
}

const findLead = (district: District, kind: FieldKind, name: string): Lead => {
  const nobody: Lead = { kind: '', name }
  if (kind === 'person') {
    const person = district.people.find(({ id }) => id === name)
    return person ? { kind: '人', person } : nobody
  }
  if (kind === 'office' || kind === 'leader') {
    const serves = district.leaders.find(({ id }) => id === name)?.office
    const office = officeOf(district, kind === 'office' ? name : (serves ?? ''))
    return office ? { kind: '单位', office } : nobody
  }
  const named = findByName(district.names.people, name, titles)
  const id = named.found === 'one' ? named.one.id : undefined
  const person = id === undefined ? undefined : district.people.find((each) => each.id === id)
  if (person) return { kind: '人', person }
  const found = findByName(district.names.offices, name)
  const office = found.found === 'one' ? officeOf(district, found.one.id) : undefined
  return office ? { kind: '单位', office } : nobody
}

/** Who leads now: what was moved on is led by the office it went to, whoever the row names. */
export const leadNow = (
  district: District,
  register: Register,
  values: Record<string, string>,
  { moves, office: id }: TaskState,
): Lead => {
  const office = moves.length > 0 ? officeOf(district, id) : undefined
  return office ? { kind: '单位', office } : leadOf(district, register, values)
}

export const leadName = (lead: Lead): string => {
  if (lead.kind === '人') return lead.person.name
  return lead.kind === '单位' ? lead.office.short : lead.name
}

/** The office that a task starts at: the one named, or that of its lead. */
export const firstOffice = (
  values: Record<string, string>,
  register: Register,
  lead: Lead,
): string => {
  const named = values[register.deadline?.responsible ?? '']
  if (named) return named
  if (lead.kind === '人') return lead.person.office
  return lead.kind === '单位' ? lead.office.id : ''
}

const cycles: Record<string, number> = { 每周: 7, 半月: 15, 每月: 31, 只报办结: 100_000 }

const judgedBy = (state: TaskState): Pick<LightFacts, 'due' | 'step'> => {
  const { due, step } = pressing(state)
  return { due: due === '' ? undefined : due, ...(step === '' ? {} : { step }) }
}

/** The day from which the office that carries a task now has its time. */
export const startOf = ({ anew, assigned }: TaskState): Day => anew ?? assigned

/** What the light of a task depends on, on a day. */
export const lightFacts = (
  state: TaskState,
  district: District,
  register: Register,
  values: Record<string, string>,
  now: Moment,
): LightFacts => ({
  ...judgedBy(state),
  assigned: startOf(state),
  pauses: state.pauses
    .filter(({ past }) => past !== true)
    .map(({ from, to, why }) => ({ from, to: to === '' ? undefined : to, why })),
  noted: state.noted === '' ? undefined : state.noted,
  every: cycles[values[register.deadline?.every ?? ''] ?? ''],
  claimed: state.claimed === '' ? undefined : state.claimed,
  over: state.over !== '',
  today: dayOf(now),
  calendar: district.calendar,
  near: district.settings.number(`${register.deadline?.settings ?? ''}.yellow`),
  lasting: isLasting(register, values),
  shifts: district.settings.text(`${register.deadline?.settings ?? ''}.typedRestDay`) === '顺延',
})

/** The stage a task is at. */
export const stageOf = (state: TaskState, asks: Ask[], lasting: boolean): string => {
  const open = (kind: Ask['kind']) => asks.some((ask) => ask.kind === kind && isOpenAsk(ask))
  if (state.over === '中止') return '中止'
  if (state.over === '办结') return '办结销号'
  if (open('异议')) return '异议待定'
  if (state.claimed !== '') return '待核验'
  if (open('延期')) return '延期待批'
  if (state.received === 0) return '待签收'
  return state.due === '' && !lasting ? '未定时限' : '办理中'
}

/** Reads the master rows of tasks, with what has become of each. */
export const tasksOf = (
  state: State,
  { task: register, feedback }: TaskRegisters,
  district: District,
  now: Moment,
): Task[] =>
  [...state.rows.values()]
    .filter((row) => row.register === register.id)
    .flatMap((row) => {
      const rule = register.deadline
      const become = state.tasks.get(row.id)
      if (!rule || !become) return []
      const { values, problems } = understand(register, row, district.names)
      const lead = leadNow(district, register, values, become)
      const asks = asksOf(state, row.id)
      return [
        {
          id: row.id,
          row,
          values,
          problems,
          lead,
          office: become.office,
          helping: helperReports(state, feedback, district, row.id, become),
          commissioner: commissionerOf(district, register, row, values),
          state: become,
          lasting: isLasting(register, values),
          asks,
          light: lightOf(lightFacts(become, district, register, values, now)),
          stage: stageOf(
            become,
            asks.map(({ ask }) => ask),
            isLasting(register, values),
          ),
          ownerless: become.over === '' ? whyOwnerless(district, become.office) : '',
          waiting: become.over === '' ? sayWaiting(district, asks, dayOf(now)) : '',
        },
      ]
    })

/** The desk of the office that carries a task. */
export const deskOf = (district: District, office: string): string =>
  officeOf(district, office)?.desk ?? ''

export const isOver = (task: Task): boolean => task.state.over !== ''

/** The post desk (督办台) whose holder decides about a task, when there is one. */
export const postOf = (
  district: District,
  decision: Register,
  commissioner: string,
): Office | undefined =>
  commissioner === ''
    ? undefined
    : district.offices.find(
        (office) =>
          office.desk !== '' &&
          office.head === commissioner &&
          decision.posts?.includes(office.kind) === true,
      )
