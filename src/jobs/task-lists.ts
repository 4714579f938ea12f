import type { TaskList } from '../domain/task-letters'
import type { Run } from './run'

/** The tasks of each register, as letters are made from. */
export const taskLists = (run: Run): TaskList[] =>
  run.tasks.map(({ registers: { task, feedback, decision }, tasks }) => ({
    register: task,
    feedback,
    decision,
    tasks,
  }))
