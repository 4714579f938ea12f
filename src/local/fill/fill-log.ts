import * as v from 'valibot'
import type { Workspace } from '../contract'
import { sayRunFailure } from '../say-run'
import type { TypedRow, Typing } from './typing'

/** The tab a typing goes to, as the bundle's `mayEdit` wants it named. */
export type Target = { book: string; kind: string; tab: string }

/** What stands in place of each text of a row that may not be kept anywhere, by heading. */
export type RefusedTexts = ReadonlyMap<string, string>

const answerSchema = v.object({
  allowed: v.boolean(),
  sentence: v.optional(v.string()),
  refused: v.array(v.string()),
  marks: v.optional(v.record(v.string(), v.string()), {}),
})

type Answer = v.InferOutput<typeof answerSchema>

/** What stands for a refused text in the log, and in a tab where the district has no words of its own. */
const leftOut = '（已拒收）'

const secretName = '填报人（--by）中的内容不得录入：本系统为非涉密系统，涉密内容请走机要渠道。'

/** Which texts of a typing the district refuses to hold, row by row, and what it says to that. */
export async function refusedTexts(
  workspace: Workspace,
  target: Target,
  { rows, by }: Typing,
): Promise<{ texts: RefusedTexts[]; sentence: string | undefined }> {
  const given = textsOf(rows)
  const named = Object.fromEntries(given.map(({ text }, at) => [String(at), text]))
  const answer = await ask(workspace, target, { ...named, by })
  const texts = rows.map(() => new Map<string, string>())
  for (const name of answer.refused) {
    const found = given[Number(name)]
    if (found) texts[found.row]?.set(found.heading, answer.marks[name] ?? leftOut)
  }
  if (answer.refused.includes('by')) return { texts, sentence: secretName }
  const isRefused = answer.allowed || answer.refused.length > 0
  return { texts, sentence: isRefused ? undefined : answer.sentence }
}

/** The rows of a typing with what may be typed in place of its refused texts. */
export function withoutRefused(typing: Typing, texts: readonly RefusedTexts[]): TypedRow[] {
  return typing.rows.map((row, index) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([heading, text]) => [
        heading,
        texts[index]?.get(heading) ?? text,
      ]),
    ),
  }))
}

/** The line of a typing in the fill log, refused texts left out. */
export function fillLine(target: Target, typing: Typing, refused: readonly RefusedTexts[]) {
  const rows = typing.rows.map((row, index) => masked(row, refused[index] ?? new Map()))
  return { at: typing.at, by: typing.by, book: target.book, tab: target.tab, rows }
}

async function ask(
  workspace: Workspace,
  target: Target,
  cells: Record<string, string>,
): Promise<Answer> {
  const run = await workspace.call('mayEdit', [JSON.stringify({ ...target, cells })])
  if (run.outcome !== 'done') throw new Error(`没有填成：${sayRunFailure(run)}`)
  const result: unknown = typeof run.result === 'string' ? JSON.parse(run.result) : run.result
  return v.parse(answerSchema, result)
}

/** Each text by itself: joined with others a bare mark would hide. */
function textsOf(rows: readonly TypedRow[]): { row: number; heading: string; text: string }[] {
  return rows.flatMap(({ cells, match = {} }, row) =>
    [...Object.entries(match), ...Object.entries(cells)].flatMap(([heading, texts]) =>
      [texts].flat().map((text) => ({ row, heading, text })),
    ),
  )
}

function masked(row: TypedRow, refused: RefusedTexts): TypedRow {
  const hide = <Text>(texts: Record<string, Text>) =>
    Object.fromEntries(
      Object.entries(texts).map(([heading, text]) => [
        heading,
        refused.has(heading) ? leftOut : text,
      ]),
    )
  return { ...row, cells: hide(row.cells), ...(row.match ? { match: hide(row.match) } : {}) }
}
