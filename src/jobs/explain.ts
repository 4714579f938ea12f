import { sayMoment } from '../domain/moment'
import type { Task } from '../domain/task'
import { countTasks, rateInTime } from '../domain/task-figures'
import { openTask } from '../domain/task-readers'
import type { Digest, Ports } from '../ports'
import { explainTask } from './explain-task'
import { explainWeek } from './explain-week'
import { lookAt } from './open-run'
import type { Registry } from './registry'
import { measuresNow } from './render-dashboard'
import type { Run } from './run'

/** What is to be explained: a week by its Monday, a task by its 编号, a number or a light by its name. */
export type ExplainAsked = { what: string; office?: string }

export type Explanation = { sentences: string[] }

const lights: Record<string, string> = {
  红: '过了时限没有办结，也没有报告完成',
  黄: '剩余工作日不多，或应报进展未报',
  绿: '时限以内，还早',
  灰: '没有时限，不算逾期',
}

const sayTask = (run: Run, id: string): string[] =>
  run.tasks.flatMap(({ registers, tasks }) =>
    tasks
      .filter((task) => task.id === id)
      .map((task) => {
        const { what, lead, why } = openTask(registers.task, task)
        const stands = why === '' ? task.stage : `${task.stage}，${why}`
        return `${id} ${lead}：${what}（${stands}），见「${registers.task.title}」`
      }),
  )

/** A light by its name: what it means, and every task it shines at. */
const explainLight = (run: Run, colour: string): string[] => {
  const those = run.tasks
    .flatMap(({ tasks }) => tasks)
    .filter((task: Task) => task.light.colour === colour)
  return [
    `${colour}灯：${those.length}项；${lights[colour] ?? ''}。逐日怎样计算，请问任务编号`,
    ...those.flatMap((task) => sayTask(run, task.id)),
  ]
}

const explainRate = (run: Run): string[] => {
  const tasks = run.tasks.flatMap((board) => board.tasks)
  const rate = rateInTime(tasks)
  if (rate === undefined) return ['按期办结率：还没有办结的任务，不计']
  const late = tasks.filter(({ state, light }) => state.over === '办结' && light.overdue > 0)
  return [
    `按期办结率：${rate}%，即按期办结${countTasks(tasks, '按期办结')}项除以办结${countTasks(tasks, '办结')}项；报告完成的那天不晚于时限的为按期`,
    late.length === 0 ? '没有逾期办结的' : '逾期办结的：',
    ...late.flatMap(({ id }) => sayTask(run, id)),
  ]
}

const explainMeasure = (run: Run, what: string): string[] | undefined => {
  const measure = measuresNow(run).find((each) => each.name === what)
  if (!measure) return undefined
  const { of, rows } = measure
  return [
    `${what}：${of.length}；统计${rows}`,
    of.length === 0 ? '没有' : of.join('、'),
    ...of.flatMap((id) => sayTask(run, id)),
  ]
}

/** What can be asked, in words. */
const askable = (run: Run): string => {
  const [first] = run.tasks.flatMap(({ tasks }) => tasks)
  const names = [...measuresNow(run).map((each) => each.name), '按期办结率']
  return `可以问：任务编号（如 ${first?.id ?? '安区督〔2024〕1号'}）、一周的周一（如 2024-11-18）、${Object.keys(
    lights,
  )
    .map((colour) => `${colour}灯`)
    .join('、')}、${names.join('、')}`
}

const sentencesOn = (run: Run, { what, office }: ExplainAsked): string[] | undefined => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(what)) return explainWeek(run, what, office)
  for (const board of run.tasks) {
    const task = board.tasks.find((each) => each.id === what)
    if (task) return explainTask(run, board, task)
  }
  const colour = what.replace(/灯$/, '')
  if (lights[colour] !== undefined) return explainLight(run, colour)
  if (what === '灯') {
    const meant = Object.entries(lights).map(([each, why]) => `${each}灯：${why}`)
    return [...meant, '办结、中止的不亮灯', askable(run)]
  }
  return what === '按期办结率' ? explainRate(run) : explainMeasure(run, what)
}

/** Any number or light: the rows, the rule with its source, the days counted, the moment. Read-only. */
export const explain = (
  ports: Ports,
  registry: Registry,
  digest: Digest,
  asked: ExplainAsked,
): Explanation => {
  const run = lookAt(ports, registry, digest, ports.clock.now())
  const sentences = sentencesOn(run, { ...asked, what: asked.what.trim() })
  if (!sentences) return { sentences: [`不知道“${asked.what}”是什么`, askable(run)] }
  return { sentences: [...sentences, `截至${sayMoment(run.journal.at)}`] }
}
