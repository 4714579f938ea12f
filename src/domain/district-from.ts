import { day } from './day'
import type { District, DistrictRegisters, Leader, Office, Person } from './district'
import { meantKey } from './meaning-pin'
import { namedLeaders, namedOffices, namedPeople } from './named-lists'
import { findByName, labelOf, type Named } from './names'
import type { RecordingRight } from './paper-decision'
import type { Register } from './register'
import { type SettingRow, settingsOf } from './setting'
import { rowsOf, type State } from './state'
import { type Names, type Understood, understand } from './understand'
import { calendarOf, type Override } from './working-days'

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
      relation: v.relation ?? '',
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

const labelIn = (list: readonly Named[], id: string, name: string): string => {
  const own = list.find((each) => each.id === id)
  return own === undefined ? name : labelOf(list, own)
}

const readLeaders = (rows: Understood[], { leaders }: Names): Leader[] =>
  rows
    .map(({ row, values: v }) => ({
      id: row.id,
      name: v.name ?? '',
      label: labelIn(leaders, row.id, v.name ?? ''),
      title: v.title ?? '',
      body: v.body ?? '',
      order: order(v.order),
      office: v.office ?? '',
      principal: v.principal === '是',
      liaisonA: v.liaisonA ?? '',
      liaisonB: v.liaisonB === v.liaisonA ? '' : (v.liaisonB ?? ''),
      sameLiaison: Boolean(v.liaisonA) && v.liaisonB === v.liaisonA,
      from: v.from ?? '',
      to: v.to ?? '',
    }))
    .sort((a, b) => a.order - b.order)

/** Rights of which something cannot be read allow nobody anything. */
const readRights = (rows: Understood[]): RecordingRight[] =>
  rows.flatMap(({ values: v }) => {
    const { leader, who, liaisons, commissioners, item, from, to } = v
    if (!leader || [who, liaisons, commissioners, item, from, to].includes(undefined)) return []
    return [
      {
        leader,
        who: (who ?? '').split('、').filter((id) => id !== ''),
        liaisons: liaisons === '是',
        commissioners: commissioners === '是',
        item: item || '全部',
        from: from ?? '',
        to: to ?? '',
      },
    ]
  })

// A row whose 性质 cannot be read says neither.
const readCalendar = (rows: Understood[]): Override[] =>
  rows.flatMap(({ values: v }) =>
    v.on && (v.kind === '上班' || v.kind === '休息')
      ? [
          {
            day: day(v.on),
            kind: v.kind === '上班' ? ('work' as const) : ('off' as const),
            ...(v.note ? { note: v.note } : {}),
          },
        ]
      : [],
  )

/** Rows of 参数表 that hold: what cannot be read, and was never understood, holds nothing. */
const settingRows = (rows: Understood[]): SettingRow[] =>
  rows.flatMap(({ row, values: { key, value, from, source } }) =>
    key === undefined || value === undefined || from === undefined
      ? []
      : [
          {
            key,
            value,
            from: from === '' ? '' : day(from),
            source: source ?? '',
            typed: row.cells.value ?? '',
          },
        ],
  )

/** The names that cells may use, out of what the lists show: nothing of them has been read yet. */
const namesOf = (state: State, registers: DistrictRegisters): Names => {
  const bare = (register: Register) =>
    rowsOf(state, register.id).map(({ id, cells }) => ({
      id,
      name: cells.name ?? '',
      short: cells.short || (cells.name ?? ''),
      title: cells.title ?? '',
      body: cells.body ?? '',
      meant: cells[meantKey('office')],
      typed: cells.office ?? '',
    }))
  const listed = bare(registers.office)
  const offices = namedOffices(listed)
  const placed = (register: Register) =>
    bare(register).map(({ meant, typed, ...one }) => {
      const found = meant === undefined ? findByName(offices, typed) : undefined
      return { ...one, office: meant ?? (found?.found === 'one' ? found.one.id : '') }
    })
  return {
    offices,
    people: namedPeople(placed(registers.person), listed),
    leaders: namedLeaders(placed(registers.leader), listed),
    bodies: (registers.leader.fields.body?.choices ?? []).map(({ value }) => value),
  }
}

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
  const names = namesOf(state, registers)
  const offices = readOffices(read(registers.office, names))
  return {
    offices,
    people: readPeople(read(registers.person, names)),
    leaders: readLeaders(read(registers.leader, names), names),
    absences: read(registers.absence, names).map(({ values: v }) => ({
      person: v.person ?? '',
      from: v.from ?? '',
      to: v.to || '9999-12-31',
      cover: v.cover ?? '',
    })),
    recording: readRights(read(registers.recording, names)),
    settings: settingsOf(settingRows(read(registers.setting, names)), names),
    calendar: calendarOf(readCalendar(read(registers.calendar, names))),
    schedule: Object.fromEntries(
      read(registers.schedule, names).map(({ values: v }) => [v.job ?? '', v.time ?? '']),
    ),
    names,
    problems,
  }
}
