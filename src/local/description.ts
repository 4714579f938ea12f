import * as v from 'valibot'
import type { Workspace } from './contract'
import { sayRunFailure } from './say-run'

const heading = v.object({
  key: v.string(),
  heading: v.string(),
  aliases: v.array(v.string()),
  script: v.boolean(),
  inherits: v.optional(v.boolean()),
})

const week = v.object({
  monday: v.string(),
  title: v.string(),
  number: v.number(),
  opens: v.number(),
  cutoff: v.number(),
  remind: v.number(),
  feedback: v.number(),
  closes: v.number(),
  mark: v.optional(v.string()),
  state: v.string(),
  version: v.number(),
  duties: v.number(),
  filed: v.number(),
  late: v.number(),
  missing: v.array(v.string()),
  clashes: v.number(),
  notices: v.number(),
})

const wrongLetter = v.object({
  key: v.string(),
  kind: v.string(),
  person: v.string(),
  state: v.picklist(['failed', 'uncertain', 'queued']),
  at: v.number(),
  reason: v.string(),
  next: v.optional(v.number()),
})

const sentLetter = v.object({
  kind: v.string(),
  id: v.string(),
  person: v.string(),
  office: v.string(),
  at: v.number(),
  uncertain: v.boolean(),
})

const description = v.object({
  district: v.string(),
  title: v.string(),
  now: v.number(),
  timeZone: v.string(),
  books: v.array(
    v.object({
      book: v.string(),
      name: v.string(),
      kind: v.string(),
      office: v.optional(v.string()),
      short: v.optional(v.string()),
    }),
  ),
  tabs: v.array(
    v.object({
      kind: v.string(),
      tab: v.string(),
      register: v.string(),
      headings: v.array(heading),
    }),
  ),
  offices: v.array(
    v.object({ id: v.string(), name: v.string(), short: v.string(), desk: v.boolean() }),
  ),
  leaders: v.array(
    v.object({ id: v.string(), name: v.string(), office: v.string(), scoped: v.boolean() }),
  ),
  weeks: v.array(week),
  letters: v.object({
    sent: v.number(),
    waiting: v.number(),
    withdrawn: v.number(),
    uncertain: v.number(),
    failed: v.optional(v.number(), 0),
    wrong: v.optional(v.array(wrongLetter), []),
    out: v.optional(v.array(sentLetter), []),
  }),
})

/** What the bundle says of its district: workbooks, tabs, people and the weeks around now. */
export type Description = v.InferOutput<typeof description>

/** A letter that was not taken, or of which nobody knows. */
export type WrongLetter = v.InferOutput<typeof wrongLetter>

/** A letter that went out, or of which nobody knows whether it did; `at` in epoch ms. */
export type SentLetter = v.InferOutput<typeof sentLetter>

/** A week as the coordinator sees it: its moments (epoch ms), its state and its counts. */
export type WeekDescription = v.InferOutput<typeof week>

/** Reads the answer of the bundle's `describe`. @throws when it has another form. */
export function readDescription(answer: unknown): Description {
  return v.parse(description, typeof answer === 'string' ? JSON.parse(answer) : answer)
}

/**
 * Asks the bundle about the district; `range` names the days between which cut-offs lie, `letters`
 * asks for every letter that ever went out.
 */
export async function describeWorkspace(
  workspace: Workspace,
  range?: { from: string; to: string } | { letters: true },
): Promise<Description> {
  const run = await workspace.call('describe', range ? [JSON.stringify(range)] : [])
  if (run.outcome !== 'done') throw new Error(`暂未读到各周情况：${sayRunFailure(run)}`)
  return readDescription(run.result)
}
