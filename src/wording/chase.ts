import { type Day, weekTitle } from '../domain/day'
import {
  type District,
  isAway,
  type Leader,
  officeOf,
  type Person,
  withRole,
} from '../domain/district'
import type { Duty } from '../domain/duty'
import { coverOf } from '../domain/liaison'
import { dayOf, type Moment } from '../domain/moment'
import { itemOf } from '../domain/register'
import type { WeekTimes } from '../domain/week'
import type { Weekly } from '../domain/weekly'
import { chaseText } from './chase-text'

/** An office that has to be phoned for a week, and whom there. */
export type ChaseRow = {
  week: string
  office: string
  state: string
  missing: string
  a: string
  b: string
  /** Only once the cut-off has passed. */
  head: string
  /** What somebody noted of having been in touch: how, when, what was answered. */
  told: string
  text: string
}

/** A week whose plans are asked for: from the reminder on, until it begins. */
export type ChasedWeek = { week: WeekTimes; rows: ChaseRow[]; filed: number; missing: number }

const states: Record<Duty['state'], string> = {
  未报: '未报',
  草稿: '草稿',
  退回补正: '退回待补',
  已报: '已报',
}
const order = ['未报', '草稿', '退回待补']

const phoned = (district: District, person: Person, office: string): string => {
  const phone = person.phone || (officeOf(district, office)?.phone ?? '')
  return phone === '' ? person.name : `${person.name}（${phone}）`
}

const unique = (texts: string[]): string =>
  [...new Set(texts.filter((text) => text !== ''))].join('、')

const liaison = (district: District, leader: Leader, post: 'A' | 'B', today: Day): string => {
  const id = post === 'A' ? leader.liaisonA : leader.liaisonB
  const person = district.people.find((each) => each.id === id)
  if (!person) return ''
  const away = isAway(district, person.id, today) ? '外出' : ''
  return `${phoned(district, person, leader.office)}${away}`
}

/** Whoever is reached where neither A nor B is: the C named for both, or of the office. */
const other = (district: District, leader: Leader, today: Day): string => {
  const cover = coverOf(district, leader, today)
  if (!cover || cover.post === 'A' || cover.post === 'B') return ''
  return `${phoned(district, cover.person, leader.office)}${cover.post === 'C' ? 'C岗' : ''}`
}

const rowOf = (
  district: District,
  item: string,
  duty: Duty,
  now: Moment,
  told: string,
): ChaseRow => {
  const today = dayOf(now)
  const office = officeOf(district, duty.office)
  const leaders = duty.missing.length > 0 ? duty.missing : duty.leaders
  const operator = withRole(district, '操作')[0] ?? withRole(district, '统筹')[0]
  const head = district.people.find(({ id }) => id === office?.head)
  const of = (post: 'A' | 'B') => leaders.map((each) => liaison(district, each, post, today))
  const a = unique(of('A'))
  const others = leaders.map((each) => other(district, each, today))
  return {
    week: weekTitle(duty.week.monday).title,
    office: office?.short ?? duty.office,
    state: states[duty.state],
    missing:
      duty.missing.length > 0
        ? duty.missing.map(({ label }) => label).join('、')
        : '内容已填，未报送',
    a: a || unique(others),
    b: unique([...of('B'), ...(a === '' ? [] : others)]),
    head: now < duty.week.putUp || !head ? '' : phoned(district, head, duty.office),
    told,
    text: chaseText(
      district,
      item,
      duty,
      { office: operator?.office ?? '', name: operator?.name ?? '' },
      now,
    ),
  }
}

/**
 * Whom to phone for plans that are missing, a row an office: not begun first, then drafts, then what
 * was returned, in order of protocol. `toldOf` gives what was noted of an office's week.
 */
export const chasedWeeks = (
  weekly: Weekly,
  district: District,
  now: Moment,
  toldOf: (week: string, office: string) => string,
): ChasedWeek[] =>
  weekly.weeks
    .filter(({ week }) => week.remind <= now && now < week.closes)
    .map(({ week, duties }) => {
      const late = duties.filter((duty) => !duty.complete)
      const rows = late.map((duty) =>
        rowOf(district, itemOf(weekly.registers.plan), duty, now, toldOf(week.monday, duty.office)),
      )
      return {
        week,
        rows: order.flatMap((state) => rows.filter((row) => row.state === state)),
        filed: duties.length - late.length,
        missing: late.length,
      }
    })
