import { besideMark, readMark } from '../../src/domain/decision'
import type { Moment } from '../../src/domain/moment'
import type { Ask } from '../../src/domain/task-state'

/** The marks a reading leaves beside a decision that was typed on what stood there. */
export const stood = ({ ask }: { ask: Ask }, at: Moment): Record<string, string> => ({
  [besideMark]: ask.put?.hash ?? '',
  [readMark]: String(at),
})
