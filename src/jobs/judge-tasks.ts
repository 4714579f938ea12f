import { followQuarterly } from '../domain/quarterly-tasks'
import { type Task, type TaskRegisters, tasksOf } from '../domain/task'
import { stepTasks } from '../domain/task-step'
import { taskRegisters } from './registry'
import type { Run } from './run'

/** The tasks of one register, judged. */
export type TaskBoard = { registers: TaskRegisters; tasks: Task[] }

/** Takes every task one step further and judges its light. */
export const judgeTasks = ({
  registry,
  journal,
  district,
  control,
}: Omit<Run, 'tasks'>): TaskBoard[] =>
  taskRegisters(registry).map((registers) => {
    stepTasks(journal, registers, district, control)
    if (followQuarterly(journal, registers.task, district) > 0)
      stepTasks(journal, registers, district, control)
    return { registers, tasks: tasksOf(journal.state, registers, district, journal.at) }
  })
