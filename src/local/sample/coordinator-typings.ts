import type { WeekDescription } from '../description'
import type { District } from '../district/district'
import type { TypedRow, Typing } from '../fill/typing'
import { diceOf } from './dice'
import { handInRow } from './filing-typings'
import type { OfficePlan } from './office-plan'
import type { Plot } from './plot'

const minute = 60_000

const reasons = [
  '周三上午地点与其他单位重复，请核实后再报',
  '活动内容过于笼统，请补充承办单位',
  '请补填参与方式后再报',
] as const

/** What the coordinator and the approver type in 总台账 after the cut-off, and what answers it. */
export function coordinatorTypings(
  week: WeekDescription,
  plans: readonly OfficePlan[],
  district: District,
  plot: Plot,
  seed: string,
): Typing[] {
  const dice = diceOf(`${seed} coordinator ${week.monday}`)
  const returned = plans.find(({ office }) => office.id === plot.returned)
  const backAt = week.cutoff + (45 + dice.below(40)) * minute
  const againAt = backAt + (35 + dice.below(40)) * minute
  const approver = approverOf(district)
  const main = plot.approvedInTime
    ? week.feedback - (20 + dice.below(40)) * minute
    : week.feedback + (25 + dice.below(60)) * minute
  const late = plot.late ? week.cutoff + plot.late.minutes * minute : 0
  const decisions = [main, ...(late > main ? [late + 35 * minute] : [])]
  return [
    ...(returned
      ? returnTypings(week, returned, dice.pick(reasons), approver, backAt, againAt)
      : []),
    ...(plot.refused ? refusal(week, plans[1] ?? plans[0], approver, main) : []),
    ...decisions.map((at) => decision(week, approver, at, { 审定: '同意', 审定人: approver })),
  ]
}

/** The name of the person who approves the week, by the setting weekly.approver. */
export function approverOf(district: District): string {
  const named = district.settings.findLast(({ key }) => key === 'weekly.approver')?.value ?? ''
  return named.split(/[、，,\s]+/)[0] ?? named
}

function returnTypings(
  week: WeekDescription,
  { office, typists: [by], plain }: OfficePlan,
  reason: string,
  coordinator: string,
  backAt: number,
  againAt: number,
): Typing[] {
  const desk = office.short
  const amended = plain.slice(0, 1).map(
    ({ cells }): TypedRow => ({
      match: matchOf(week, cells),
      cells: { 承办单位: desk },
      ifThere: true,
    }),
  )
  const sentBack: TypedRow = {
    match: { 周次: week.monday, 单位: [desk, office.name, office.id] },
    cells: { 退回原因: reason },
    ifThere: true,
  }
  const typings: Typing[] = [
    { at: backAt, desk: '总台账', tab: '报送情况', by: coordinator, rows: [sentBack] },
    { at: againAt - 6 * minute, desk, tab: '周计划填报', by, rows: amended },
    { at: againAt, desk, tab: '报送', by, rows: [handInRow(week, by)] },
  ]
  return typings.filter(({ rows }) => rows.length > 0)
}

// A refused version needs a change of some plan before there is another to decide upon.
function refusal(
  week: WeekDescription,
  plan: OfficePlan | undefined,
  approver: string,
  main: number,
): Typing[] {
  const line = plan?.plain[0]
  if (!plan || !line) return []
  return [
    decision(week, approver, main - 30 * minute, {
      审定: '退回',
      审定人: approver,
      意见: `请${plan.office.short}核对参加单位`,
    }),
    {
      at: main - 16 * minute,
      desk: plan.office.short,
      tab: '周计划填报',
      by: plan.typists[0],
      rows: [
        {
          match: matchOf(week, line.cells),
          cells: { '参加人员/单位': `${line.line.matter[4]}、区委办` },
          ifThere: true,
        },
      ],
    },
  ]
}

function decision(
  week: WeekDescription,
  approver: string,
  at: number,
  cells: TypedRow['cells'],
): Typing {
  const match = { 周次: week.monday, 状态: '待审定' }
  return { at, desk: '总台账', tab: '审定', by: approver, rows: [{ match, cells, ifThere: true }] }
}

/** How a line of a week that stands in plain columns is found again. */
export function matchOf(
  week: WeekDescription,
  cells: Record<string, string>,
): Record<string, string> {
  const { 领导姓名: leader = '', 活动内容: what = '' } = cells
  return { 周次: week.monday, 领导姓名: leader, 活动内容: what }
}
