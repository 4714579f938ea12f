import * as v from 'valibot'
import type { Run } from '../contract'

const tick = v.object({
  outcome: v.string(),
  read: v.optional(v.number(), 0),
  unread: v.optional(v.array(v.object({ desk: v.string(), reason: v.string() })), []),
  events: v.optional(v.number(), 0),
  sent: v.optional(v.number(), 0),
  withdrawn: v.optional(v.number(), 0),
  waiting: v.optional(v.number(), 0),
  unfinished: v.optional(v.boolean(), false),
  note: v.optional(v.string()),
})

/** What a tick said of itself, or undefined when it said nothing readable. */
export function tickAnswer(run: Run): v.InferOutput<typeof tick> | undefined {
  if (typeof run.result !== 'string') return undefined
  const read = v.safeParse(tick, JSON.parse(run.result))
  return read.success ? read.output : undefined
}
