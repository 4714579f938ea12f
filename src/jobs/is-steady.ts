import type { Moment } from '../domain/moment'
import type { Gathered } from './gather'
import { behindIn } from './reading'
import type { Standing } from './standing'

const day = 86_400_000
/** How long a desk shows that a text of it was refused (本办待办). */
export const refusalShown = 7 * day

/**
 * Whether all that the last run wrote still stands, provided that nothing comes to light: it came
 * to its end and left nothing behind, and nothing has come due since.
 */
export const isSteady = (
  { run, ledger, left }: Gathered,
  standing: Standing,
  start: Moment,
): boolean =>
  !standing.broken &&
  start < standing.nextDue &&
  behindIn(standing.readings).length === 0 &&
  left.length === 0 &&
  run.unread.size === 0 &&
  ledger.pages.size > 0 &&
  // A refusal goes from its desk at a moment of its own, which no clock tells: for a day all is looked at.
  ![...run.journal.state.refusals.values()].some(
    ({ at }) => start >= at + refusalShown && start < at + refusalShown + day,
  )
