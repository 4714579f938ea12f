import { districtOf } from '../domain/district'
import { journalOf } from '../domain/event'
import type { Moment } from '../domain/moment'
import { emptyState } from '../domain/state'
import { judgeWeekly } from '../domain/weekly'
import type { Digest, Ports } from '../ports'
import { knownLedgers, openLedger } from './ledger'
import { readDistrict } from './read-district'
import { type Registry, weeklyRegisters } from './registry'
import type { Run } from './run'
import { coveredAt, standingOf } from './standing'

/** The district as last remembered, judged for a moment; nothing is noted anywhere. */
export const lookAt = (ports: Ports, registry: Registry, digest: Digest, now: Moment): Run => {
  const facts = ports.facts.all()
  const standing = standingOf(facts)
  const newest = knownLedgers(facts).pop()
  const state = newest ? openLedger(ports, newest.book).state : emptyState()
  const journal = journalOf(state, now)
  const district = newest
    ? districtOf(state, registry.house.district)
    : readDistrict(ports, registry, journal, standing).district
  const run: Run = {
    ports,
    registry,
    control: standing.control,
    journal,
    district,
    weekly: [],
    taken: new Map(),
    unread: new Map(),
  }
  run.weekly = weeklyRegisters(registry).map((registers) =>
    judgeWeekly(journal, registers, district, {
      control: standing.control,
      covered: (book) => coveredAt(standing, book),
      unread: new Set(),
      asked: new Set(),
      digest,
    }),
  )
  return run
}
