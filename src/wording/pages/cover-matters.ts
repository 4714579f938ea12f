import type { District } from '../../domain/district'
import { bothAway } from '../../domain/liaison'
import { dayOf, type Moment } from '../../domain/moment'

/** A and B of a leader away together, at the desks they are of: a C has to be named. */
export const coverMatters = (
  { office, now }: { office: string; now: Moment },
  district: District,
): string[][] =>
  bothAway(district, dayOf(now))
    .filter(({ offices }) => offices.includes(office))
    .map(({ leader, days }) => [
      '联络员',
      leader.label,
      `A、B同时外出（${days}），请明确临时C岗`,
      '',
      '总台账 外出请假',
    ])
