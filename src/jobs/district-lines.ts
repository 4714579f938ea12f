import { namedPeople } from '../domain/named-lists'
import { labelOf } from '../domain/names'
import type { Register } from '../domain/register'
import { dailyJobs } from '../domain/schedule'
import {
  type SettingDefault,
  settingDefault,
  settingDefaults,
  settingKeyOf,
} from '../domain/setting'
import type { BookId } from '../ports'
import type { Registry } from './registry'
import { sayKey } from './setting-problems'

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

export type Line = Record<string, string>

const namesIn = (known: ReadonlyMap<string, string>) => (id: string | undefined) =>
  id ? (known.get(id) ?? id) : ''

/** People as cells name them; of one name they are told apart. */
const labels = ({ people, offices }: DistrictFile): Map<string, string> => {
  const list = namedPeople(
    people.map((each) => ({ ...each, title: each.title ?? '' })),
    offices,
  )
  return new Map(list.map((one) => [one.id, labelOf(list, one)]))
}

/** The house's defaults under the word of each register that has one of its own. */
const ownDefaults = (registers: readonly Register[]): SettingDefault[] => {
  const words = registers.flatMap(({ submission, deadline, approval }) => [
    { house: 'weekly', word: submission?.settings ?? 'weekly', issues: approval !== undefined },
    { house: 'task', word: deadline?.settings ?? 'task', issues: false },
  ])
  return words
    .filter(({ house, word }) => word !== house)
    .flatMap(({ house, word, issues }) =>
      settingDefaults
        .filter(({ key }) => key.startsWith(`${house}.`))
        .filter(
          ({ key }) =>
            issues ||
            !/\.(feedback|feedbackTo|approve|approver|coordinatorReads|reissue)$/.test(key),
        )
        .map((each) => ({ ...each, key: `${word}${each.key.slice(house.length)}` })),
    )
}

const settingLines = (
  registers: readonly Register[],
  file: DistrictFile,
  firstWeek: string,
): Line[] => {
  const given = (file.settings ?? []).map((each) => ({
    ...each,
    key: settingKeyOf(each.key) ?? each.key,
  }))
  const defaults = [...settingDefaults, ...ownDefaults(registers)]
    .filter(({ key }) => !given.some((each) => each.key === key))
    .map(({ key, value, from, source, note }) => {
      if (key === 'district.name') return { key, value: file.name, from, source, note }
      return { key, value: key.endsWith('.firstWeek') ? firstWeek : value, from, source, note }
    })
  const typed = given.map(({ key, value, from, source, note }) => ({
    key,
    value,
    from: from ?? '',
    source: source ?? '',
    note: note || (settingDefault(key)?.note ?? ''),
  }))
  const name = (key: string): string => sayKey(registers, key) ?? ''
  return [...defaults, ...typed].map((line) => ({ name: name(line.key), ...line }))
}

/** The rows of the control workbook, by register. */
export const linesOf = (
  registry: Registry,
  file: DistrictFile,
  desks: { office: string; book: BookId }[],
  firstWeek: string,
): Map<Register, Line[]> => {
  const { district } = registry.house
  const person = namesIn(labels(file))
  const office = namesIn(new Map(file.offices.map(({ id, short }) => [id, short])))
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
    [district.setting, settingLines(registry.all, file, firstWeek)],
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
