import { type Day, day } from './day'
import type { Named } from './names'
import type { Register } from './register'
import { type Settings, settingsOf } from './setting'
import { rowsOf, type State } from './state'
import { type Names, type RowProblem, type Understood, understand } from './understand'
import { type Calendar, calendarOf, type Override } from './working-days'

export type Office = {
  id: string
  name: string
  short: string
  kind: string
  order: number
  head: string
  phone: string
  /** Workbook of its desk, '' when it has none. */
  desk: string
}

export type Person = {
  id: string
  name: string
  office: string
  title: string
  roles: string[]
  email: string
  phone: string
}

export type Leader = {
  id: string
  name: string
  title: string
  body: string
  order: number
  office: string
  principal: boolean
  liaisonA: string
  liaisonB: string
  from: string
  to: string
}

export type Absence = { person: string; from: string; to: string }

/** Who there is and what holds, as the control workbook says. */
export type District = {
  offices: Office[]
  people: Person[]
  leaders: Leader[]
  absences: Absence[]
  settings: Settings
  calendar: Calendar
  /** Time of each daily job, by its name. */
  schedule: Record<string, string>
  names: Names
  /** What could not be read in the control workbook. */
  problems: { register: string; id: string; problem: RowProblem }[]
}

/** The registers a district is read from, by id. */
export type DistrictRegisters = {
  office: Register
  person: Register
  leader: Register
  absence: Register
  setting: Register
  calendar: Register
  schedule: Register
}

const noNames: Names = { people: [], offices: [], leaders: [] }

const named = (rows: { id: string; name: string; aliases?: string[] }[]): Named[] => rows

const order = (text: string | undefined): number => (text ? Number(text) : 9999)

const readOffices = (rows: Understood[]): Office[] =>
  rows
    .map(({ row, values: v }) => ({
      id: row.id,
      name: v.name ?? '',
      short: v.short || (v.name ?? ''),
      kind: v.kind ?? '',
      order: order(v.order),
      head: v.head ?? '',
      phone: v.phone ?? '',
      desk: row.cells.desk === '无' ? '' : (row.cells.desk ?? ''),
    }))
    .sort((a, b) => a.order - b.order)

const readPeople = (rows: Understood[]): Person[] =>
  rows.map(({ row, values: v }) => ({
    id: row.id,
    name: v.name ?? '',
    office: v.office ?? '',
    title: v.title ?? '',
    roles: (v.roles ?? '').split('、').filter((role) => role !== ''),
    email: v.email ?? '',
    phone: v.phone ?? '',
  }))

const readLeaders = (rows: Understood[]): Leader[] =>
  rows
    .map(({ row, values: v }) => ({
      id: row.id,
      name: v.name ?? '',
      title: v.title ?? '',
      body: v.body ?? '',
      order: order(v.order),
      office: v.office ?? '',
      principal: v.principal === '是',
      liaisonA: v.liaisonA ?? '',
      liaisonB: v.liaisonB ?? '',
      from: v.from ?? '',
      to: v.to ?? '',
    }))
    .sort((a, b) => a.order - b.order)

const readCalendar = (rows: Understood[]): Override[] =>
  rows.flatMap(({ values: v }) =>
    v.on
      ? [
          {
            day: day(v.on),
            kind: v.kind === '上班' ? ('work' as const) : ('off' as const),
            ...(v.note ? { note: v.note } : {}),
          },
        ]
      : [],
  )

/** The names that cells may use: offices by full and short name, people and leaders by name. */
const namesOf = (offices: Office[], people: Named[], leaders: Named[]): Names => ({
  offices: offices.map(({ id, name, short }) => ({ id, name, aliases: [short] })),
  people,
  leaders,
})

/** Reads the district out of the rows of its registers. */
export const districtFrom = (state: State, registers: DistrictRegisters): District => {
  const problems: District['problems'] = []
  const read = (register: Register, names: Names): Understood[] =>
    rowsOf(state, register.id).map((row) => {
      const understood = understand(register, row, names)
      for (const problem of understood.problems)
        problems.push({ register: register.id, id: row.id, problem })
      return understood
    })
  const bare = (register: Register): Named[] =>
    named(rowsOf(state, register.id).map((row) => ({ id: row.id, name: row.cells.name ?? '' })))
  const people = bare(registers.person)
  const leaders = bare(registers.leader)
  const offices = readOffices(read(registers.office, { ...noNames, people }))
  const names = namesOf(offices, people, leaders)
  const settings = read(registers.setting, names).map(({ values: v }) => ({
    key: v.key ?? '',
    value: v.value ?? '',
    from: v.from ? day(v.from) : ('' as const),
  }))
  return {
    offices,
    people: readPeople(read(registers.person, names)),
    leaders: readLeaders(read(registers.leader, names)),
    absences: read(registers.absence, names).map(({ values: v }) => ({
      person: v.person ?? '',
      from: v.from ?? '',
      to: v.to || '9999-12-31',
    })),
    settings: settingsOf(settings),
    calendar: calendarOf(readCalendar(read(registers.calendar, names))),
    schedule: Object.fromEntries(
      read(registers.schedule, names).map(({ values: v }) => [v.job ?? '', v.time ?? '']),
    ),
    names,
    problems,
  }
}

/** Whether a leader's plans are asked for on a day: the body is in the scope set, and the post is held. */
export const inScope = (district: District, leader: Leader, word: string, on: Day): boolean =>
  district.settings.list(`${word}.scope`, on).includes(leader.body) && holds(leader, on)

/** Whether a leader holds the post on a day. */
export const holds = (leader: Leader, on: Day): boolean =>
  (leader.from === '' || leader.from <= on) && (leader.to === '' || on <= leader.to)

/** The leaders whose plans an office hands in, in protocol order. */
export const servedBy = (district: District, office: string, word: string, on: Day): Leader[] =>
  district.leaders.filter(
    (leader) => leader.office === office && inScope(district, leader, word, on),
  )

export const isAway = (district: District, person: string, on: Day): boolean =>
  district.absences.some((a) => a.person === person && a.from <= on && on <= a.to)

/** Liaison A, or B while A is away; somebody of the office where neither is named. */
export const liaisonOf = (district: District, leader: Leader, on: Day): Person | undefined => {
  const byId = (id: string) => district.people.find((person) => person.id === id)
  const first = byId(leader.liaisonA)
  if (first && !isAway(district, first.id, on)) return first
  return byId(leader.liaisonB) ?? first ?? contactsOf(district, leader.office)[0]
}

/** Whom an office is reached by: its liaisons, or its head. */
export const contactsOf = (district: District, office: string): Person[] => {
  const own = district.people.filter((person) => person.office === office)
  const liaisons = own.filter((person) => person.roles.includes('联络员'))
  if (liaisons.length > 0) return liaisons
  const head = district.offices.find((each) => each.id === office)?.head
  return own.filter((person) => person.id === head)
}

export const withRole = (district: District, role: string): Person[] =>
  district.people.filter((person) => person.roles.includes(role))

export const officeOf = (district: District, id: string): Office | undefined =>
  district.offices.find((office) => office.id === id)

/** What an office is called in lists and letters; what it was called by where nobody knows it. */
export const shortName = (district: District, id: string): string =>
  officeOf(district, id)?.short ?? id

/** What a desk is called: 区委办工作台; a post desk goes by its own name, 督办台. */
export const deskName = (short: string): string => (short.endsWith('台') ? short : `${short}工作台`)
