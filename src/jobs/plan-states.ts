import { type Day, weekdayName } from '../domain/day'
import { inScope, type Office } from '../domain/district'
import { type Duty, handInId } from '../domain/duty'
import { dayOf, type Moment, sayStamp, timeOf } from '../domain/moment'
import type { PlanLine } from '../domain/plan-line'
import type { PublishedLine } from '../domain/published'
import type { Register } from '../domain/register'
import { type KnownRow, rowsOf, type State } from '../domain/state'
import { isCancelled, lineKey, versionKey } from '../domain/version-text'
import { isOpen } from '../domain/week'
import { isSentBack, type WeekJudged, type Weekly } from '../domain/weekly'
import type { Run } from './run'

/** What people see of a week's progress on a line that is in order. */
const progress = (state: State, weekly: Weekly, judged: WeekJudged, duty: Duty): string => {
  const version = state.versions.get(versionKey(weekly.registers.plan, judged.week.monday))
  if (!duty.complete) return duty.state === '退回补正' ? '退回补正' : '草稿'
  if (!version) return '已报'
  if (version.issued === version.n) return version.holds.includes(duty.office) ? '已印发' : '已汇总'
  if (judged.approved) return '已审定'
  return isSentBack(judged.decided) ? '审定退回' : '待审定'
}

/** How a line of a leader reads whose plans are not asked for: it stands on no page. */
export const notAsked = '未列入报送范围'

/** Whether what changed in a line was told; of an older workspace no more is known than that it changed. */
const wasTold = ({ noticed, since }: PublishedLine): boolean =>
  noticed !== undefined || since === undefined

const lineState = (
  run: Run,
  weekly: Weekly,
  judged: WeekJudged,
  line: PlanLine,
  duty: Duty | undefined,
): string => {
  const { state } = run.journal
  const plan = weekly.registers.plan
  const word = plan.submission?.settings ?? ''
  const published = state.lines.get(lineKey(plan, judged.week.monday, line.row.id))
  if (judged.unexplained.some((each) => each.id === line.row.id)) return '待补原因'
  if (published?.mark === '取消') return '已取消'
  if (published?.mark) return wasTold(published) ? '已通知' : '已调整'
  if (line.problems.length > 0) {
    return `待补正：${[...new Set(line.problems.map((problem) => problem.heading))].join('、')}`
  }
  if (line.leader && !inScope(run.district, line.leader, word, judged.week.monday)) return notAsked
  if (published) return '已印发'
  const version = state.versions.get(versionKey(plan, judged.week.monday))
  if (version && version.issued > 0 && isCancelled(plan, line)) return '已取消'
  if (!line.counts) return '上周续排'
  if (!duty) return ''
  return progress(state, weekly, judged, duty)
}

const sayInterval = ({ after, at }: { after: Moment; at: Moment }): string =>
  `${sayStamp(after)}—${dayOf(after) === dayOf(at) ? timeOf(at) : sayStamp(at)}`

// Most rows of a year are of weeks that are over, and every run shows them all.
const over = new WeakMap<KnownRow, Record<string, string>>()

const overCells = ({ state }: Register, row: KnownRow): Record<string, string> => {
  const cells = over.get(row) ?? (state === undefined ? {} : { [state]: '已结' })
  over.set(row, cells)
  return cells
}

/** The script's cells of every plan line at a desk. */
export const planCells = (
  run: Run,
  weekly: Weekly,
  office: Office,
): Map<string, Record<string, string>> => {
  const cells = new Map<string, Record<string, string>>()
  const plan = weekly.registers.plan
  const submission = plan.submission
  for (const row of rowsOf(run.journal.state, plan.id, office.desk))
    cells.set(row.id, overCells(plan, row))
  for (const line of weekly.lines.filter((each) => each.office === office.id)) {
    const judged = weekly.weeks.find(({ week }) => week.monday === line.week)
    const duty = judged?.duties.find((each) => each.office === office.id)
    const on = line.values[submission?.day ?? '']
    const own: [key: string | undefined, text: string][] = [
      [plan.state, judged ? lineState(run, weekly, judged, line, duty) : '不在报送周内'],
      [plan.returned, duty && !duty.complete ? duty.returned : ''],
      [plan.carryOver?.count, line.row.cells['~carried'] ?? ''],
      [submission?.weekday, on ? weekdayName(on as Day) : ''],
    ]
    cells.set(
      line.row.id,
      Object.fromEntries(own.filter((each): each is [string, string] => each[0] !== undefined)),
    )
  }
  return cells
}

/** How a line reads whose office has no leader in scope any more. */
export const notOwed = '不需报送'

const handInState = (duty: Duty, attempt: number, now: number): string => {
  if (attempt < duty.attempt) return '已退回'
  if (duty.complete) return duty.late ? '已报（补报）' : '已报'
  if (!isOpen(duty.week, now)) return '未报'
  return duty.said ? '内容未齐' : duty.state
}

/** The hand-in lines of a desk: one a live week and attempt. */
export const handInRows = (
  run: Run,
  weekly: Weekly,
  office: Office,
): Map<string, Record<string, string>> => {
  const rows = new Map<string, Record<string, string>>()
  const { at } = run.journal
  const { handIn } = weekly.registers
  const rule = handIn.handIn
  if (!rule) return rows
  for (const { week, duties } of weekly.weeks) {
    const duty = duties.find((each) => each.office === office.id)
    if (!duty) {
      for (const row of rowsOf(run.journal.state, handIn.id, office.desk)) {
        if (row.cells[rule.week] === week.monday && handIn.state !== undefined)
          rows.set(row.id, { [handIn.state]: notOwed })
      }
      continue
    }
    for (let attempt = 1; attempt <= duty.attempt; attempt++) {
      rows.set(handInId(week.monday, attempt), {
        [rule.week]: week.monday,
        [rule.cutoff]: sayStamp(week.cutoff),
        [rule.attempt]: String(attempt),
        ...(handIn.state === undefined ? {} : { [handIn.state]: handInState(duty, attempt, at) }),
      })
    }
  }
  return rows
}

/** The interval in which everything was first in. */
export const sayFiled = (duty: Duty): string => (duty.filing ? sayInterval(duty.filing) : '')
