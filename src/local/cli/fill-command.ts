import { resolve } from 'node:path'
import { BadInput } from '../bad-input'
import type { Workspace } from '../contract'
import { describeWorkspace } from '../description'
import { type FillOutcome, fill } from '../fill/fill'
import { readTable } from '../fill/read-table'
import type { TypedRow } from '../fill/typing'
import { fireEdit } from '../fire-edit'
import { sayRunFailure } from '../say-run'
import type { CommonOptions } from './options'
import { playTo, sayPlayed } from './play-to'
import { readMoment } from './read-moment'
import { answer, type ExitCode, type Shell } from './shell'
import { mustReach, withWorkspace } from './workspace-at'

export type FillOptions = CommonOptions & {
  desk: string
  register: string
  at?: string
  by?: string
  blank?: string
}

/** `lianxi fill FILE`: types the rows of a file as that desk would, after playing up to --at. */
export async function fillCommand(
  shell: Shell,
  file: string,
  options: FillOptions,
): Promise<ExitCode> {
  const at = options.at === undefined ? undefined : readMoment(options.at)
  const { rows, notes: read } = await readTable(resolve(shell.cwd, file), {
    clears: readBlank(options.blank),
  })
  return withWorkspace<ExitCode>(shell, options.in, async (workspace) => {
    const quiet = options.json === true
    const broken = at === undefined ? 0 : await reach(shell, workspace, at, quiet)
    const outcome = await typeRows(workspace, rows, options)
    const fired = await fireEdit(workspace, outcome.book, outcome.tab)
    for (const run of fired) if (run.outcome !== 'done') shell.err(sayRunFailure(run))
    const notes = [...read, ...sayLeft(file, outcome)]
    answer(shell, quiet, { at: workspace.now(), ...outcome, notes }, [
      ...notes,
      sayFilled(workspace, outcome),
    ])
    return broken > 0 ? 1 : 0
  })
}

/** Plays up to the moment, but not its own tick: what is typed at T is read by the tick of T. */
async function reach(shell: Shell, workspace: Workspace, at: number, quiet: boolean) {
  mustReach(workspace, at)
  const played = await playTo(shell, workspace, { until: at, before: true, quiet })
  if (played.broken.length > 0) shell.err(sayPlayed(played))
  return played.broken.length
}

async function typeRows(workspace: Workspace, rows: TypedRow[], options: FillOptions) {
  const { desk, register: tab } = options
  const typing = {
    at: workspace.now(),
    desk,
    tab,
    by: options.by ?? desk,
    rows,
    fromFile: true as const,
  }
  const facts = { lastTyping: String(typing.at) }
  return fill(workspace, typing, await describeWorkspace(workspace), facts)
}

/** What a blank cell of the file does to the row it is for: nothing, or it empties the cell there. */
function readBlank(typed: string | undefined): boolean {
  if (typed === undefined || typed === 'keeps') return false
  if (typed === 'clears') return true
  throw new BadInput(`--blank：填的是“${typed}”，应为 keeps 或 clears。`)
}

/** What of the file was not typed, and why. */
function sayLeft(file: string, { unknown, same }: FillOutcome): string[] {
  const first = same.slice(0, 5).join('、')
  const rows = same.length > 5 ? `${first} 等` : first
  return [
    ...(unknown.length > 0 ? [`${file}：表中没有${unknown.join('、')}，这些列没有填入。`] : []),
    ...(same.length > 0
      ? [`${file}：有 ${same.length} 行与表中已有的行相同（第${rows}行），没有重复填入。`]
      : []),
  ]
}

function sayFilled(workspace: Workspace, outcome: FillOutcome): string {
  const book = workspace.store.books().find((each) => each.id === outcome.book)?.name ?? ''
  const counts = [
    `新增 ${outcome.added} 行`,
    `更改 ${outcome.changed} 行`,
    `删除 ${outcome.deleted} 行`,
  ]
  const refused =
    outcome.refused.length > 0
      ? `；${outcome.refused.join('、')}中有不得录入的内容，没有写入，请走机要渠道`
      : ''
  return `《${book}》${outcome.tab}：${counts.join('，')}${refused}。`
}
