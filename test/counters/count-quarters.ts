import type { CountedTask } from './count-tasks'

/** The last day of the first calendar quarter after that of a day that has not passed. */
const nextQuarter = (due: string, today: string): string => {
  for (
    let [year, end] = [Number(due.slice(0, 4)), Math.ceil(Number(due.slice(5, 7)) / 3) * 3];
    ;
  ) {
    end += 3
    if (end > 12) [year, end] = [year + 1, end - 12]
    const last = new Date(Date.UTC(year, end, 0)).toISOString().slice(0, 10)
    if (last >= today) return last
  }
}

/** What follows a task of every quarter that was struck off; nobody has typed about it yet. */
export const follower = (task: CountedTask, on: string): CountedTask => ({
  ...task,
  ...{
    given: on,
    due: nextQuarter(task.due || on, on),
    received: false,
    claimed: '',
    claimSaid: '',
    steps: [],
    from: on,
    basis: '',
  },
  ...{ over: '', extension: undefined, objection: undefined, objected: false, asked: new Set() },
  ...{ wait: undefined, stood: new Set() },
})
