import { type Day, weekTitle } from './day'
import { type District, deskName, isAway, officeOf, type Person } from './district'
import type { Duty } from './duty'
import { liaisonOf } from './liaison'
import { dayOf, type Moment } from './moment'
import type { Letter } from './outbox-letter'
import type { State } from './state'

/** A sentence by its name in the wording, with what it is about. */
export type Saying = { say: string; with: Record<string, string | number> }

/** A heading of a letter with its lines; the count in the heading is the number of lines. */
export type LetterGroup = { head: string; lines: Saying[] }

/** What a letter says, as data: numbers and names, never a plan line. */
export type LetterContent = {
  subject: Saying
  opening: Saying
  groups: LetterGroup[]
  /** The workbook the receiver may open, and how it is called. */
  book: string
  at: string
}

/** A letter that ought to have gone out by now. */
export type Due = Pick<Letter, 'key' | 'kind' | 'person' | 'about' | 'tells'> & {
  content: LetterContent
  /** In which hours it may leave (domain 2.4); as one that informs where it does not say. */
  leaves?: 'asks' | 'informs' | 'atOnce'
  /** What arises outside the hours waits for the next one; else it is a line of the next digest. */
  keeps?: true
  /** It is queued, and not sent in this run. */
  hold?: true
  /** Goes first, and may use what is kept back for emergencies (domain 2.4). */
  urgent?: true
}

/** The days of a week, as a letter says them. */
export const range = (week: string): string => weekTitle(week as Day).title

/** Where a person reads on: the control workbook for those who coordinate, else the own desk. */
export const placeOf = (
  district: District,
  control: string,
  person: Person,
): { book: string; at: string } => {
  const coordinates = person.roles.some((role) => role === '统筹' || role === '操作')
  // Who holds a post desk works there.
  const post = district.offices.find((each) => each.kind === '督办台' && each.head === person.id)
  if (post?.desk) return { book: post.desk, at: post.short }
  const desk = officeOf(district, person.office)
  if (coordinates || !desk?.desk) return { book: coordinates ? control : '', at: '总台账' }
  return { book: desk.desk, at: deskName(desk.short) }
}

/** Everybody who has to chase a duty now: the liaison of each leader who is missing. */
export const chasedFor = (district: District, duty: Duty, on: Day): Person[] => {
  const leaders = duty.missing.length > 0 ? duty.missing : duty.leaders
  return [...new Set(leaders.flatMap((leader) => liaisonOf(district, leader, on) ?? []))]
}

/**
 * The one person of an office to whom a letter goes, though several could be written to: whoever was
 * told already, else the first who is there.
 */
export const oneOf = (
  { district, state, now }: Maker,
  people: readonly Person[],
  mark: string,
): Person[] => {
  const told = people.find(({ id }) => {
    const letter = state.letters.get(`${id}|${mark}`)
    return letter !== undefined && letter.state !== 'withdrawn'
  })
  const reached = people.filter(({ email }) => email !== '')
  const there = reached.find(({ id }) => !isAway(district, id, dayOf(now)))
  const one = told ?? there ?? reached[0]
  return one ? [one] : []
}

/** What letters are made from. */
export type Maker = {
  district: District
  control: string
  now: Moment
  state: State
  /** Whoever has no mailbox, where texts to copy are made: no digest of theirs has gone. */
  unreached?: ReadonlySet<string>
}
