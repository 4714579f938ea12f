import type { District, Leader } from './district'
import type { Register } from './register'
import type { State, WeekRecord } from './state'
import { versionKey } from './version-text'

/** What is kept of a week; nothing of one that is still to come. */
export const recordOf = (state: State, register: Register, week: string): WeekRecord =>
  state.weeks.get(versionKey(register, week)) ?? {}

/** The leaders that ids name, as they are called now; one that is no longer in the list is left out. */
export const leadersOf = (district: District, ids: readonly string[]): Leader[] =>
  ids.flatMap((id) => district.leaders.find((leader) => leader.id === id) ?? [])
