import type { Office } from '../domain/district'
import { feedbackProblems } from '../domain/feedback-problems'
import { dayOf } from '../domain/moment'
import { rowKey } from '../domain/state'
import type { TaskBoard } from './judge-tasks'
import type { Run } from './run'

/** Lines of 本办待办 about what an office reported on tasks that are not over, and has to mend. */
export const feedbackMatters = (run: Run, board: TaskBoard, office: Office): string[][] => {
  const { feedback, task: register } = board.registers
  const about = { register, today: dayOf(run.journal.at) }
  return board.tasks.flatMap((task) => {
    const leads = task.office === office.id
    const helps = task.helping.some((each) => each.office === office.id)
    const row = run.journal.state.rows.get(rowKey(office.desk, feedback.id, task.id))
    if (!row || (!leads && !helps) || task.state.over !== '') return []
    return feedbackProblems(feedback, run.district, task, row, leads, about).map(
      ({ heading, text }) => [
        '待更正',
        heading,
        `${heading}${text}`,
        '',
        `${feedback.title} ${task.id}`,
      ],
    )
  })
}
