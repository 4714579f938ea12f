import type { Store, Workspace } from './contract'
import type { Typing } from './fill/typing'
import { tenMinutes, tickAtOrAfter, tickAtOrBefore } from './ten-minutes'

/** The first moment that was not played yet; time that was jumped over is not made up for. */
export function firstTick(workspace: Workspace): number {
  const played = workspace.store.fact('played')
  const now = tickAtOrAfter(workspace.now())
  return played === undefined ? now : Math.max(Number(played) + tenMinutes, now)
}

/** The last moment to play; `before` leaves out the tick of `until` itself. */
export function lastTick(options: { until: number; before?: boolean }): number {
  return tickAtOrBefore(options.before === true ? options.until - 1 : options.until)
}

/**
 * The moments never left out: the tick before each typing and the two after it (design 6), and
 * the last one, after which somebody may type.
 */
export function ticksAround(store: Store, typings: Typing[], last: number): Set<number> {
  const moments = new Set([last])
  const typedBefore = store.fact('lastTyping')
  const all = typings.map((typing) => typing.at)
  if (typedBefore !== undefined) all.push(Number(typedBefore))
  for (const at of all) {
    const next = tickAtOrAfter(at)
    for (const tick of [next - tenMinutes, next, next + tenMinutes]) moments.add(tick)
  }
  return moments
}

/** The moment the bundle asked to be woken at, epoch ms; 0 when it said none. */
export function nextDue(store: Store): number {
  const said = Number(store.properties()['nextDue'] ?? '')
  return Number.isFinite(said) ? said : 0
}

/** Every workbook's change counter as one text, to see whether anything moved. */
export function counters(store: Store): string {
  return store
    .books()
    .map((book) => `${book.id}:${book.counter}`)
    .join(' ')
}
