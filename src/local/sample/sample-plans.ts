import type { WeekDescription } from '../description'
import type { District } from '../district/district'
import type { Typing } from '../fill/typing'
import { coordinatorTypings } from './coordinator-typings'
import { filingTypings } from './filing-typings'
import { laterTypings } from './later-typings'
import { officePlans } from './office-plan'
import { plotOf } from './plot'

/**
 * All that the people of a sample district type for one plan week, in order of time: plans and
 * hand-ins, returns, approvals, changes, and the outcomes a week later. The same seed gives the same.
 */
export function sampleTypings(week: WeekDescription, district: District, seed = 'anlan'): Typing[] {
  const plans = officePlans(week.monday, district, seed)
  const plot = plotOf(week.monday, district, seed)
  return [
    ...filingTypings(week, plans, plot, seed),
    ...coordinatorTypings(week, plans, district, plot, seed),
    ...laterTypings(week, plans, plot, seed),
  ].sort((a, b) => a.at - b.at)
}
