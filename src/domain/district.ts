import type { Day } from './day'
import type { RecordingRight } from './paper-decision'
import type { Register } from './register'
import { type Settings, settingDefault } from './setting'
import type { Names, RowProblem } from './understand'
import type { Calendar } from './working-days'

export type Office = {
  id: string
  name: string
  short: string
  kind: string
  order: number
  head: string
  phone: string
  /** 同级 where it is a peer of those who supervise, 下级 where it is not; '' where its kind tells. */
  relation: string
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
  /** The name, with what tells it from a namesake's: 张伟（区委副书记）. */
  label: string
  title: string
  body: string
  order: number
  office: string
  principal: boolean
  liaisonA: string
  liaisonB: string
  /** A was named as B too, which is refused: there is no B. */
  sameLiaison: boolean
  from: string
  to: string
}

/** `cover`: who stands in for the one away (代管人), '' where nobody was named. */
export type Absence = { person: string; from: string; to: string; cover: string }

/** Who there is and what holds, as the control workbook says. */
export type District = {
  offices: Office[]
  people: Person[]
  leaders: Leader[]
  absences: Absence[]
  /** Who may record what leaders decided on paper. */
  recording: RecordingRight[]
  settings: Settings
  calendar: Calendar
  /** Time of each daily job, by its name. */
  schedule: Record<string, string>
  names: Names
  /** What could not be read in the control workbook. */
  problems: RegisterProblem[]
}

/** A problem in a row of the control workbook's lists. */
export type RegisterProblem = { register: string; id: string; problem: RowProblem }

/** The registers a district is read from, by id. */
export type DistrictRegisters = {
  office: Register
  person: Register
  leader: Register
  absence: Register
  recording: Register
  setting: Register
  calendar: Register
  schedule: Register
}

/** A setting as people read it: offices and people by the names they have now. */
export const saySettingValue = (district: District, key: string, on?: Day): string => {
  const form = settingDefault(key)?.form.is
  const value = district.settings.text(key, on)
  if (form !== 'offices' && form !== 'people') return value
  const list = form === 'offices' ? district.offices : district.people
  const called = (id: string): string => {
    const one = list.find((each) => each.id === id)
    return one === undefined ? id : 'short' in one ? one.short : one.name
  }
  return district.settings.list(key, on).map(called).join('、')
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
