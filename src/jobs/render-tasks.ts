import { scriptKeys } from '../domain/register'
import { leadName } from '../domain/task'
import { sayLight } from '../domain/task-due'
import { sayHelping } from '../domain/task-helping'
import { sayProxy } from '../domain/task-proxy'
import type { TaskBoard } from './judge-tasks'
import { feedbackRow, nameIn } from './render-slices'
import type { Run } from './run'

type Cells = Map<string, Record<string, string>>

/** The script's cells of the master rows, in the columns the register has for them. */
export const masterCells = (run: Run, board: TaskBoard): Cells => {
  const { task: register } = board.registers
  const columns = scriptKeys(register)
  return new Map(
    board.tasks.map((task) => {
      const rule = board.registers.feedback.feedback
      const own = feedbackRow(run, board, task, task.office)
      const cells = {
        light: sayLight(task),
        [register.state ?? 'state']: task.stage,
        current: task.state.due,
        leadKind: task.lead.kind,
        leadNow: task.state.moves.length > 0 ? leadName(task.lead) : '',
        original: task.state.extensions.length > 0 ? task.state.original : '',
        overdue: task.light.overdue > 0 ? String(task.light.overdue) : '',
        urges: task.state.urges.length > 0 ? String(task.state.urges.length) : '',
        progress:
          own?.cells[rule?.progress ?? ''] ??
          sayProxy(run.district, board.registers, task.row, task.values, task.office),
        helping: sayHelping(task.helping, nameIn(run)),
      }
      return [
        task.id,
        Object.fromEntries(Object.entries(cells).filter(([key]) => columns.includes(key))),
      ]
    }),
  )
}
