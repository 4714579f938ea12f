import { pressing } from '../domain/dated-steps'
import { sayDay } from '../domain/day'
import { proposedNumber } from '../domain/draft-number'
import { dayOf } from '../domain/moment'
import type { Task } from '../domain/task'
import { isDraft } from '../domain/task-drafts'
import { isDay } from '../domain/task-progress'
import { sayProxy } from '../domain/task-proxy'
import type { Ask } from '../domain/task-state'
import type { TaskBoard } from './judge-tasks'
import { feedbackRow, nameIn } from './render-slices'
import type { Run } from './run'

/** The deadline as it is and as it would be, where something asked for moves it. */
const sayMove = ({ state }: Task, { kind, wish }: Ask): string => {
  const { due } = pressing(state)
  if (kind !== '延期' || due === '' || !isDay(wish)) return ''
  const before = state.extensions.length
  return `时限${sayDay(due)}→${sayDay(wish)}${before === 0 ? '' : `（此前已延期${before}次）`}`
}

/** The number a draft is issued under where whoever issues it types none. */
const sayNumber = (run: Run, { registers }: TaskBoard, ask: Ask): string => {
  if (!isDraft(ask)) return ''
  const { asks } = run.journal.state
  const by = { district: run.district, register: registers.task, asks, on: dayOf(run.journal.at) }
  const number = proposedNumber(by, ask)
  return number === '' ? '' : `拟用文号${number}（“文号”不填即用此号）`
}

/** Before a task is struck off: who helps with it and has not even received it. */
const sayUnsignedHelpers = (run: Run, { helping }: Task, { kind }: Ask): string => {
  const unsigned = helping.filter(({ received }) => received === 0).map(({ office }) => office)
  return kind !== '核验' || unsigned.length === 0
    ? ''
    : `协办的${unsigned.map(nameIn(run)).join('、')}尚未签收，请核实后再销号`
}

/**
 * How a task stands, for whoever decides on what is asked about it: the deadline old to new, its
 * light, how often it was sent back, and the carrying office's last word on it: progress,
 * difficulty, next step, evidence. No part of what a decision binds.
 */
export const saySituation = (run: Run, board: TaskBoard, task: Task, ask: Ask): string => {
  const { feedback, task: register } = board.registers
  const rule = feedback.feedback
  const own = feedbackRow(run, board, task, task.office)?.cells ?? {}
  const proxy = sayProxy(run.district, board.registers, task.row, task.values, task.office)
  const progress = own[rule?.progress ?? ''] ?? proxy
  const on = task.state.noted
  const heading = (key: string): string => feedback.fields[key]?.heading ?? ''
  // A report of 完成 says these itself.
  const beside = ask.kind === '核验' ? [] : (rule?.beside ?? [])
  return [
    sayMove(task, ask),
    sayNumber(run, board, ask),
    register.deadline === undefined ? '' : task.light.why,
    sayUnsignedHelpers(run, task, ask),
    task.state.returned > 0 ? `已退回${task.state.returned}次` : '',
    progress === '' ? '未反馈进展' : `进展${on === '' ? '' : `（${sayDay(on)}）`}：${progress}`,
    ...beside.map((key) => (own[key] ? `${heading(key)}：${own[key]}` : '')),
  ]
    .filter((text) => text !== '')
    .join('；')
}
