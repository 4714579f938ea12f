import type { District } from '../district/district'
import { type Dice, diceOf } from './dice'
import { type PlanLine, planLines } from './plan-lines'
import { type Habit, isPlain, writtenLine } from './written-line'

/** A line and the cells its office types for it. */
export type WrittenPlan = { line: PlanLine; cells: Record<string, string> }

/** What one office has to say about a week, and who of it says it. */
export type OfficePlan = {
  office: District['offices'][number]
  written: WrittenPlan[]
  /** Those that later typings can find by week, leader and activity. */
  plain: WrittenPlan[]
  /** The two people who keep the desk, the first of whom hands in. */
  typists: readonly [string, string]
}

/** The plans of a week, office by office. */
export function officePlans(monday: string, district: District, seed: string): OfficePlan[] {
  const lines = planLines(monday, district, seed)
  return district.offices
    .map((office) => officePlan(office, lines, monday, district, seed))
    .filter(({ written }) => written.length > 0)
}

function officePlan(
  office: District['offices'][number],
  lines: readonly PlanLine[],
  monday: string,
  district: District,
  seed: string,
): OfficePlan {
  const dice = diceOf(`${seed} office ${office.id} ${monday}`)
  const typists = typistsOf(office, district)
  const own = lines
    .filter(({ leader }) => leader.office === office.id)
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  const written = own.map((line, index) => {
    const by = typists[line.leader.order % 2] ?? typists[0]
    const habit = habitOf(office.id, dice)
    return { line, cells: writtenLine(line, own[index - 1], monday, habit, by, dice) }
  })
  const plain = written.filter(({ line, cells }) => line.day !== '' && isPlain(cells))
  return { office, written, plain, typists }
}

// Each office has ways of its own, kept from the tables it used to send.
function habitOf(office: string, dice: Dice): Habit {
  const share = { QZXB: 0.7, QFY: 0.5, QRDB: 0.25 }[office] ?? 0.06
  return dice.chance(share) ? 'word' : 'columns'
}

function typistsOf(office: District['offices'][number], district: District): [string, string] {
  const own = district.people.filter((person) => person.office === office.id)
  const liaisons = own.filter(({ roles }) => roles.includes('联络员'))
  const [first, second] = (liaisons.length > 0 ? liaisons : own).map(({ name }) => name)
  return [first ?? office.short, second ?? first ?? office.short]
}

function sortKey({ leader, day, part, from }: PlanLine): string {
  const half = { 上午: 'a', 下午: 'b', 晚上: 'c', 全天: 'a' }[part]
  return `${String(leader.order).padStart(3, '0')} ${day} ${half} ${from}`
}
