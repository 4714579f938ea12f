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
  failed: v.optional(v.number(), 0),
  doubtful: v.optional(v.number(), 0),
  answer: v.optional(v.string()),
  unfinished: v.optional(v.boolean(), false),
  note: v.optional(v.string()),
})

/** What a tick said of itself, or undefined when it said nothing readable. */
export function tickAnswer(run: Run): v.InferOutput<typeof tick> | undefined {
  if (typeof run.result !== 'string') return undefined
  const read = v.safeParse(tick, JSON.parse(run.result))
  return read.success ? read.output : undefined
}

/** What a tick says of letters that were not taken; '' where all were. */
export function saysLetters(run: Run): string {
  const said = tickAnswer(run)
  if (said?.answer === undefined) return ''
  const { failed, doubtful, answer } = said
  const counts = [
    ...(failed > 0 ? [`发送失败 ${failed} 封`] : []),
    ...(doubtful > 0 ? [`不确定 ${doubtful} 封`] : []),
  ]
  return `；信没有全部发出：${[...counts, answer].join('，')}`
}
