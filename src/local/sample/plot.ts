import type { District } from '../district/district'
import { dayLength } from './days'
import { diceOf } from './dice'

/** What goes otherwise than planned in a week; offices by id. */
export type Plot = {
  /** Files this many minutes after the cut-off. */
  late: { office: string; minutes: number } | undefined
  /** Files nothing at all for the week. */
  missing: string | undefined
  /** Is sent back after the cut-off and files again. */
  returned: string | undefined
  /** The approver sends the first version back. */
  refused: boolean
  approvedInTime: boolean
  principalsAway: boolean
  wrongDay: boolean
  wrongLeader: boolean
}

/** Number of a week in a row without gaps, for things that happen every few weeks. */
export function weekIndex(monday: string): number {
  return Math.round(Date.parse(`${monday}T00:00:00Z`) / (7 * dayLength))
}

/** The leaders whose plans are due, by the setting weekly.scope. */
export function scopedLeaders(district: District): District['leaders'] {
  const scope = district.settings.findLast(({ key }) => key === 'weekly.scope')?.value ?? ''
  const named = scope.split(/[、，,\s]+/)
  return district.leaders.filter(({ body }) =>
    scope === '' ? body !== '区政府' : named.includes(body),
  )
}

/** The offices that owe a plan: those that serve a leader in scope, in the order of the units. */
export function dutyOffices(district: District): District['offices'] {
  const serving = new Set(scopedLeaders(district).map(({ office }) => office))
  return district.offices.filter(({ id }) => serving.has(id))
}

/** What happens in the week of a Monday: each kind comes round every two to five weeks. */
export function plotOf(monday: string, district: District, seed: string): Plot {
  const dice = diceOf(`${seed} plot ${monday}`)
  const week = weekIndex(monday)
  const left = dutyOffices(district).map(({ id }) => id)
  const take = () => left.splice(dice.below(left.length), 1)[0]
  const [late, missing, returned] = [take(), take(), take()]
  const weekend = week % 4 === 1
  return {
    late:
      late !== undefined && week % 4 !== 3
        ? { office: late, minutes: weekend ? 3_240 + dice.below(120) : 25 + dice.below(150) }
        : undefined,
    missing: week % 4 === 2 ? missing : undefined,
    returned: week % 2 === 0 || week % 4 === 3 ? returned : undefined,
    refused: week % 5 === 4,
    approvedInTime: dice.chance(0.6),
    principalsAway: week % 2 === 0,
    wrongDay: week % 3 === 1,
    wrongLeader: week % 3 === 2,
  }
}
