import * as v from 'valibot'
import type { Workspace } from '../contract'
import type { TypedRow, Typing } from './typing'

/** The tab a typing goes to, as the bundle's `mayEdit` wants it named. */
export type Target = { book: string; kind: string; tab: string }

/** Headings of each row whose text may not be kept anywhere. */
export type RefusedHeadings = readonly ReadonlySet<string>[]

const answerSchema = v.object({
  allowed: v.boolean(),
  sentence: v.optional(v.string()),
  refused: v.array(v.string()),
})

type Answer = v.InferOutput<typeof answerSchema>

/** Which texts of a typing the district refuses to hold, row by row, and what it says to that. */
export async function refusedTexts(
  workspace: Workspace,
  target: Target,
  rows: readonly TypedRow[],
): Promise<{ headings: RefusedHeadings; sentence: string | undefined }> {
  // Most typings are harmless: one question about all rows together settles those.
  const whole = await ask(workspace, target, together(rows))
  if (whole.refused.length === 0) {
    return {
      headings: rows.map(() => new Set()),
      sentence: whole.allowed ? undefined : whole.sentence,
    }
  }
  const headings: Set<string>[] = []
  for (const row of rows) {
    headings.push(new Set((await ask(workspace, target, together([row]))).refused))
  }
  return { headings, sentence: undefined }
}

/** The line of a typing in the fill log, refused texts left out. */
export function fillLine(target: Target, typing: Typing, refused: RefusedHeadings) {
  const rows = typing.rows.map((row, index) => masked(row, refused[index] ?? new Set()))
  return { at: typing.at, by: typing.by, book: target.book, tab: target.tab, rows }
}

async function ask(
  workspace: Workspace,
  target: Target,
  cells: Record<string, string>,
): Promise<Answer> {
  const run = await workspace.call('mayEdit', [JSON.stringify({ ...target, cells })])
  if (run.outcome !== 'done') throw new Error(run.error ?? `mayEdit ${run.outcome}`)
  const result: unknown = typeof run.result === 'string' ? JSON.parse(run.result) : run.result
  return v.parse(answerSchema, result)
}

function together(rows: readonly TypedRow[]): Record<string, string> {
  const texts = new Map<string, string[]>()
  for (const row of rows) {
    for (const [heading, text] of [
      ...Object.entries(row.match ?? {}),
      ...Object.entries(row.cells),
    ]) {
      texts.set(heading, [...(texts.get(heading) ?? []), ...[text].flat()])
    }
  }
  return Object.fromEntries([...texts].map(([heading, all]) => [heading, all.join('\n')]))
}

function masked(row: TypedRow, refused: ReadonlySet<string>): TypedRow {
  const hide = <Text>(texts: Record<string, Text>) =>
    Object.fromEntries(
      Object.entries(texts).map(([heading, text]) => [
        heading,
        refused.has(heading) ? '（已拒收）' : text,
      ]),
    )
  return { ...row, cells: hide(row.cells), ...(row.match ? { match: hide(row.match) } : {}) }
}
