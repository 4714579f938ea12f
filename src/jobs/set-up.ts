import { addDays, mondayOf } from '../domain/day'
import { type District, districtOf } from '../domain/district'
import { journalOf } from '../domain/event'
import { dayOf } from '../domain/moment'
import type { Register } from '../domain/register'
import { dailyJobs } from '../domain/schedule'
import { settingDefaults } from '../domain/setting'
import { emptyState } from '../domain/state'
import type { CurrentLooks } from '../layout/current-looks'
import type { TabLook } from '../layout/tab-look'
import type { BookId, Ports } from '../ports'
import { banner } from '../wording/pages/page'
import type { Registry } from './registry'
import { repairBook } from './repair-looks'
import { controlLooks, deskLooks } from './tab-looks'

/** A district as it is handed in: lists of rows by column identifier. */
export type DistrictFile = {
  name: string
  offices: {
    id: string
    name: string
    short: string
    kind: string
    order: number
    head?: string
    phone?: string
  }[]
  people: {
    id: string
    name: string
    office: string
    title?: string
    roles?: string[]
    email?: string
    phone?: string
  }[]
  leaders: {
    id: string
    name: string
    title: string
    body: string
    order: number
    office: string
    principal?: boolean
    liaisonA?: string
    liaisonB?: string
    from?: string
    to?: string
  }[]
  absences?: { person: string; from: string; to?: string; why?: string }[]
  settings?: { key: string; value: string; from?: string; source?: string; note?: string }[]
  calendar?: { day: string; kind: string; note?: string }[]
}

export type SetUp = {
  control: BookId
  dashboard: BookId
  desks: { office: string; book: BookId }[]
  district: DistrictFile
  /** Whether marks of change can be relied on (the local workspace). */
  exactMarks?: boolean
}

type Line = Record<string, string>

const names = (list: { id: string; name: string; short?: string }[]) => {
  const known = new Map(list.map((each) => [each.id, each.short ?? each.name]))
  return (id: string | undefined): string => (id ? (known.get(id) ?? id) : '')
}

const settingLines = (file: DistrictFile, firstWeek: string): Line[] => {
  const given = file.settings ?? []
  const defaults = settingDefaults
    .filter(({ key }) => !given.some((each) => each.key === key))
    .map(({ key, value, from, source, note }) => {
      if (key === 'district.name') return { key, value: file.name, from, source, note }
      return { key, value: key === 'weekly.firstWeek' ? firstWeek : value, from, source, note }
    })
  const typed = given.map(({ key, value, from, source, note }) => ({
    key,
    value,
    from: from ?? '',
    source: source ?? '',
    note: note || (settingDefaults.find((each) => each.key === key)?.note ?? ''),
  }))
  return [...defaults, ...typed]
}

/** The rows of the control workbook, by register. */
const linesOf = (registry: Registry, given: SetUp, firstWeek: string): Map<Register, Line[]> => {
  const { district: file, desks } = given
  const { district } = registry.house
  const person = names(file.people)
  const office = names(file.offices)
  const desk = new Map(desks.map((each) => [each.office, each.book]))
  return new Map<Register, Line[]>([
    [
      district.office,
      file.offices.map((each) => ({
        id: each.id,
        name: each.name,
        short: each.short,
        kind: each.kind,
        order: String(each.order),
        head: person(each.head),
        phone: each.phone ?? '',
        desk: desk.get(each.id) ?? '无',
      })),
    ],
    [
      district.person,
      file.people.map((each) => ({
        id: each.id,
        name: each.name,
        office: office(each.office),
        title: each.title ?? '',
        roles: (each.roles ?? []).join('、'),
        email: each.email ?? '',
        phone: each.phone ?? '',
      })),
    ],
    [
      district.leader,
      file.leaders.map((each) => ({
        id: each.id,
        name: each.name,
        title: each.title,
        body: each.body,
        order: String(each.order),
        office: office(each.office),
        principal: each.principal ? '是' : '否',
        liaisonA: person(each.liaisonA),
        liaisonB: person(each.liaisonB),
        from: each.from ?? '',
        to: each.to ?? '',
      })),
    ],
    [
      district.absence,
      (file.absences ?? []).map((each) => ({
        person: person(each.person),
        from: each.from,
        to: each.to ?? '',
        why: each.why ?? '',
      })),
    ],
    [district.setting, settingLines(file, firstWeek)],
    [district.schedule, Object.entries(dailyJobs).map(([job, time]) => ({ job, time }))],
    [
      district.calendar,
      (file.calendar ?? []).map((each) => ({
        on: each.day,
        kind: each.kind,
        note: each.note ?? '',
      })),
    ],
  ])
}

const writeHeads = (ports: Ports, book: BookId, tabs: TabLook[]): void => {
  for (const tab of tabs) {
    const head = tab.headed
      ? [{ row: 2, column: 1, values: [tab.columns.map((column) => column.heading)] }]
      : []
    ports.tables.write(book, tab.name, [{ row: 1, column: 1, values: [[banner]] }, ...head])
  }
}

/** Takes away the empty tab every new workbook starts with. */
const dropOthers = (ports: Ports, book: BookId, tabs: TabLook[]): void => {
  const { sheets = [] } = ports.layout.read(book) as CurrentLooks
  const own = new Set(tabs.map((tab) => tab.sheetId))
  const others = sheets.filter((sheet) => !own.has(sheet.properties.sheetId))
  if (others.length === 0) return
  ports.layout.apply(
    book,
    others.map((sheet) => ({ deleteSheet: { sheetId: sheet.properties.sheetId } })),
  )
}

/** The district as its file says, to know who reads what before anything is read. */
const preview = (
  registry: Registry,
  control: BookId,
  lines: Map<Register, Line[]>,
  at: number,
): District => {
  const journal = journalOf(emptyState(), at)
  for (const [register, rows] of lines) {
    rows.forEach((cells, i) => {
      const key = cells.id ?? String(i)
      const now = JSON.stringify(cells)
      journal.row({
        book: control,
        register: register.id,
        key,
        after: at,
        happening: '出现',
        field: '',
        old: '',
        now,
      })
    })
  }
  return districtOf(journal.state, registry.house.district)
}

/** Makes empty workbooks into those of a district: looks, headings, the lists of the control workbook. */
export const setUpDistrict = (ports: Ports, registry: Registry, given: SetUp): void => {
  const now = ports.clock.now()
  const firstWeek = addDays(mondayOf(dayOf(now)), 7)
  ports.facts.put({
    control: given.control,
    dashboard: given.dashboard,
    role: ports.identity.actor(),
    exactMarks: given.exactMarks ? '1' : '',
  })
  const lines = linesOf(registry, given, firstWeek)
  const district = preview(registry, given.control, lines, now)
  const control = controlLooks(registry)
  repairBook(ports, given.control, control)
  dropOthers(ports, given.control, control)
  writeHeads(ports, given.control, control)
  for (const [register, rows] of lines) {
    const values = rows.map((row) => Object.keys(register.fields).map((key) => row[key] ?? ''))
    if (values.length > 0)
      ports.tables.write(given.control, register.title, [{ row: 3, column: 1, values }])
  }
  ports.tables.flush()
  for (const office of district.offices.filter((each) => each.desk !== '')) {
    const tabs = deskLooks(registry, district, office)
    repairBook(ports, office.desk, tabs)
    dropOthers(ports, office.desk, tabs)
    writeHeads(ports, office.desk, tabs)
    ports.tables.flush()
  }
  ports.triggers.install(given.control)
}
