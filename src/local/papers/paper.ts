import * as v from 'valibot'
import type { Workspace } from '../contract'
import { sayRunFailure } from '../say-run'

const format = v.picklist(['A3 landscape', 'A4 landscape', 'A4 portrait'])
const align = v.optional(v.picklist(['left', 'center']))
const yes = v.optional(v.literal(true))

const line = v.object({ text: v.string(), lead: v.optional(v.string()), small: yes, strong: yes })

const cell = v.object({
  lines: v.array(line),
  columns: v.optional(v.number(), 1),
  rows: v.optional(v.number(), 1),
  align,
  shaded: yes,
  strong: yes,
})

const row = v.object({ cells: v.array(cell), least: v.optional(v.number()), joined: yes })

const table = v.object({
  is: v.literal('table'),
  columns: v.array(v.number()),
  head: v.array(row),
  rows: v.array(row),
})

const part = v.variant('is', [
  v.object({
    is: v.literal('title'),
    text: v.string(),
    beneath: v.optional(v.string()),
    note: v.optional(v.string()),
  }),
  v.object({
    is: v.literal('sides'),
    left: v.string(),
    middle: v.optional(v.string()),
    right: v.string(),
    grey: yes,
  }),
  v.object({
    is: v.literal('text'),
    text: v.string(),
    as: v.picklist(['body', 'flush', 'heading', 'small']),
  }),
  v.object({ is: v.literal('tail'), lines: v.array(v.string()) }),
  v.object({ is: v.literal('box'), label: v.string(), height: v.number() }),
  v.object({ is: v.literal('cut'), text: v.string() }),
  v.object({ is: v.literal('rule') }),
  table,
])

const paper = v.object({
  key: v.string(),
  name: v.string(),
  format,
  margins: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  onePage: v.boolean(),
  points: v.object({ most: v.number(), least: v.number() }),
  numbered: v.boolean(),
  parts: v.array(part),
})

const offer = v.object({
  key: v.string(),
  name: v.string(),
  format,
  group: v.string(),
  book: v.optional(v.string()),
  tab: v.optional(v.string()),
})

const answer = v.object({ offers: v.array(offer), paper: v.optional(paper) })

/** A paper as the bundle gives it: what stands on it from head to foot. */
export type Paper = v.InferOutput<typeof paper>

export type PaperPart = v.InferOutput<typeof part>

export type PaperTable = v.InferOutput<typeof table>

export type PaperRow = v.InferOutput<typeof row>

export type PaperCell = v.InferOutput<typeof cell>

/** A paper that can be printed, and beside which tab it is offered. */
export type PaperOffer = v.InferOutput<typeof offer>

/** What the bundle answers: the papers there are, and the one asked for. @throws when it has another form. */
export function parsePapers(answered: unknown): {
  offers: PaperOffer[]
  paper?: Paper | undefined
} {
  return v.parse(answer, typeof answered === 'string' ? JSON.parse(answered) : answered)
}

/** Asks the bundle which papers there are, and for one of them by its key. */
export async function readPapers(
  workspace: Pick<Workspace, 'call'>,
  key?: string,
): Promise<{ offers: PaperOffer[]; paper?: Paper | undefined }> {
  const run = await workspace.call('papers', key === undefined ? [] : [JSON.stringify({ key })])
  if (run.outcome !== 'done') throw new Error(`暂未读到可打印的材料：${sayRunFailure(run)}`)
  return parsePapers(run.result)
}
