import { contactsOf, withRole } from '../domain/district'
import { foldName } from '../domain/names'
import type { Run } from './run'

/** What in the lists of the control workbook keeps mail or approval from working, in sentences. */
export const findingsOf = ({ district, registry }: Run): string[] => {
  const names = district.people.map((person) => foldName(person.name))
  const words = registry.all.flatMap(({ approval }) => approval?.settings ?? [])
  const listed = words.flatMap((word) => district.settings.list(`${word}.approver`))
  const approvers = [...new Set(listed)]
    .filter((name) => !names.includes(foldName(name)))
    .map((name) => `可审定的人“${name}”不在人员表中`)
  const offices = new Set(district.leaders.map((leader) => leader.office))
  const unreached = district.offices
    .filter((office) => offices.has(office.id) && contactsOf(district, office.id).length === 0)
    .map((office) => `${office.short}没有联络员，也没有负责人，提醒发不出去`)
  const addressless = district.people
    .filter((person) => person.email === '' && person.roles.length > 0)
    .map((person) => `${person.name}没有邮箱，收不到提醒`)
  const held = district.offices.filter((office) => office.kind === '督办台').map(({ head }) => head)
  const postless = district.people
    .filter((person) => person.roles.includes('督办专员') && !held.includes(person.id))
    .map((person) => `督办专员${person.name}没有督办台，待裁定的事项只能在总台账填写`)
  const supervised = registry.all.some((register) => register.deadline !== undefined)
  const unsupervised =
    supervised && withRole(district, '督办专员').length === 0
      ? ['人员表中没有人的角色是“督办专员”，延期、核验没有人能裁定，督办单没有人能签发']
      : []
  return [...approvers, ...unsupervised, ...postless, ...unreached, ...addressless]
}
