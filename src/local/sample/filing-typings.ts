import type { WeekDescription } from '../description'
import type { TypedRow, Typing } from '../fill/typing'
import { dayLength, hour } from './days'
import { type Dice, diceOf } from './dice'
import type { OfficePlan } from './office-plan'
import type { Plot } from './plot'

const minute = 60_000

/** What the offices type at their desks until their plans for a week are handed in. */
export function filingTypings(
  week: WeekDescription,
  plans: readonly OfficePlan[],
  plot: Plot,
  seed: string,
): Typing[] {
  return plans
    .filter(({ office }) => office.id !== plot.missing)
    .flatMap((plan) => {
      const dice = diceOf(`${seed} filing ${plan.office.id} ${week.monday}`)
      return officeTypings(week, plan, plot, dice)
    })
}

/** When an office hands in, epoch ms: before the cut-off unless it is the late one. */
function handInAt(week: WeekDescription, plan: OfficePlan, plot: Plot, dice: Dice): number {
  const early = week.cutoff - (8 + dice.below(150)) * minute
  const latest = week.closes - 2 * hour
  return plot.late?.office === plan.office.id
    ? Math.min(week.cutoff + plot.late.minutes * minute, latest)
    : Math.max(early, week.opens + 45 * minute)
}

function officeTypings(week: WeekDescription, plan: OfficePlan, plot: Plot, dice: Dice): Typing[] {
  const { office, typists } = plan
  const handIn = handInAt(week, plan, plot, dice)
  const begin = Math.max(week.opens + 20 * minute, week.cutoff - 46 * hour)
  const first = officeHour(begin + dice.below(16 * 60) * minute, begin, handIn)
  const second = officeHour(handIn - (15 + dice.below(90)) * minute, first, handIn)
  const half = halfOf(plan)
  const rows = plan.written.map(({ cells }): TypedRow => ({ cells }))
  const typing = (at: number, tab: string, by: string, typed: TypedRow[]): Typing => ({
    at,
    desk: office.short,
    tab,
    by,
    rows: typed,
  })
  const wrong = wrongRow(week, plan, plot)
  return [
    typing(first, '周计划填报', typists[0], [
      ...rows.slice(0, half),
      ...(wrong ? [wrong.typed] : []),
    ]),
    typing(second, '周计划填报', typists[1], rows.slice(half)),
    ...(wrong ? [typing(handIn - 4 * minute, '周计划填报', typists[0], [wrong.corrected])] : []),
    typing(handIn, '报送', typists[0], [handInRow(week, typists[0])]),
  ].filter(({ rows: typed }) => typed.length > 0)
}

/** The cells by which an office hands in its plans of a week, on the latest attempt's line. */
export function handInRow(week: WeekDescription, by: string): TypedRow {
  return { match: { 周次: week.monday }, cells: { 报送: '是', 报送人: by }, ifThere: true }
}

// A line under a blank leader belongs to the line above it, so both go into one typing.
function halfOf({ written }: OfficePlan): number {
  const middle = Math.ceil(written.length / 2)
  const next = written.findIndex(({ cells }, at) => at >= middle && cells['领导姓名'] !== undefined)
  return next < 0 ? written.length : next
}

// Two mistakes that really happen: a day that is on no calendar, and a name written wrong.
function wrongRow(
  week: WeekDescription,
  { office, written, typists }: OfficePlan,
  plot: Plot,
): { typed: TypedRow; corrected: TypedRow } | undefined {
  const leader = written[0]?.line.leader
  const here = (plot.wrongDay && office.id === 'QRDB') || (plot.wrongLeader && office.id === 'QWB')
  if (!leader || !here) return undefined
  const what = plot.wrongDay ? '听取专题询问准备情况汇报' : '听取重点工作专班汇报'
  const day = plot.wrongDay ? '2月30日' : week.monday
  const name = plot.wrongLeader ? `${leader.name.slice(0, 1)}越` : leader.name
  const cells = {
    周次: week.monday,
    领导姓名: name,
    日期: day,
    时段: '晚上',
    活动内容: what,
    类别: '会议',
    参与方式: '参加',
    填报人: typists[0],
  }
  return {
    typed: { cells },
    corrected: {
      match: { 周次: week.monday, 活动内容: what },
      cells: { 领导姓名: leader.name, 日期: week.monday },
      ifThere: true,
    },
  }
}

// Nobody types at night: what falls there is done in the afternoon before, if there still is one.
function officeHour(ms: number, earliest: number, latest: number): number {
  const whole = Math.floor(ms / minute) * minute
  const local = (whole + 8 * hour) % (24 * hour)
  const five = whole - local + 17 * hour + ((whole / minute) % 45) * minute
  const moved = local < 8.5 * hour ? five - dayLength : local > 18 * hour ? five : whole
  return Math.min(Math.max(moved, earliest), latest - 5 * minute)
}
