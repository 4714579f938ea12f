import { type Office, officeOf } from '../domain/district'
import { sayPressing, whatOf } from '../domain/task-due'
import type { TaskBoard } from './judge-tasks'
import type { Run } from './run'

/** Lines of 本办待办 at the post desk where a task was entered: an office without a desk can't sign for it. */
export const proxyMatters = (run: Run, board: TaskBoard, office: Office): string[][] => {
  const { task: register } = board.registers
  const rule = register.deadline?.proxy
  const heading = register.fields[rule?.received ?? '']?.heading ?? ''
  if (!rule) return []
  return board.tasks
    .filter((task) => task.row.book === office.desk && task.state.over === '')
    .filter((task) => officeOf(run.district, task.office)?.desk === '' && task.state.received === 0)
    .map((task) => [
      '待代为登记',
      whatOf(register, task),
      `${officeOf(run.district, task.office)?.short ?? ''}没有工作台，签收后请在“${heading}”填“是”；进展和完成也请代为登记`,
      sayPressing(task),
      `${register.title} ${task.id}`,
    ])
}
