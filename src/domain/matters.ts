import { coverMatters } from './cover-matters'
import { dutyMatters } from './duty-matters'
import type { Maker } from './letter'
import { ids, type Matter } from './matter'
import type { TaskList } from './task-letters'
import { taskMatters } from './task-matters'
import { weekMatters } from './week-matters'
import type { Weekly } from './weekly'

/** What of the machine ledger cannot be read, to whoever operates: which rows stands at 问题. */
const damaged = ({ district, state }: Maker): Matter[] => {
  const count = [...state.faults.values()].filter((fault) => fault.inLedger).length
  if (count === 0) return []
  return [
    {
      row: 'damaged',
      state: String(count),
      rank: 'mend',
      late: 0,
      persons: ids(district.people.filter(({ roles }) => roles.includes('操作'))),
      desks: [],
      line: { say: 'digest.damaged', with: { count } },
      about: { is: 'letter' },
    },
  ]
}

/**
 * Everything somebody has to know now, each row in one state: the one list that 本办待办, 今日提醒 and the
 * letters that leave by themselves are made from.
 */
export const mattersOf = (maker: Maker, weekly: Weekly[], lists: TaskList[]): Matter[] => {
  const words = weekly.flatMap(({ registers }) => registers.plan.submission?.settings ?? [])
  return [
    ...damaged(maker),
    ...lists.flatMap((list) => taskMatters(maker, list)),
    ...weekly.flatMap((each) =>
      each.weeks.flatMap((judged) => [
        ...dutyMatters(maker, each, judged),
        ...weekMatters(maker, each, judged),
      ]),
    ),
    ...coverMatters(maker, words),
  ]
}
