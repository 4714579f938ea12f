import { type District, officeOf, type Person } from './district'

/** Why nobody carries a task (无人承办), in words; '' where somebody does. */
export const whyOwnerless = (district: District, office: string): string => {
  const own = officeOf(district, office)
  if (!own) return '找不到牵头人或牵头单位'
  const reached = district.people.some((person) => person.office === office && person.email !== '')
  return reached ? '' : `${own.short}没有人有邮箱`
}

/** Who looks after what nobody carries: the head of the first office, and who coordinates. */
export const seesOwnerless = (district: District, person: Person): boolean =>
  person.roles.includes('统筹') || district.offices[0]?.head === person.id
