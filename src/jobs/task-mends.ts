import { type Office, shortName } from '../domain/district'
import type { Rank } from '../domain/matter'
import { dayOf } from '../domain/moment'
import { sayPressing, whatOf } from '../domain/task-due'
import { taskProblems } from '../domain/task-problems'
import { decidedMatters } from './decided-matters'
import { feedbackMatters } from './feedback-matters'
import type { TaskBoard } from './judge-tasks'
import { proxyMatters } from './proxy-matters'
import type { Run } from './run'

const mistakes = (run: Run, { registers }: TaskBoard, office: Office): string[][] =>
  taskProblems(run.journal.state, registers.task, run.district, dayOf(run.journal.at))
    .filter(({ book }) => book === office.desk)
    .map(({ id, heading, text }) => [
      '待更正',
      heading,
      `${heading}${text}`,
      '',
      `${registers.task.title} ${id}`,
    ])

/** Columns that an office which helps has filled in though they are the lead's. */
const misplaced = (run: Run, { registers, tasks }: TaskBoard, office: Office): string[][] =>
  tasks
    .filter(({ state }) => state.over === '')
    .flatMap((task) => {
      const report = task.helping.find((each) => each.office === office.id)
      if (!report || report.misplaced.length === 0) return []
      const columns = report.misplaced.map((heading) => `“${heading}”`).join('')
      const lead = shortName(run.district, task.office)
      return [
        [
          '待更正',
          whatOf(registers.task, task),
          `${columns}请由牵头单位（${lead}）填写，协办单位所填不采用`,
          sayPressing(task),
          `${registers.feedback.title} ${task.id}`,
        ],
      ]
    })

/** Lines of 本办待办 about rows of tasks that have to be mended, or recorded for an office without a desk. */
export const taskMends = (
  run: Run,
  board: TaskBoard,
  office: Office,
): { rank: Rank; cells: string[] }[] => {
  const isPost = board.registers.decision.posts?.includes(office.kind) === true
  const at = (rank: Rank, lines: string[][]) => lines.map((cells) => ({ rank, cells }))
  return [
    ...at('mend', isPost ? mistakes(run, board, office) : []),
    ...at('mend', feedbackMatters(run, board, office)),
    ...at('mend', misplaced(run, board, office)),
    ...at('receipt', isPost ? proxyMatters(run, board, office) : []),
    ...at('new', decidedMatters(run, board, office)),
  ]
}
