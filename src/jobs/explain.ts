import { type Day, day, daysBetween, sayDay, weekTitle } from '../domain/day'
import { officeOf } from '../domain/district'
import { effectiveDue, type LightFacts } from '../domain/light'
import { sayMoment } from '../domain/moment'
import { leadName, lightFacts, type Task } from '../domain/task'
import { workingDaysBetween } from '../domain/working-days'
import type { Digest, Ports } from '../ports'
import type { TaskBoard } from './judge-tasks'
import { lookAt } from './open-run'
import type { Registry } from './registry'
import { measuresNow } from './render-dashboard'
import type { Run } from './run'

/** What is to be explained: a week by its Monday, a task by its 编号, a number by its name. */
export type ExplainAsked = { what: string; office?: string }

export type Explanation = { sentences: string[] }

const explainWeek = (run: Run, what: string, office: string | undefined): string[] => {
  const monday = day(what)
  const judged = run.weekly.flatMap(({ weeks }) => weeks).find(({ week }) => week.monday === monday)
  if (!judged) return [`${what}这一周不在报送期内`]
  const { week } = judged
  const moments = `${sayMoment(week.opens)}开放，${sayMoment(week.cutoff)}截止，${sayMoment(week.feedback)}后反馈`
  const duties = judged.duties.flatMap((duty) => {
    const known = officeOf(run.district, duty.office)
    if (office && known?.short !== office && duty.office !== office) return []
    const lacking = duty.missing.map((leader) => leader.name).join('、') || '报送确认'
    const filed = duty.filing
      ? `在${sayMoment(duty.filing.after)}之后、${sayMoment(duty.filing.at)}之前报齐；迟报从前一时刻算起，为${duty.lateMinutes}分钟`
      : `尚未报齐，缺${lacking}`
    return [`${known?.short ?? ''}（${duty.state}）：${filed}`]
  })
  return [
    `${weekTitle(week.monday).title}：${moments}`,
    '截止：前一周周五，遇休息日提前到前一个工作日（默认，见参数表 weekly.cutoff）',
    ...(week.mark ? [week.mark] : []),
    ...duties,
  ]
}

const span = ({ today, calendar }: LightFacts, due: Day): string =>
  today > due
    ? `已过${daysBetween(due, today)}天`
    : `其间${workingDaysBetween(calendar, today, due)}个工作日`

const explainTask = (run: Run, board: TaskBoard, task: Task): string[] => {
  const rule = board.registers.task.deadline
  const facts = lightFacts(
    task.state,
    run.district,
    board.registers.task,
    task.values[rule?.every ?? ''],
    run.journal.at,
  )
  const due = effectiveDue(facts)
  const { extensions, pauses } = task.state
  return [
    `${task.id} ${leadName(task.lead)}：${task.values[rule?.what ?? ''] ?? ''}，${task.stage}`,
    due === undefined
      ? '没有时限：亮灰灯，不算逾期（默认，见参数表 task.noDeadlineAlarm）'
      : `时限${sayDay(due)}；今天${sayDay(facts.today)}，${span(facts, due)}；${facts.near}个工作日以内亮黄灯（默认，见参数表 task.yellow），逾期按日历天数计`,
    ...extensions.map(
      (each) => `${sayMoment(each.at)}由${sayDay(each.from)}延至${sayDay(each.to)}`,
    ),
    ...pauses.map(
      (each) =>
        `${each.why}：自${sayDay(each.from)}${each.to === '' ? '起' : `至${sayDay(each.to)}`}停计`,
    ),
    task.light.colour === '' ? '已了结，不亮灯' : `灯：${task.light.colour}（${task.light.why}）`,
  ]
}

/** Any number or light: the rows, the rule with its source, the days counted, the moment. Read-only. */
export const explain = (
  ports: Ports,
  registry: Registry,
  digest: Digest,
  { what, office }: ExplainAsked,
): Explanation => {
  const run = lookAt(ports, registry, digest, ports.clock.now())
  const at = `截至${sayMoment(run.journal.at)}`
  if (/^\d{4}-\d{2}-\d{2}$/.test(what))
    return { sentences: [...explainWeek(run, what, office), at] }
  for (const board of run.tasks) {
    const task = board.tasks.find((each) => each.id === what)
    if (task) return { sentences: [...explainTask(run, board, task), at] }
  }
  const measures = measuresNow(run)
  const measure = measures.find((each) => each.name === what)
  if (measure) {
    const rows = measure.of.length === 0 ? '没有' : measure.of.join('、')
    return { sentences: [`${what}：${measure.of.length}；统计${measure.rows}`, rows, at] }
  }
  const known = measures.map((each) => each.name).join('、')
  return { sentences: [`不知道“${what}”是什么，可以问：任务编号、周一日期，或 ${known}`] }
}
