import type { District } from '../domain/district'
import { districtOf } from '../domain/district-of'
import { type Journal, journalOf } from '../domain/event'
import type { Moment } from '../domain/moment'
import { emptyState } from '../domain/state'
import type { Digest, Ports } from '../ports'
import { judgeTasks } from './judge-tasks'
import { judgeWeeks } from './judge-weeks'
import { knownLedgers, openLedger } from './ledger'
import { unreadBooks } from './note-faults'
import { readDistrict } from './read-district'
import type { Readings } from './reading'
import type { Registry } from './registry'
import type { Run } from './run'
import { standingOf, withReadings } from './standing'

/** What is remembered, judged for the journal's moment: no workbook is read for it. */
export const rememberedRun = (
  ports: Ports,
  registry: Registry,
  digest: Digest,
  journal: Journal,
  district: District,
  readings: Readings = new Map(),
): Run => {
  const standing = withReadings(standingOf(ports.facts.all()), readings)
  const unread = unreadBooks(journal.state)
  const run: Run = {
    ports,
    registry,
    control: standing.control,
    dashboard: standing.dashboard,
    journal,
    district,
    weekly: [],
    tasks: [],
    taken: new Map(),
    refused: [],
    unread,
  }
  run.weekly = judgeWeeks(run, standing, digest)
  run.tasks = judgeTasks(run)
  return run
}

/** The district as last remembered, judged for a moment; nothing is noted anywhere. */
export const lookAt = (ports: Ports, registry: Registry, digest: Digest, now: Moment): Run => {
  const facts = ports.facts.all()
  const newest = knownLedgers(facts).pop()
  const ledger = newest && openLedger(ports, newest.book)
  const state = ledger?.state ?? emptyState()
  const journal = journalOf(state, now)
  const remembered = districtOf(state, registry.house.district)
  // A first run that died has made its ledger and remembers nothing.
  const district =
    remembered.offices.length > 0
      ? remembered
      : readDistrict(ports, registry, journal, standingOf(facts)).district
  return rememberedRun(ports, registry, digest, journal, district, ledger?.readings)
}
