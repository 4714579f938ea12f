import { namedSteps, openSteps, saySteps } from './dated-steps'
import type { Day } from './day'
import type { District } from './district'
import { quote } from './problem'
import type { Register } from './register'
import type { KnownRow } from './state'
import type { Task } from './task'
import { whyNoObjection } from './task-objection'
import { type RowProblem, understand } from './understand'
import { unitsIn } from './waiting'

/**
 * What has to be mended in what an office reported on a task: cells that cannot be read and, of the
 * lead, an objection that comes too late or twice, a waiting for oneself, steps that are none and a
 * 完成 while steps are open.
 */
export const feedbackProblems = (
  feedback: Register,
  district: District,
  task: Task,
  row: KnownRow,
  leads: boolean,
  about: { register: Register; today: Day },
): RowProblem[] => {
  const rule = feedback.feedback
  const { steps } = task.state
  const { values, problems } = understand(feedback, row, district.names)
  if (!rule || !leads) return problems
  const found = [...problems]
  const tell = (key: string, text: string) =>
    found.push({ key, heading: feedback.fields[key]?.heading ?? '', text })
  const typed = { reason: values[rule.objection] ?? '', today: about.today }
  const late = whyNoObjection(district, about.register, task.state, task.asks, typed)
  if (late !== '') tell(rule.objection, `：${late}`)
  if (unitsIn(district, values[rule.waitFor] ?? '').includes(task.office))
    tell(rule.waitFor, '是本单位，请填写所等待的其他单位')
  if (!steps) return found
  const { unknown } = namedSteps(values[rule.stepsDone] ?? '', steps)
  if (unknown.length > 0)
    tell(
      rule.stepsDone,
      `：节点中没有${unknown.map(quote).join('、')}，请填写节点的名称或序号：${saySteps(steps)}`,
    )
  const open = openSteps(task.state).map(({ name }) => name)
  if (values[rule.done] === '是' && open.length > 0)
    tell(
      rule.done,
      `未采用：还有节点没有完成（${open.join('、')}），请先填“${feedback.fields[rule.stepsDone]?.heading ?? ''}”`,
    )
  return found
}
