import type { Moment } from '../domain/moment'
import type { Ports } from '../ports'

/** The right of one run to write and send, until a moment; only who holds it gives it back. */
export type Lease = { run: string; until: Moment }

/** A run may not go on: its lease has run out, or another run holds it. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'

  constructor() {
    super('本次运行拖得过久，已停止写入和发信，未做完的由下一次运行接着做')
  }
}

/** Longer than a run may last (Google ends one after six minutes). */
const leaseTime = 6 * 60_000
/** Two machines need not agree on the second. */
const margin = 10_000
/** For so long after the lease was seen to be ours, a write does not ask again. */
const trusted = 1000

const leaseText = ({ run, until }: Lease): string => `${until} ${run}`

/** Also the form before runs had names: the moment alone. */
const readLease = (text = ''): Lease => {
  const [until = '', run = ''] = text.split(' ')
  return { until: Number(until) || 0, run }
}

/** What a run finds when it has taken the lease: the facts as they stand from then on. */
export type Taken = { lease: Lease; facts: Record<string, string> }

/** Takes the lease that keeps two runs apart: undefined when another run holds it. */
export const takeLease = (ports: Ports): Taken | undefined => {
  let taken: Taken | undefined
  ports.lock.within(() => {
    const facts = ports.facts.fresh()
    const now = ports.clock.now()
    const { until } = readLease(facts.lease)
    // No run takes it for longer: one that ends later was not written by any.
    if (until > now && until <= now + 2 * leaseTime) return
    const lease = { run: ports.identity.run(), until: now + leaseTime }
    ports.facts.put({ lease: leaseText(lease) })
    taken = { lease, facts }
  })
  return taken
}

/**
 * Leaves facts for the next run and gives the lease back, both only if it is still ours; false when
 * it is not, or when the lock could not be had: then the run counts as one that was cut short.
 */
export const giveBack = (
  ports: Ports,
  lease: Lease,
  changes: Record<string, string | undefined>,
): boolean => {
  let given = false
  ports.lock.within(() => {
    if (readLease(ports.facts.now('lease')).run !== lease.run) return
    ports.facts.put({ ...changes, lease: undefined })
    given = true
  })
  return given
}

/**
 * The world as a run may change it: before a letter and before a block of writes it makes sure that
 * the lease is still its own, so that a run that was held up for long does nothing more.
 */
export const fenced = (ports: Ports, lease: Lease): Ports => {
  const { tables, layout, mail, facts, clock } = ports
  let isLost = false
  let seen = clock.now()
  const check = (isSure: boolean): void => {
    if (!isLost && (isSure || clock.now() - seen >= trusted)) {
      isLost = readLease(facts.now('lease')).run !== lease.run
      seen = clock.now()
    }
    // The clock comes last: asking may have taken long itself.
    isLost ||= clock.now() >= lease.until - margin
    if (isLost) throw new LeaseLost()
  }
  const guarded =
    <A extends unknown[], T>(call: (...args: A) => T, isSure = false) =>
    (...args: A): T => {
      check(isSure)
      return call(...args)
    }
  return {
    ...ports,
    tables: {
      ...tables,
      write: guarded(tables.write),
      reserve: guarded(tables.reserve),
      append: guarded(tables.append),
      replace: guarded(tables.replace),
      flush: guarded(tables.flush),
      create: guarded(tables.create),
    },
    layout: { ...layout, apply: guarded(layout.apply, true) },
    mail: { ...mail, send: guarded(mail.send, true) },
    facts: { ...facts, put: guarded(facts.put) },
    triggers: { install: guarded(ports.triggers.install) },
  }
}
