import { type Day, sayMonthDay } from './day'
import {
  type Absence,
  contactsOf,
  type District,
  holds,
  inScope,
  isAway,
  type Leader,
  officeOf,
  type Person,
  withRole,
} from './district'

/** Who is reached for a leader on a day, and as what: A, B, the C named for both, or 负责人 and others. */
export type Cover = { person: Person; post: 'A' | 'B' | 'C' | '' }

const personOf = (district: District, id: string): Person | undefined =>
  id === '' ? undefined : district.people.find((person) => person.id === id)

const awayOn = (district: District, person: string, on: Day): Absence[] =>
  district.absences.filter((each) => each.person === person && each.from <= on && on <= each.to)

/** Who was named (代管人) to stand in for somebody away on a day. */
const standIn = (district: District, away: readonly string[], on: Day): Person | undefined =>
  away
    .flatMap((id) => awayOn(district, id, on))
    .flatMap(({ cover }) => personOf(district, cover) ?? [])
    .find(({ id }) => !away.includes(id) && !isAway(district, id, on))

/**
 * A, or B while A is away; while both are, the C named for it, else the head of the office; never
 * somebody who is away (领导联络员AB岗, default). Whom an office is reached by where nobody is named.
 */
export const coverOf = (district: District, leader: Leader, on: Day): Cover | undefined => {
  const posts: [id: string, post: 'A' | 'B'][] = [
    [leader.liaisonA, 'A'],
    [leader.liaisonB, 'B'],
  ]
  for (const [id, post] of posts) {
    const person = personOf(district, id)
    if (person && !isAway(district, id, on)) return { person, post }
  }
  const named = posts.flatMap(([id]) => (id === '' ? [] : id))
  const c = standIn(district, named, on)
  if (c) return { person: c, post: 'C' }
  const head = personOf(district, officeOf(district, leader.office)?.head ?? '')
  const others = [
    ...(named.length > 0 && head ? [head] : []),
    ...contactsOf(district, leader.office),
    ...(head ? [head] : []),
    ...withRole(district, '统筹'),
  ]
  const person = others.find(({ id }) => !named.includes(id) && !isAway(district, id, on))
  return person && { person, post: '' }
}

/** Whoever is reached for a leader on a day. */
export const liaisonOf = (district: District, leader: Leader, on: Day): Person | undefined =>
  coverOf(district, leader, on)?.person

/**
 * Whoever is reached on a day about what is between some leaders and offices, each once: of two offices
 * with a line of one leader both, not only the one that serves him.
 */
export const concernedBy = (
  district: District,
  { leaders, offices }: { leaders: readonly string[]; offices: readonly string[] },
  on: Day,
): Person[] => {
  const own = district.leaders.filter(({ id }) => leaders.includes(id))
  const others = offices.filter((id) => !own.some(({ office }) => office === id))
  return [
    ...new Set([
      ...own.flatMap((leader) => liaisonOf(district, leader, on) ?? []),
      ...others.flatMap((id) => {
        const people = contactsOf(district, id)
        return people.find((person) => !isAway(district, person.id, on)) ?? people[0] ?? []
      }),
    ]),
  ]
}

/** Days on which A and B of a leader are both away and nobody stands in for them. */
export type BothAway = { leader: Leader; days: string; offices: string[] }

const dayRange = (from: Day, to: string): string => {
  if (to === '9999-12-31') return `${sayMonthDay(from)}起`
  if (to === from) return sayMonthDay(from)
  const end = sayMonthDay(to as Day)
  return `${sayMonthDay(from)}—${from.slice(0, 7) === to.slice(0, 7) ? end.replace(/^.*月/, '') : end}`
}

/** A and B may not be away together; where they are, a C has to be named (广利府办函〔2017〕136号 Art. 1–5, default). */
export const bothAway = (district: District, today: Day): BothAway[] =>
  district.leaders
    .filter((leader) => holds(leader, today) && leader.liaisonA !== '' && leader.liaisonB !== '')
    .flatMap((leader) => {
      const of = (id: string) => district.absences.filter(({ person }) => person === id)
      const posts = [leader.liaisonA, leader.liaisonB]
      const offices = [
        leader.office,
        ...posts.flatMap((id) => personOf(district, id)?.office ?? []),
      ]
      return of(leader.liaisonA).flatMap((a) =>
        of(leader.liaisonB).flatMap((b): BothAway[] => {
          const from = a.from > b.from ? a.from : b.from
          const to = a.to < b.to ? a.to : b.to
          const covers = [a, b].some(({ cover }) => cover !== '' && !posts.includes(cover))
          if (from > to || to < today || covers) return []
          return [{ leader, days: dayRange(from as Day, to), offices: [...new Set(offices)] }]
        }),
      )
    })

/** What keeps a leader's plans from being asked for, or anybody from being asked. */
export type LiaisonGap = {
  leader: Leader
  gap: 'noLiaison' | 'sameLiaison' | 'noOffice' | 'noDesk'
}

/** Leaders in scope whom nobody would be asked about: told, never passed over. */
export const liaisonGaps = (
  district: District,
  words: readonly string[],
  today: Day,
): LiaisonGap[] =>
  district.leaders
    .filter((leader) => words.some((word) => inScope(district, leader, word, today)))
    .flatMap((leader): LiaisonGap[] => {
      const office = officeOf(district, leader.office)
      const none = leader.liaisonA === '' && leader.liaisonB === ''
      return [
        ...(none ? [{ leader, gap: 'noLiaison' as const }] : []),
        ...(leader.sameLiaison ? [{ leader, gap: 'sameLiaison' as const }] : []),
        ...(office === undefined ? [{ leader, gap: 'noOffice' as const }] : []),
        ...(office?.desk === '' ? [{ leader, gap: 'noDesk' as const }] : []),
      ]
    })
