import type { TraceLine } from '../contract'
import type { Price, PriceKind } from './prices'
import { prices } from './prices'

/** What a priced call says about itself. */
export type Charge = Omit<TraceLine, 't' | 'ms' | 'kind' | 'ss'> & { ss?: string }

/** Above this many cells setValues is written inline and not paid again at the flush. */
export const inlineFrom = 18_000

/** Modelled ms of one call. @throws when the kind has no price. */
export function priceOf(kind: string, charge: Charge): number {
  const price: Price | undefined = isPriced(kind) ? prices[kind] : undefined
  if (!price) throw new Error(`${kind} has no price in the local runtime`)
  const cells = charge.cells ?? 0
  const perCell =
    cells > inlineFrom ? (price.over18000PerCell ?? price.perCell ?? 0) : (price.perCell ?? 0)
  return (
    (price.fix ?? 0) +
    cells * (perCell + (price.perDirtyCell ?? 0)) +
    (charge.requests ?? 0) * (price.perRequest ?? 0) +
    (charge.kb ?? 0) * (price.perKB ?? 0)
  )
}

/** Modelled ms of a whole trace. @throws when a kind has no price. */
export function score(lines: readonly ({ kind: string } & Charge)[]): number {
  return lines.reduce((sum, line) => sum + priceOf(line.kind, line), 0)
}

function isPriced(kind: string): kind is PriceKind {
  return Object.hasOwn(prices, kind)
}

/** The priced calls of one run, in order. */
export class Trace {
  readonly lines: TraceLine[] = []
  /** Modelled ms since the start of the run. */
  elapsed = 0

  /** Adds a call; `waited` is time beyond its price, such as the wait for a lock. */
  add(kind: PriceKind, charge: Charge = {}, waited = 0): void {
    const ms = priceOf(kind, charge) + waited
    this.lines.push({ t: rounded(this.elapsed), kind, ss: '', ...charge, ms: rounded(ms) })
    this.elapsed += ms
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000
}
