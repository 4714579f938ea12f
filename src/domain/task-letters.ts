import { isOpenAsk } from './ask'
import { pressing } from './dated-steps'
import { sayDay } from './day'
import { officeOf, type Person } from './district'
import type { Due, LetterGroup, Maker, Saying } from './letter'
import { toldDue } from './light'
import { dayOf } from './moment'
import { openText } from './readers'
import type { Register } from './register'
import { isOver, lightFacts, startOf, type Task } from './task'
import { awaitedOf, escalationTarget, ledOf } from './task-deciders'
import { sayKind } from './task-decisions'
import { isDraft } from './task-drafts'
import { byDelay, isUnset } from './task-due'
import { carriers, factsOf, headOf, taskLetter } from './task-letter'
import { helpWanted, issuedDrafts, unsigned, urgedByMail } from './task-notices'
import { seesOwnerless } from './task-ownerless'
import { openTask } from './task-readers'
import { isDigestTime, isTypedPast, type Rungs, rungsOf, workingDaysPast } from './task-rungs'
import { addWorkingDays } from './working-days'

/** A new task, brought once to each office that carries it. */
const assigned = (maker: Maker, task: Task, register: Register, tab: string): Due[] =>
  task.state.received > 0 || task.state.claimed !== ''
    ? []
    : carriers(maker, task).map((person) =>
        taskLetter(maker, person, task, 'assigned', task.office, {
          ...factsOf(task, register),
          tab,
          days: maker.district.settings.number(`${register.deadline?.settings ?? ''}.objection`),
        }),
      )

type Rung = {
  mark: string
  after: (rungs: Rungs) => number
  people: (maker: Maker, task: Task, register: Register) => Person[]
}

/** Whoever the setting names for the side that gave it; whom an older version told already stays the one told. */
function escalatedTo(maker: Maker, task: Task, register: Register): Person[] {
  const first = headOf(maker, maker.district.offices[0])
  const mark = `red|${task.id}|红3|${pressing(task.state).due}`
  if (first.some(({ id }) => maker.state.letters.has(`${id}|${mark}`))) return first
  const target = escalationTarget(maker.district, register, ledOf(task))
  return target ? [target] : first
}

// The marks are names of the steps: they stay when the days in 参数表 change.
const overdueRungs: Rung[] = [
  {
    mark: '红1',
    after: ({ first }) => first,
    people: (maker, task) => [
      ...carriers(maker, task),
      ...headOf(maker, officeOf(maker.district, task.office)),
      ...maker.district.people.filter((person) => person.id === task.commissioner),
    ],
  },
  {
    mark: '红3',
    after: ({ slip }) => slip,
    people: escalatedTo,
  },
]

/** Each step once for a deadline, on a working day at the hour of the digest. */
const escalated = (maker: Maker, task: Task, register: Register): Due[] => {
  const { district, now } = maker
  const { due } = pressing(task.state)
  // A yellow light reaches the same people in the digest of that morning: no letter of its own.
  if (due === '' || task.light.colour !== '红' || isTypedPast(task.state, dayOf(now))) return []
  const facts = factsOf(task, register)
  const days = workingDaysPast(lightFacts(task.state, district, register, task.values, now))
  const rungs = rungsOf(district, register, task.values)
  return overdueRungs
    .filter((rung) => days >= rung.after(rungs))
    .flatMap((rung) =>
      [...new Set(rung.people(maker, task, register))].map((person) =>
        taskLetter(maker, person, task, 'red', `${rung.mark}|${due}`, facts),
      ),
    )
}

/** The letters about tasks that ought to have gone out by now. */
export const taskLetters = (maker: Maker, list: TaskList): Due[] => {
  const { register, feedback, tasks } = list
  const open = tasks.filter((task) => !isOver(task))
  const at = isDigestTime(maker)
  // A step that was told stays told: its letter is not forgotten before the morning's hour.
  const told = ({ key }: Due) =>
    !['queued', 'withdrawn', undefined].includes(maker.state.letters.get(key)?.state)
  const steps = open
    .flatMap((task) => [...escalated(maker, task, register), ...unsigned(maker, list, task)])
    .filter((due) => at || told(due))
  return [
    ...open.flatMap((task) => assigned(maker, task, register, feedback.title)),
    ...open.flatMap((task) => helpWanted(maker, list, task)),
    ...open.flatMap((task) => issuedDrafts(maker, list, task)),
    ...open.flatMap((task) => urgedByMail(maker, list, task)),
    ...steps,
  ]
}

const line = (task: Task, register: Register): Saying => ({
  say: pressing(task.state).due === '' ? 'digest.undated' : 'digest.task',
  with: { ...factsOf(task, register), given: sayDay(task.state.assigned) },
})

const group = (head: string, tasks: Task[], register: Register): LetterGroup => ({
  head,
  lines: tasks.map((task) => line(task, register)),
})

/** Whether a task without a deadline has been so for longer than allowed (default 5 working days). */
export const isUnsetTooLong = (
  { district, now }: Maker,
  task: Task,
  register: Register,
): boolean => {
  if (!isUnset(task)) return false
  const days = district.settings.number(`${register.deadline?.settings ?? ''}.noDeadlineAlarm`)
  return dayOf(now) > addWorkingDays(district.calendar, startOf(task.state), days)
}

/** What the digest of a person says of tasks: most delayed first; the watchful see what has no day. */
export const taskGroups = (
  maker: Maker,
  register: Register,
  tasks: Task[],
  person: Person,
): LetterGroup[] => {
  const today = dayOf(maker.now)
  const all = tasks.filter((task) => !isOver(task))
  const stray = seesOwnerless(maker.district, person) ? all.filter((task) => task.ownerless) : []
  // What stands there stands nowhere else in the same letter; a decision is another matter.
  const open = all.filter((task) => !stray.includes(task))
  const watchful = person.roles.includes('统筹')
  const watches = (task: Task) => task.commissioner === person.id || watchful
  const mine = open.filter((task) => carriers(maker, task).some(({ id }) => id === person.id))
  const shown = open.filter((task) => mine.includes(task) || watches(task))
  const overdue = shown.filter((task) => task.light.colour === '红').sort(byDelay)
  const near = mine.filter((task) => task.light.colour === '黄').sort(byDelay)
  const { calendar } = maker.district
  const isToday = ({ light: { due } }: Task): boolean =>
    due === today || (due !== '' && toldDue(calendar, due) === today)
  const fresh = mine.filter((task) => task.state.received === 0)
  const unset = shown.filter(
    (task) =>
      (mine.includes(task) && isUnset(task) && !fresh.includes(task)) ||
      (watches(task) && isUnsetTooLong(maker, task, register)),
  )
  const asks = all.flatMap((task) =>
    task.asks
      .filter(({ ask }) => isOpenAsk(ask))
      .filter(({ ask }) =>
        awaitedOf(maker.district, register, ledOf(task), ask.kind).some(
          ({ id }) => id === person.id,
        ),
      )
      .map(({ ask }) => ({
        say: isDraft(ask) ? 'digest.draft' : 'digest.ask',
        with: { ...factsOf(task, register), kind: openText(sayKind(maker.district, ask)) },
      })),
  )
  return [
    group('taskOverdue', overdue, register),
    {
      head: 'taskOwnerless',
      lines: [...stray].sort(byDelay).map((task) => ({
        say: 'digest.ownerless',
        with: {
          ...factsOf(task, register),
          lead: openTask(register, task).lead || '未填',
          reason: task.ownerless,
        },
      })),
    },
    group('taskToday', near.filter(isToday), register),
    group(
      'taskNear',
      near.filter((task) => !isToday(task)),
      register,
    ),
    group('taskNew', fresh, register),
    group('taskUnset', unset, register),
    { head: 'taskAsk', lines: asks },
  ]
}

/** The tasks of one register, for letters, with the tab where those who carry them answer. */
export type TaskList = { register: Register; feedback: Register; tasks: Task[] }
