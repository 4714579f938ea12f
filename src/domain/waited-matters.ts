import { isOpenAsk } from './ask'
import { contactsOf, shortName } from './district'
import type { Maker } from './letter'
import { ids, type Matter } from './matter'
import { dayOf } from './moment'
import type { Task } from './task'
import { factsOf } from './task-letter'
import type { TaskList } from './task-letters'
import { answerDue, goingOn } from './waiting'

/** What another office waits for, at the desk of whoever is to answer. */
const answers = ({ maker, list, task }: { maker: Maker; list: TaskList; task: Task }): Matter[] => {
  const { district, now } = maker
  const today = dayOf(now)
  const word = list.register.deadline?.settings ?? ''
  const days = district.settings.number(`${word}.answer`, today)
  return goingOn(task.asks).map((waited) => {
    const due = answerDue(district.calendar, waited, days)
    const rank = today > due ? 'overdue' : today === due ? 'today' : 'near'
    return {
      row: `answer|${waited.id}`,
      state: rank,
      rank,
      late: 0,
      persons: ids(contactsOf(district, waited.ask.wish)),
      desks: [waited.ask.wish],
      line: {
        say: 'digest.answer',
        with: { ...factsOf(task, list.register), lead: shortName(district, task.office) },
      },
      about: { is: 'task', task, list, as: { role: 'asked', ask: waited.id } },
    }
  })
}

/** An objection stands at both desks until it is decided: of who objects, and of who is proposed. */
const objections = ({ list, task }: { list: TaskList; task: Task }): Matter[] =>
  task.asks
    .filter(({ ask }) => ask.kind === '异议' && isOpenAsk(ask))
    .map(({ id, ask }) => ({
      row: `objection|${id}`,
      state: '',
      rank: 'going',
      late: 0,
      persons: [],
      desks: [...new Set([task.office, ask.wish])].filter((office) => office !== ''),
      line: { say: 'digest.ask', with: { ...factsOf(task, list.register), kind: '分工异议' } },
      about: { is: 'task', task, list, as: { role: 'objection', ask: id } },
    }))

/** What waits for another: an answer, or the decision on an objection. */
export const waitedMatters = (given: { maker: Maker; list: TaskList; task: Task }): Matter[] => [
  ...answers(given),
  ...objections(given),
]
