import { type Office, shortName } from '../domain/district'
import { isOver, leadName, type Task } from '../domain/task'
import { byDelay, sayDue, sayLight, whatOf } from '../domain/task-due'
import { sayHome } from '../domain/task-home'
import { type TaskListed, taskListPage } from '../wording/pages/task-list'
import type { Draft } from './draft'
import type { TaskBoard } from './judge-tasks'
import { type Registry, taskRegisters } from './registry'
import { masterCells } from './render-tasks'
import type { Run } from './run'

export const taskListTab = '任务一览'

type Line = { task: Task; listed: TaskListed }

const urgency = ['红', '黄', '绿', '灰', '']

/** Open ones first: the most delayed, then what is due soonest; those over last, the latest first. */
const byUrgency = ({ task: a }: Line, { task: b }: Line): number => {
  const rank = urgency.indexOf(a.light.colour) - urgency.indexOf(b.light.colour)
  if (rank !== 0) return rank
  if (isOver(a)) return b.state.overOn.localeCompare(a.state.overOn)
  return byDelay(a, b)
}

const linesOf = (run: Run, board: TaskBoard): Line[] => {
  const { district } = run
  const register = board.registers.task
  const cells = masterCells(run, board)
  return board.tasks.map((task) => ({
    task,
    listed: {
      编号: task.id,
      任务内容: whatOf(register, task),
      牵头: leadName(task.lead),
      承办单位: shortName(district, task.office),
      现时限: sayDue(task),
      灯: sayLight(task),
      状态: task.stage,
      最新进展: cells.get(task.id)?.progress ?? '',
      录入处: sayHome(district, register, task.row.book),
    },
  }))
}

/** Whether a workbook shows the list: control where there are tasks, and the desks they are posted at. */
export const showsTaskList = (registry: Registry, at: Office | undefined): boolean =>
  taskRegisters(registry).some(({ task }) => !at || task.posts?.includes(at.kind) === true)

/** 任务一览 of the control workbook, or of a post desk: what its holder sees to, wherever entered. */
export const taskListDrafts = (run: Run, at: Office | undefined): Draft[] => {
  if (!showsTaskList(run.registry, at)) return []
  const own = ({ task }: Line) => !at || (at.head !== '' && task.commissioner === at.head)
  const lines = run.tasks.flatMap((board) => linesOf(run, board).filter(own)).sort(byUrgency)
  const rows = taskListPage(lines.map(({ listed }) => listed))
  return [{ kind: 'page', book: at?.desk ?? run.control, tab: taskListTab, rows }]
}
