import { type Day, sayDay } from './day'
import { contactsOf, type Office, officeOf, type Person } from './district'
import { type Due, type LetterGroup, type Maker, placeOf, type Saying } from './letter'
import { dayOf, momentAt } from './moment'
import type { Register } from './register'
import { judgeText } from './secrecy'
import { isOver, type Task } from './task'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days'

// A text that a person would have to confirm stays out of mail.
const nameOf = (task: Task, register: Register): string => {
  const what = task.values[register.deadline?.what ?? ''] ?? ''
  return judgeText(what).level === 'allow' ? what : '内容见表'
}

/** Whom a task is brought to: its lead in person, or the liaisons of the office that leads. */
export const carriers = ({ district }: Maker, task: Task): Person[] => {
  if (task.lead.kind === '人' && task.lead.person.office === task.office) return [task.lead.person]
  return contactsOf(district, task.office)
}

const headOf = ({ district }: Maker, office: Office | undefined): Person[] =>
  district.people.filter((person) => person.id === office?.head)

const letter = (
  maker: Maker,
  person: Person,
  task: Task,
  kind: string,
  mark: string,
  facts: Record<string, string | number>,
): Due => ({
  key: `${person.id}|${kind}|${task.id}|${mark}`,
  kind,
  person: person.id,
  about: dayOf(maker.now),
  content: {
    subject: { say: `${kind}.subject`, with: facts },
    opening: { say: `${kind}.opening`, with: facts },
    groups: [],
    ...placeOf(maker.district, maker.control, person),
  },
})

const factsOf = (task: Task, register: Register): Record<string, string | number> => ({
  no: task.id,
  what: nameOf(task, register),
  due: task.state.due === '' ? '未定时限' : sayDay(task.state.due as Day),
  why: task.light.why,
})

/** A new task, brought once to each office that carries it. */
const assigned = (maker: Maker, task: Task, register: Register, tab: string): Due[] =>
  task.state.received > 0 || task.state.claimed !== ''
    ? []
    : carriers(maker, task).map((person) =>
        letter(maker, person, task, 'assigned', task.office, {
          ...factsOf(task, register),
          tab,
          days: maker.district.settings.number(`${register.deadline?.settings ?? ''}.objection`),
        }),
      )

type Rung = { mark: string; people: (maker: Maker, task: Task) => Person[] }

const overdueRungs: (Rung & { after: number })[] = [
  {
    mark: '红1',
    after: 1,
    people: (maker, task) => [
      ...carriers(maker, task),
      ...headOf(maker, officeOf(maker.district, task.office)),
      ...maker.district.people.filter((person) => person.id === task.commissioner),
    ],
  },
  {
    mark: '红3',
    after: 3,
    people: (maker) => headOf(maker, maker.district.offices[0]),
  },
]

/** Each step once for a deadline, on a working day at the hour of the digest. */
const escalated = (maker: Maker, task: Task, register: Register): Due[] => {
  const { calendar } = maker.district
  const due = task.state.due
  // A yellow light reaches the same people in the digest of that morning: no letter of its own.
  if (due === '' || task.light.colour !== '红') return []
  const facts = factsOf(task, register)
  const days = workingDaysBetween(calendar, due as Day, dayOf(maker.now))
  return overdueRungs
    .filter((rung) => days >= rung.after)
    .flatMap((rung) =>
      [...new Set(rung.people(maker, task))].map((person) =>
        letter(maker, person, task, 'red', `${rung.mark}|${due}`, facts),
      ),
    )
}

const isDigestTime = ({ district, now }: Maker): boolean => {
  const today = dayOf(now)
  return (
    isWorkingDay(district.calendar, today) &&
    now >= momentAt(today, district.settings.time('digest.time', today))
  )
}

/** The letters about tasks that ought to have gone out by now. */
export const taskLetters = (maker: Maker, { register, feedback, tasks }: TaskList): Due[] => {
  const open = tasks.filter((task) => !isOver(task))
  const steps = isDigestTime(maker) ? open.flatMap((task) => escalated(maker, task, register)) : []
  return [...open.flatMap((task) => assigned(maker, task, register, feedback.title)), ...steps]
}

const line = (task: Task, register: Register): Saying => ({
  say: 'digest.task',
  with: factsOf(task, register),
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
  if (task.light.colour !== '灰') return false
  const days = district.settings.number(`${register.deadline?.settings ?? ''}.noDeadlineAlarm`)
  return dayOf(now) > addWorkingDays(district.calendar, task.state.assigned, days)
}

/** What the digest of a person says of tasks: most delayed first; the watchful see what has no day. */
export const taskGroups = (
  maker: Maker,
  register: Register,
  tasks: Task[],
  person: Person,
): LetterGroup[] => {
  const today = dayOf(maker.now)
  const open = tasks.filter((task) => !isOver(task))
  const watchful = person.roles.includes('统筹')
  const watches = (task: Task) => task.commissioner === person.id || watchful
  const mine = open.filter((task) => carriers(maker, task).some(({ id }) => id === person.id))
  const shown = open.filter((task) => mine.includes(task) || watches(task))
  const overdue = shown
    .filter((task) => task.light.colour === '红')
    .sort((a, b) => b.light.overdue - a.light.overdue)
  const near = mine.filter((task) => task.light.colour === '黄')
  const fresh = mine.filter((task) => task.state.received === 0)
  const unset = shown.filter(
    (task) =>
      (mine.includes(task) && task.light.colour === '灰' && !fresh.includes(task)) ||
      (watches(task) && isUnsetTooLong(maker, task, register)),
  )
  const asks = open.flatMap((task) =>
    task.asks
      .filter(({ ask }) => !ask.decided)
      .filter(({ ask }) => (ask.kind === '异议' ? watchful : task.commissioner === person.id))
      .map(({ ask }) => ({
        say: 'digest.ask',
        with: { ...factsOf(task, register), kind: ask.kind },
      })),
  )
  return [
    group('taskOverdue', overdue, register),
    group(
      'taskToday',
      near.filter((task) => task.state.due === today),
      register,
    ),
    group(
      'taskNear',
      near.filter((task) => task.state.due !== today),
      register,
    ),
    group('taskNew', fresh, register),
    group('taskUnset', unset, register),
    { head: 'taskAsk', lines: asks },
  ]
}

/** The tasks of one register, for letters, with the tab where those who carry them answer. */
export type TaskList = { register: Register; feedback: Register; tasks: Task[] }
