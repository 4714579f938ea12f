import { type District, type Leader, officeOf, type Person, withRole } from './district'
import { findByName } from './names'
import { quote } from './problem'
import type { Register } from './register'
import type { Lead, Task } from './task'
import type { Ask } from './task-state'

/** What tells who may decide about a task. */
export type Led = Pick<Task, 'values' | 'lead' | 'office' | 'commissioner'> & { moved: boolean }

/** A task as those who may decide about it are told by. */
export const ledOf = ({ values, lead, office, commissioner, state }: Task): Led => ({
  values,
  lead,
  office,
  commissioner,
  moved: state.moves.length > 0,
})

const headOf = (district: District, office: string): string =>
  officeOf(district, office)?.head ?? ''

/** Whether a person leads a task: in person, or as the head of the office that leads or took it over. */
export const leadsIt = (district: District, led: Led, person: string): boolean => {
  const lead: Lead = led.lead
  if (!led.moved && lead.kind === '人') return lead.person.id === person
  return person !== '' && headOf(district, led.office) === person
}

/** The leaders who gave a task, by name or title; a name that means several means each of them. */
const giversOf = (district: District, register: Register, { values }: Led): Leader[] => {
  const typed = (values[register.deadline?.giver ?? ''] ?? '').split(/[、,，;；\s]+/)
  const ids = typed.flatMap((name) => {
    const found = findByName(district.names.leaders, name, { titles: true })
    if (found.found === 'one') return [found.one.id]
    if (found.found === 'several') return found.several.map(({ id }) => id)
    const title = name.replace(/同志$/, '')
    const titled = district.leaders.filter((each) => each.title.endsWith(title))
    return title.length > 1 ? titled.filter(({ principal }) => principal).map(({ id }) => id) : []
  })
  return district.leaders.filter(({ id }) => ids.includes(id))
}

/** Whether 书记 or 区长 gave a task. */
export const isGivenByPrincipal = (district: District, register: Register, led: Led): boolean =>
  giversOf(district, register, led).some(({ principal }) => principal)

/**
 * Whoever `task.escalateTo` names for the side that gave a task: the head of the office that serves
 * its giver where that is one of them, else of the first.
 */
export const escalationTarget = (
  district: District,
  register: Register,
  led: Led,
): Person | undefined => {
  const target = givingOffice(district, register, led)
  const head = headOf(district, target) || (district.offices[0]?.head ?? '')
  return district.people.find(({ id }) => id === head)
}

/** The office named by `task.escalateTo` for the side that gave a task: what is issued is issued by it. */
export const givingOffice = (district: District, register: Register, led: Led): string => {
  const serving = giversOf(district, register, led).map(({ office }) => office)
  const named = district.settings.list(`${register.deadline?.settings ?? ''}.escalateTo`)
  return named.find((id) => serving.includes(id)) ?? named[0] ?? ''
}

/**
 * Whether an office is a peer of those who supervise (人大办, 政协办, court, procuratorate), to whom
 * no 督办单 goes (domain 2.10): as the column 关系 says, else by its kind.
 */
export const isPeer = (district: District, register: Register, id: string): boolean => {
  const office = officeOf(district, id)
  if (!office) return false
  if (office.relation !== '') return office.relation === '同级'
  const above = district.settings.list(`${register.deadline?.settings ?? ''}.escalateTo`)
  return office.kind === '法检' || (office.kind === '四办' && !above.includes(id))
}

/** Who stands in where nobody else may decide: the giver, recorded by the giver's liaisons, and the target. */
const standIns = (district: District, register: Register, led: Led): Person[] => {
  const typed = led.values[register.deadline?.giver ?? ''] ?? ''
  const giver = findByName(district.names.people, typed, { titles: true })
  const own = giver.found === 'one' ? giver.one.id : ''
  const recording = giversOf(district, register, led).flatMap((each) => [
    each.liaisonA,
    each.liaisonB,
  ])
  const target = escalationTarget(district, register, led)
  return [
    ...district.people.filter(({ id }) => id === own),
    ...(target ? [target] : []),
    ...district.people.filter(({ id }) => recording.includes(id)),
  ]
}

/**
 * Who may decide what is asked for (domain 3.3): an objection the coordinator, the giver or the head
 * of the first office; all else a commissioner; nobody about a task he leads himself.
 */
export const decidersOf = (
  district: District,
  register: Register,
  led: Led,
  kind: Ask['kind'],
): Person[] => {
  const free = (people: Person[]): Person[] =>
    people.filter((person) => !leadsIt(district, led, person.id))
  const others = free(standIns(district, register, led))
  if (kind === '异议') return [...new Set([...free(withRole(district, '统筹')), ...others])]
  const named = district.people.filter(({ id }) => id === led.commissioner)
  const all = free([...new Set([...named, ...withRole(district, '督办专员')])])
  return all.length > 0 ? all : [...new Set(others)]
}

/** Of those who may decide, whom it waits for: the commissioner named, else all of the office's kind. */
export const awaitedOf = (
  district: District,
  register: Register,
  led: Led,
  kind: Ask['kind'],
): Person[] => {
  const all = decidersOf(district, register, led, kind)
  if (kind === '异议') {
    const coordinators = all.filter(({ roles }) => roles.includes('统筹'))
    return coordinators.length > 0 ? coordinators : all
  }
  const named = all.filter(({ id }) => id === led.commissioner)
  return named.length > 0 ? named : all
}

const whoElse = (people: Person[]): string =>
  people.length === 0
    ? '没有其他人可以签批，请在总台账“人员”中另设督办专员'
    : `请由${people.map(({ name }) => name).join('、')}签批`

/** Why a person may not decide, in words for beside the row; '' where it may. */
export const whyMayNot = (
  district: District,
  register: Register,
  led: Led,
  kind: Ask['kind'],
  by: { id: string; typed: string },
): string => {
  const all = decidersOf(district, register, led, kind)
  if (by.id === '' && by.typed === '') return '请填写签批人'
  if (all.some(({ id }) => id === by.id)) return ''
  const name = district.people.find(({ id }) => id === by.id)?.name
  const instead = whoElse(awaitedOf(district, register, led, kind))
  if (name === undefined) return `签批人${quote(by.typed)}在人员表中找不到，${instead}`
  return leadsIt(district, led, by.id)
    ? `${name}牵头这项任务，不能自己签批，${instead}`
    : `${name}不在可以签批的人中，${instead}`
}
