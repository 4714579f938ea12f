import type { Store } from './contract'
import { openStore } from './store'

/** True for a workspace that follows the real clock, also while its past is being played. */
export function keepsRealTime(store: Store): boolean {
  return store.fact('clock') === 'real' || store.fact('follows') === 'real'
}

/**
 * Holds the clock of a workspace that follows the real one at its last played moment, so that the
 * time since can be played.
 */
export function holdRealClock(dir: string, wallNow: number): void {
  const store = openStore(dir)
  if (store.fact('clock') === 'real') {
    store.setFact('follows', 'real')
    store.setFact('clock', `set:${store.fact('played') ?? String(wallNow)}`)
  }
  store.close()
}

/** Lets a held workspace follow the real clock again; also after a play that was cut off. */
export function releaseRealClock(dir: string): void {
  const store = openStore(dir)
  if (keepsRealTime(store)) store.setFact('clock', 'real')
  store.close()
}
