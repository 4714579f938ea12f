import type { Moment } from './moment'

/** How a letter of the outbox fares. */
export type LetterState =
  | 'queued'
  | 'claimed'
  | 'sent'
  | 'withdrawn'
  | 'uncertain'
  | 'failed'
  /** Mail was off: its text stood at desk and control instead, and it is not sent later. */
  | 'shown'

/** A letter of the outbox: its content is made when it is sent. */
export type Letter = {
  key: string
  kind: string
  person: string
  /** The week or day it is about, to let it rest when that is over. */
  about: string
  state: LetterState
  at: Moment
  hash?: string
  /** The matters it tells of: nobody is told the same one twice on one day. */
  tells?: string[]
  /** How often it was not taken, since when, and before which moment it is not tried again. */
  tries?: number
  since?: Moment
  next?: Moment
  /** Why it was not taken, or why nobody knows: what the other side said. */
  reason?: string
}
