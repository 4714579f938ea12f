import { isOpenAsk } from '../domain/ask'
import { saySteps } from '../domain/dated-steps'
import { addDays, type Day, daysBetween, sayDay } from '../domain/day'
import { daysAfter, sayDays, sayExceptions } from '../domain/day-list'
import { effectiveDue, type LightFacts, noteWanted } from '../domain/light'
import { sayMoment } from '../domain/moment'
import { openText, textSaid } from '../domain/readers'
import type { KnownRow } from '../domain/state'

import { lightFacts, type Task } from '../domain/task'
import { sayProxy } from '../domain/task-proxy'
import { isTaskKept, openTask } from '../domain/task-readers'
import { sayWaitAsk, waitingsOf } from '../domain/waiting'

import { addWorkingDays, calendarNote, isWorkingDay } from '../domain/working-days'
import { sayRow, saySetting } from './explain-rule'
import type { TaskBoard } from './judge-tasks'
import type { Run } from './run'

const factsOf = (run: Run, { registers }: TaskBoard, task: Task): LightFacts =>
  lightFacts(task.state, run.district, registers.task, task.values, run.journal.at)

/** The master row, every slice of it, and the decisions on it. */
const rowsBehind = (run: Run, { registers }: TaskBoard, task: Task): string[] => {
  const { task: master, feedback, decision } = registers
  const asked = task.asks.map(({ id }) => id)
  const found = (row: KnownRow): string[] => {
    if (row.register === feedback.id && row.id === task.id) return [sayRow(run, feedback, row)]
    const decided = row.register === decision.id && asked.includes(row.id)
    return decided ? [sayRow(run, decision, row)] : []
  }
  const rows = [...run.journal.state.rows.values()].flatMap(found)
  return [`依据的行：${[sayRow(run, master, task.row), ...rows].join('；')}`]
}

/** Its steps, each with the days it had before. */
const stepsOf = ({ state: { steps = [] } }: Task, kept: boolean): string[] =>
  steps.length === 0
    ? []
    : [
        `节点：${textSaid(kept, saySteps(steps))}`,
        ...steps.flatMap(({ name, moved }) =>
          moved.map(
            ({ at, from, to }) =>
              `${sayMoment(at)}节点“${textSaid(kept, name)}”由${sayDay(from)}改为${sayDay(to)}`,
          ),
        ),
      ]

const whatHolds = (task: Task, kept: boolean): string[] => {
  const { due, entered, original, extensions, moves, claimed, returned, urges } = task.state
  const { urgedAt = [] } = task.state
  return [
    ...(extensions.length > 0
      ? [`原时限${sayDay(original as Day)}，现时限${sayDay(due as Day)}`]
      : []),
    ...extensions.map(
      ({ at, from, to, why }) =>
        `${sayMoment(at)}由${sayDay(from)}改为${sayDay(to)}${why === undefined ? '' : `（${why}）`}`,
    ),
    ...(extensions.length === 0 && due !== '' && entered !== '' && entered !== due
      ? [`上级时限${sayDay(entered)}，内部时限提前为${sayDay(due)}`]
      : []),
    ...stepsOf(task, kept),
    ...moves.map(({ at, reason }) => `${sayMoment(at)}转交：${openText(reason)}`),
    ...urges.map(
      (said, i) => `${urgedAt[i] ? sayMoment(urgedAt[i]) : ''}记录催办：${textSaid(kept, said)}`,
    ),
    ...(returned > 0 ? [`退回重办${returned}次`] : []),
    ...(claimed === '' ? [] : [`${sayDay(claimed)}报告完成，灯按这一天计`]),
  ]
}

/** Each time the clock stood still, day by day, and who confirmed it. */
const stops = (run: Run, facts: LightFacts, task: Task): string[] =>
  task.state.pauses.map(({ from, to, why, by, at, past }) => {
    const end = to === '' ? facts.today : to
    const stood = daysAfter(addDays(from, -1), addDays(end, -1))
    const days = stood.filter((day) => isWorkingDay(facts.calendar, day))
    const until = to === '' ? '起，尚未恢复' : `至${sayDay(addDays(to, -1))}`
    const listed = days.length > 0 ? `（${sayDays(days)}）` : ''
    const name = run.district.people.find(({ id }) => id === by)?.name
    const confirmed = at === undefined ? '' : `，${sayMoment(at)}由${name ?? ''}确认`
    const over = past === true ? '，转交后不再计' : ''
    return `顺延：${openText(why)}，自${sayDay(from)}${until}，${days.length}个工作日${listed}${confirmed}${over}`
  })

/** What it waits for without a commissioner having confirmed it: no clock stands still by it. */
const waits = (run: Run, task: Task): string[] =>
  waitingsOf(task.asks)
    .filter(({ ask }) => isOpenAsk(ask))
    .map(
      ({ id, ask, waiting }) =>
        `${openText(sayWaitAsk(run.district, { ask, waiting }))}（${id}，未确认，时限照常计算）`,
    )

const ahead = (facts: LightFacts, from: Day, due: Day): string[] => {
  const all = daysAfter(from, due)
  const days = all.filter((day) => isWorkingDay(facts.calendar, day))
  const listed = days.length > 0 ? `：${sayDays(days)}` : ''
  return [
    `自${sayDay(from)}次日至时限${sayDay(due)}，还有${days.length}个工作日${listed}`,
    ...sayExceptions(facts.calendar, all),
  ]
}

const behind = (facts: LightFacts, from: Day, due: Day): string[] => {
  const all = daysAfter(due, from)
  const days = all.filter((day) => isWorkingDay(facts.calendar, day))
  return [
    `时限${sayDay(due)}，次日0:00起逾期，按日历天数计，到${sayDay(from)}共${daysBetween(due, from)}天：${sayDays(all)}`,
    `其中工作日${days.length}天${days.length > 0 ? `（${sayDays(days)}）` : ''}，逐级报告按工作日计（默认）`,
    ...sayExceptions(facts.calendar, all),
  ]
}

const days = (facts: LightFacts): string[] => {
  const from = facts.claimed ?? facts.today
  const due = effectiveDue({ ...facts, today: from })
  if (due === undefined || facts.due === undefined) return []
  const moved =
    due === facts.due ? [] : [`时限由${sayDay(facts.due)}顺延至${sayDay(due)}（补入等待的工作日）`]
  const note = calendarNote(facts.calendar, due)
  const counted = from > due ? behind(facts, from, due) : ahead(facts, from, due)
  return [...moved, ...counted, ...(note ? [note] : [])]
}

/** The rule a light follows, with the value and source of the setting it asks. */
const rule = (run: Run, board: TaskBoard, task: Task, facts: LightFacts): string[] => {
  const word = board.registers.task.deadline?.settings ?? ''
  const due = effectiveDue(facts)
  if (due === undefined && task.lasting) return ['长期任务：不要求时限，不催定时限']
  if (due === undefined) {
    const key = `${word}.noDeadlineAlarm`
    const last = addWorkingDays(facts.calendar, facts.assigned, run.district.settings.number(key))
    return [
      `没有时限：标“未定”，不算逾期；自交办日${sayDay(facts.assigned)}起到${sayDay(last)}仍未定的，单独提醒（${saySetting(run, key, facts.today)}）`,
    ]
  }
  const note = task.light.why === '应报进展未报'
  return [
    `规则：剩余不超过${facts.near}个工作日亮黄灯（${saySetting(run, `${word}.yellow`, facts.today)}）；过了时限亮红灯；其余绿灯`,
    ...(facts.step === undefined
      ? []
      : [
          `按节点“${textSaid(isTaskKept(board.registers.task, task), facts.step)}”的时限计：有节点没有完成的，以其中最早到期的为准（默认）`,
        ]),
    ...(note
      ? [
          `应在${sayDay(noteWanted(facts, due))}前报进展（${facts.every === undefined ? '时限过半，默认' : '按反馈周期'}），${facts.noted === undefined ? '没有报过' : `最近一次${sayDay(facts.noted)}`}`,
        ]
      : []),
  ]
}

/** What was recorded for an office without a desk, and by whom. */
const proxied = (run: Run, { registers }: TaskBoard, task: Task): string[] => {
  const said = sayProxy(run.district, registers, task.row, task.values, task.office)
  return said === '' ? [] : [textSaid(isTaskKept(registers.task, task), said)]
}

/** How the light of a task comes about: rows, deadline, days that count, rule and source. */
export const explainTask = (run: Run, board: TaskBoard, task: Task): string[] => {
  const { what, lead, why } = openTask(board.registers.task, task)
  const kept = isTaskKept(board.registers.task, task)
  const facts = factsOf(run, board, task)
  const { colour } = task.light
  const over = task.state.over !== ''
  return [
    `${task.id} ${lead}：${what}，${task.stage}`,
    ...rowsBehind(run, board, task),
    ...whatHolds(task, kept),
    ...stops(run, facts, task),
    ...waits(run, task),
    ...proxied(run, board, task),
    ...(over ? [] : [...days(facts), ...rule(run, board, task, facts)]),
    over
      ? `${sayDay(task.state.overOn as Day)}${task.state.over === '中止' ? '中止' : '报告完成，经核验销号'}，不再亮灯`
      : `灯：${colour}（${why}）`,
  ]
}
