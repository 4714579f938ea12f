import { isOpenAsk } from '../domain/ask'
import { type Office, shortName } from '../domain/district'
import { dayOf } from '../domain/moment'
import { openText, textSaid } from '../domain/readers'
import type { Task } from '../domain/task'
import { sayPressing, whatOf } from '../domain/task-due'
import { isTaskKept } from '../domain/task-readers'
import { answerFrom, answerLight, goingOn, sayWait } from '../domain/waiting'
import type { TaskBoard } from './judge-tasks'
import type { Run } from './run'

/** What another office carries, as the unit it is asked of may read it. */
const whatSaid = ({ registers }: TaskBoard, task: Task): string =>
  textSaid(isTaskKept(registers.task, task), whatOf(registers.task, task))

const asked = (run: Run, board: TaskBoard, task: Task, office: Office): string[][] => {
  const { district } = run
  const today = dayOf(run.journal.at)
  const days = district.settings.number(
    `${board.registers.task.deadline?.settings ?? ''}.answer`,
    today,
  )
  return goingOn(task.asks)
    .filter(({ ask }) => ask.wish === office.id)
    .map((waited) => {
      const light = answerLight(district.calendar, answerFrom(waited), days, today)
      const wait = sayWait(district, waited, today)
      return [
        '待答复',
        whatSaid(board, task),
        `${shortName(district, task.office)}${wait}；${light}`,
        '',
        task.id,
      ]
    })
}

/** What an office that carries a task waits for: its own clock goes on until a commissioner confirms days. */
const waits = ({ registers }: TaskBoard, task: Task): string[][] => {
  return task.waiting === ''
    ? []
    : [
        [
          '等待',
          whatOf(registers.task, task),
          `${task.waiting}；时限照常计算，督办专员确认等待的日期后才顺延`,
          sayPressing(task),
          `${registers.feedback.title} ${task.id}`,
        ],
      ]
}

/** An objection shows at both desks: that of the office that objects, and of the one it proposes. */
const objections = (run: Run, board: TaskBoard, task: Task, office: Office): string[][] =>
  task.asks
    .filter(({ ask }) => ask.kind === '异议' && isOpenAsk(ask))
    .flatMap(({ ask }) => {
      const own = task.office === office.id
      if (!own && ask.wish !== office.id) return []
      const by = shortName(run.district, task.office)
      const to = ask.wish === '' ? '' : `，建议由${shortName(run.district, ask.wish)}承办`
      const said = own
        ? `分工异议，待协调${to}；审核期间请继续办理`
        : `${by}提出分工异议${to}，待协调；理由：${openText(ask.reason)}`
      const what = own ? whatOf(board.registers.task, task) : whatSaid(board, task)
      return [['异议待定', what, said, own ? sayPressing(task) : '', task.id]]
    })

/** Lines of 本办待办 about what waits for another: an answer, or the decision on an objection. */
export const waitingMatters = (run: Run, board: TaskBoard, office: Office): string[][] =>
  board.tasks
    .filter((task) => task.state.over === '')
    .flatMap((task) => [
      ...(task.office === office.id ? waits(board, task) : []),
      ...asked(run, board, task, office),
      ...objections(run, board, task, office),
    ])
