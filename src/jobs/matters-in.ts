import type { Maker } from '../domain/letter'
import type { Matter } from '../domain/matter'
import { mattersOf } from '../domain/matters'
import type { Weekly } from '../domain/weekly'
import type { Run } from './run'
import { taskLists } from './task-lists'

/** What letters and matters of a run are made from. */
export const makerOf = ({ district, control, journal }: Run): Maker => ({
  district,
  control,
  now: journal.at,
  state: journal.state,
})

// What was judged once gives every desk and letter the same list.
const made = new WeakMap<Weekly[], Matter[]>()

/** Everything somebody has to know, made once from what a run has judged. */
export const mattersIn = (run: Run): Matter[] => {
  const matters = made.get(run.weekly) ?? mattersOf(makerOf(run), run.weekly, taskLists(run))
  made.set(run.weekly, matters)
  return matters
}
