import { pressing } from './dated-steps'
import { sayDay } from './day'
import { officeOf, shortName } from './district'
import type { Maker } from './letter'
import { ids, type Matter, type TaskMatter } from './matter'
import { dayOf } from './moment'
import { startOf, type Task } from './task'
import { escalationTarget, ledOf } from './task-deciders'
import { isUnset } from './task-due'
import { factsOf, headOf } from './task-letter'
import type { TaskList } from './task-letters'
import { type Given, matter, postsOf, rungOf } from './task-matter'
import { seesOwnerless } from './task-ownerless'
import { openTask } from './task-readers'
import { unsignedOf } from './task-receipt'
import { addWorkingDays } from './working-days'

/** Whether a task without a deadline has been so for longer than allowed (default 5 working days). */
const isUnsetTooLong = ({ district, now }: Maker, task: Task, list: TaskList): boolean => {
  if (!isUnset(task)) return false
  const days = district.settings.number(`${list.register.deadline?.settings ?? ''}.noDeadlineAlarm`)
  return dayOf(now) > addWorkingDays(district.calendar, startOf(task.state), days)
}

/** What nobody carries, for those who have to find somebody. */
export const ownerless = (given: Given): Matter[] => {
  const { maker, list, task } = given
  if (task.ownerless === '') return []
  const people = maker.district.people.filter((person) => seesOwnerless(maker.district, person))
  return [
    matter(
      given,
      { role: 'watch', state: 'ownerless' },
      {
        state: 'ownerless',
        rank: task.light.colour === '红' ? 'overdue' : 'mend',
        persons: ids(people),
        desks: [],
        line: {
          say: 'digest.ownerless',
          with: {
            ...factsOf(task, list.register),
            lead: openTask(list.register, task).lead || '未填',
            reason: task.ownerless,
          },
        },
      },
    ),
  ]
}

/** What those who watch over a task are told: never to do it, only to see to it. */
export const watching = (given: Given): Matter[] => {
  const { maker, list, task } = given
  const { district } = maker
  const { due } = pressing(task.state)
  const watchers = district.people.filter(
    ({ id, roles }) => id === task.commissioner || roles.includes('统筹'),
  )
  const posts = postsOf(given).map(({ id }) => id)
  const facts = { ...factsOf(task, list.register), lead: openTask(list.register, task).lead }
  if (task.light.colour === '红' && task.state.claimed === '') {
    const rung = rungOf(maker, list, task)
    const target = escalationTarget(district, list.register, ledOf(task))
    const above = [
      ...(rung >= 1 ? headOf(maker, officeOf(district, task.office)) : []),
      ...(rung >= 2 && target ? [target] : []),
    ]
    const part = {
      state: `overdue${rung}|${due}`,
      rank: 'overdue' as const,
      line: { say: 'digest.watch', with: facts },
    }
    const watch: TaskMatter = { role: 'watch', state: 'overdue' }
    return [
      matter(given, watch, { ...part, persons: ids(watchers), desks: posts }),
      matter(given, watch, {
        ...part,
        persons: ids(above).filter((id) => !watchers.some((each) => each.id === id)),
        desks: [],
        once: true,
        formerly: `red|${task.id}|${rung >= 2 ? '红3' : '红1'}|${due}`,
      }),
    ]
  }
  if (!isUnset(task)) return []
  return [
    matter(
      given,
      { role: 'watch', state: 'unset' },
      {
        state: 'unset',
        rank: 'unset',
        persons: isUnsetTooLong(maker, task, list) ? ids(watchers) : [],
        desks: posts,
        line: { say: 'digest.undated', with: { ...facts, given: sayDay(task.state.assigned) } },
      },
    ),
  ]
}

/** Which offices have not acknowledged a task in time, for their heads and at the post desk. */
export const unsigned = (given: Given): Matter[] => {
  const { maker, list, task } = given
  const late = unsignedOf(maker.district, list.register, task, dayOf(maker.now))
  if (late.length === 0) return []
  const told = late.map(({ office, days }) =>
    matter(
      given,
      { role: 'unsigned', offices: late },
      {
        state: `unsigned|${office}`,
        rank: 'receipt',
        persons: ids(headOf(maker, officeOf(maker.district, office))),
        desks: [],
        once: true,
        formerly: `unsigned|${task.id}|${office}`,
        line: {
          say: 'digest.unsigned',
          with: {
            ...factsOf(task, list.register),
            office: shortName(maker.district, office),
            days,
          },
        },
      },
    ),
  )
  const [first] = told
  const posts = postsOf(given).map(({ id }) => id)
  return first ? [{ ...first, persons: [], desks: posts }, ...told] : []
}
