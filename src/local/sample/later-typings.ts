import type { WeekDescription } from '../description'
import type { TypedRow, Typing } from '../fill/typing'
import { matchOf } from './coordinator-typings'
import { dayAfter, dayLength, hour } from './days'
import { type Dice, diceOf } from './dice'
import type { OfficePlan, WrittenPlan } from './office-plan'
import type { Plot } from './plot'

const minute = 60_000

const postponed = ['因市里会议冲突，调整时间', '因天气原因改期', '主办方通知时间变更'] as const
const cancelled = ['活动由主办方取消', '因重要公务取消，另行安排'] as const

const suggestions = [
  '建议周计划表增加车辆安排一栏',
  '希望冲突提醒提前一天发出',
  '建议法检两院的例会时间与区委会议错开',
  '请把上周续排事项排在最前面',
] as const

type Change = 'moved' | 'cancelled' | 'unexplained'

/** What the offices type during a week and after it: changes with and without a reason, outcomes. */
export function laterTypings(
  week: WeekDescription,
  plans: readonly OfficePlan[],
  plot: Plot,
  seed: string,
): Typing[] {
  const dice = diceOf(`${seed} later ${week.monday}`)
  const filed = plans.filter(({ office }) => office.id !== plot.missing)
  const changes = changesOf(filed, week, dice)
  const dropped = new Set(changes.filter(({ kind }) => kind === 'cancelled').map(({ one }) => one))
  return [
    ...changes.flatMap((change, index) => changeTypings(week, change, index, dice)),
    ...filed.flatMap((plan, index) => outcomeTypings(week, plan, index, dropped, dice)),
    ...suggestionTypings(week, filed, dice),
  ]
}

function suggestionTypings(
  week: WeekDescription,
  plans: readonly OfficePlan[],
  dice: Dice,
): Typing[] {
  const plan = plans[dice.below(plans.length * 3)]
  if (!plan) return []
  const [, by] = plan.typists
  const cells = { 日期: dayAfter(week.monday, 3), 意见: dice.pick(suggestions), 提出人: by }
  const at = week.closes + 3 * dayLength + 16 * hour
  return [{ at, desk: plan.office.short, tab: '意见建议', by, rows: [{ cells }] }]
}

type PlannedChange = { kind: Change; plan: OfficePlan; one: WrittenPlan }

function changesOf(
  plans: readonly OfficePlan[],
  week: WeekDescription,
  dice: Dice,
): PlannedChange[] {
  const from = dayAfter(week.monday, 2)
  const open = plans.flatMap((plan) =>
    plan.plain
      .filter(({ line }) => line.day >= from && line.part !== '全天' && line.matter[1] !== '学习')
      .map((one) => ({ plan, one })),
  )
  const kinds: Change[] = [
    'moved',
    'cancelled',
    'unexplained',
    ...(dice.chance(0.5) ? ['moved' as const] : []),
  ]
  return kinds.flatMap((kind) => {
    const [chosen] = open.splice(dice.below(open.length), 1)
    return chosen ? [{ kind, ...chosen }] : []
  })
}

function changeTypings(
  week: WeekDescription,
  { kind, plan, one }: PlannedChange,
  index: number,
  dice: Dice,
): Typing[] {
  const at = week.closes + 8.5 * hour + index * 95 * minute + dice.below(50) * minute
  const typed = (moment: number, cells: TypedRow['cells']): Typing => ({
    at: moment,
    desk: plan.office.short,
    tab: '周计划填报',
    by: plan.typists[0],
    rows: [{ match: matchOf(week, one.cells), cells, ifThere: true }],
  })
  if (kind === 'cancelled') return [typed(at, { 落实情况: '取消', 调整原因: dice.pick(cancelled) })]
  const day = one.line.day < dayAfter(week.monday, 4) ? dayAfter(one.line.day, 1) : one.line.day
  const moved = { 日期: day, ...(day === one.line.day ? otherHalf(one) : {}) }
  if (kind === 'moved') return [typed(at, { ...moved, 调整原因: dice.pick(postponed) })]
  // Half of those who forget the reason give it the next day, when their desk asks for it.
  const answered = dice.chance(0.5)
    ? [typed(at + 22 * hour, { 调整原因: dice.pick(postponed) })]
    : []
  return [typed(at, moved), ...answered]
}

function otherHalf({ line }: WrittenPlan): Record<string, string> {
  return line.part === '上午'
    ? { 时段: '下午', 开始: '15:00', 结束: '16:30' }
    : { 时段: '上午', 开始: '09:30', 结束: '11:00' }
}

function outcomeTypings(
  week: WeekDescription,
  plan: OfficePlan,
  index: number,
  dropped: ReadonlySet<WrittenPlan>,
  dice: Dice,
): Typing[] {
  const at = week.closes + 7 * dayLength + 9 * hour + (index * 23 + dice.below(20)) * minute
  const again: WrittenPlan[] = []
  const rows = plan.plain.flatMap((one): TypedRow[] => {
    if (dropped.has(one) || dice.chance(0.06)) return []
    const outcome = dice.chance(0.86) ? '已落实' : mayWait(one) ? '顺延' : '未落实'
    if (outcome === '顺延') again.push(one)
    return [{ match: matchOf(week, one.cells), cells: { 落实情况: outcome }, ifThere: true }]
  })
  const typing = { desk: plan.office.short, tab: '周计划填报', by: plan.typists[0] }
  return [
    ...(rows.length > 0 ? [{ ...typing, at, rows }] : []),
    ...(again.length > 0
      ? [{ ...typing, at: at + 28 * hour, rows: again.map((one) => datedAgain(week, one, dice)) }]
      : []),
  ]
}

function mayWait({ line }: WrittenPlan): boolean {
  return ['调研', '活动', '接待'].includes(line.matter[1]) && line.part !== '全天'
}

// The product copies a postponed line into the earliest open week, without a day.
function datedAgain(week: WeekDescription, { cells, line }: WrittenPlan, dice: Dice): TypedRow {
  const next = dayAfter(week.monday, 14)
  return {
    match: { ...matchOf(week, cells), 周次: next, 日期: '' },
    cells: { 日期: dayAfter(next, dice.below(5)), 时段: line.part },
    ifThere: true,
  }
}
