import { sayDay } from '../domain/day'
import type { Office } from '../domain/district'
import { dayOf } from '../domain/moment'
import type { Task } from '../domain/task'
import { whatOf } from '../domain/task-due'
import { tenureOf, wasThere } from '../domain/task-readers'
import type { Ask } from '../domain/task-state'
import { addWorkingDays } from '../domain/working-days'
import type { TaskBoard } from './judge-tasks'
import type { Run } from './run'

/** For how many working days after it was decided an office reads what became of what it asked for. */
const toldFor = 2

const answers: Partial<Record<Ask['kind'], (task: Task, yes: boolean) => string>> = {
  延期: ({ state }, yes) =>
    yes
      ? `延期申请已同意${state.due === '' ? '' : `，现时限${sayDay(state.due)}`}`
      : '延期申请未同意，按原时限办理',
  核验: (_, yes) => (yes ? '经核验已销号' : '核验退回，请继续办理'),
}

/** Lines of 本办待办 about what was decided lately on what the office asked for. */
export const decidedMatters = (run: Run, board: TaskBoard, office: Office): string[][] => {
  const { journal, district } = run
  const today = dayOf(journal.at)
  return board.tasks.flatMap((task) =>
    task.asks.flatMap(({ ask: { kind, decided } }) => {
      const say = answers[kind]
      const has = ['牵头', '协办'].includes(tenureOf(task.state, office.id))
      // Whoever handed it on reads no more of its words.
      if (!decided || !say || !has || !wasThere(task.state, office.id, decided.at)) return []
      if (today > addWorkingDays(district.calendar, dayOf(decided.at), toldFor)) return []
      const opinion = decided.opinion === '' ? '' : `；意见：${decided.opinion}`
      return [
        [
          '办理答复',
          whatOf(board.registers.task, task),
          `${say(task, decided.yes)}${opinion}`,
          '',
          `${board.registers.feedback.title} ${task.id}`,
        ],
      ]
    }),
  )
}
