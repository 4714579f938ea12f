import { contactsOf, officeOf, withRole } from '../domain/district'
import type { Run } from './run'

/** What in the lists of the control workbook keeps mail or approval from working, in sentences. */
export const findingsOf = ({ district, registry }: Run): string[] => {
  const words = registry.all.flatMap(({ approval }) => approval?.settings ?? [])
  const gone = words.flatMap((word) => [
    ...district.settings
      .list(`${word}.approver`)
      .filter((id) => !district.people.some((each) => each.id === id))
      .map((id) => `${word}.approver 所指的人（${id}）已不在人员表中，不能审定`),
    ...district.settings
      .list(`${word}.feedbackTo`)
      .filter((id) => officeOf(district, id) === undefined)
      .map((id) => `${word}.feedbackTo 所指的单位（${id}）已不在单位表中，不再反馈给它`),
  ])
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
    .map((person) => `督办专员${person.name}没有督办台，待审核事项只能在总台账填写`)
  const supervised = registry.all.some((register) => register.deadline !== undefined)
  const unsupervised =
    supervised && withRole(district, '督办专员').length === 0
      ? ['人员表中没有人的角色是“督办专员”，延期、核验没有人能审核，督办单没有人能签发']
      : []
  return [...new Set(gone), ...unsupervised, ...postless, ...unreached, ...addressless]
}
