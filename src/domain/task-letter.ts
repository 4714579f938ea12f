import { contactsOf, deskName, type Office, officeOf, type Person } from './district'
import { type Due, type Maker, placeOf } from './letter'
import { dayOf } from './moment'
import { openText } from './readers'
import type { Register } from './register'
import type { Task } from './task'
import { sayDue, sayPressing } from './task-due'
import { openTask } from './task-readers'

/** Whom a task is brought to: its lead in person, or the liaisons of the office that leads. */
export const carriers = ({ district }: Maker, task: Task): Person[] => {
  if (task.lead.kind === '人' && task.lead.person.office === task.office) return [task.lead.person]
  return contactsOf(district, task.office)
}

/** The head of an office (主任/秘书长), where one is named. */
export const headOf = ({ district }: Maker, office: Office | undefined): Person[] =>
  district.people.filter((person) => person.id === office?.head)

/** What every letter about a task may say of it. */
export const factsOf = (task: Task, register: Register): Record<string, string | number> => {
  const { what, why } = openTask(register, task)
  return {
    no: task.id,
    what,
    due: sayDue(task),
    until: sayPressing(task),
    why: [why, openText(task.waiting)].filter((text) => text !== '').join('；'),
    late: task.light.overdue,
  }
}

/** Where a person reads on about a task: no button opens a desk at which it does not stand. */
const placeOfTask = (
  { district, control }: Maker,
  person: Person,
  task: Task,
): { book: string; at: string } => {
  const place = placeOf(district, control, person)
  const carry = [task.office, ...task.helping.map(({ office }) => office)]
  const stands = carry.some((id) => officeOf(district, id)?.desk === place.book)
  if (place.book === control || stands || task.commissioner === person.id) return place
  const own = officeOf(district, task.office)
  return { book: '', at: own?.desk ? deskName(own.short) : '总台账' }
}

/** A letter about one task; the mark tells it from others of its kind about the same task. */
export const taskLetter = (
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
    ...placeOfTask(maker, person, task),
  },
})
