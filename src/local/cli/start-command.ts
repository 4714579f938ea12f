import { resolve } from 'node:path'
import { boardFigures, readBoard } from '../board'
import { createWorkspace } from '../create-workspace'
import { isWorkspace } from '../damage/is-workspace'
import { describeWorkspace } from '../description'
import { keepsRealTime } from '../real-clock'
import { sampleDistrict } from '../sample/sample-district'
import { sampleBegin, sampleFacts } from '../sample-people'
import { mustBeUnheld } from '../writer/writer-lock'
import type { CommonOptions } from './options'
import { playTo } from './play-to'
import { readMoment } from './read-moment'
import { readPort, serveCommand } from './serve-command'
import { answer, type ExitCode, type Shell } from './shell'
import { saySummary, summarise } from './summary'
import { withPlayableClock } from './with-playable-clock'
import { asWriter, mustReach } from './workspace-at'

export type StartOptions = CommonOptions & {
  dir?: string
  at?: string
  once?: boolean
  port?: string
}

/**
 * `lianxi start`: a sample district around today (or --at), played up to then, summed up and
 * served; the next start plays on.
 */
export async function startCommand(shell: Shell, options: StartOptions): Promise<ExitCode> {
  const folder = options.dir ?? options.in
  const dir = resolve(shell.cwd, folder)
  const at = options.at === undefined ? undefined : readMoment(options.at)
  readPort(options.port)
  mustBeUnheld(dir)
  if (!isWorkspace(dir)) await createSample(shell, dir, at)
  return asWriter(shell, dir, async (writing) => {
    const code = await playUp(writing, folder, at, options.json === true)
    if (options.once === true || shell.signal.aborted) return code
    return serveCommand(writing, { ...options, in: folder })
  })
}

async function createSample(shell: Shell, dir: string, at: number | undefined): Promise<void> {
  const { begin, firstMonday } = sampleBegin(at ?? shell.wallNow())
  const follows: Record<string, string> = at === undefined ? { follows: 'real' } : {}
  const facts = { ...sampleFacts(firstMonday), ...follows }
  const district = sampleDistrict(firstMonday)
  shell.err(`新建示例区（${district.name}）：${dir}`)
  await createWorkspace({ dir, district, at: begin, facts }, shell.open)
}

function playUp(shell: Shell, folder: string, at: number | undefined, json: boolean) {
  return withPlayableClock(shell, folder, async (workspace): Promise<ExitCode> => {
    if (at !== undefined) mustReach(workspace, at)
    const now = keepsRealTime(workspace.store) ? shell.wallNow() : workspace.now()
    const outcome = await playTo(shell, workspace, { until: at ?? now, quiet: json })
    const description = await describeWorkspace(workspace)
    const figures = boardFigures(readBoard(workspace.store))
    const summary = summarise(description, await workspace.inbox(), figures)
    answer(shell, json, { ...summary, play: outcome }, saySummary(summary))
    return outcome.broken.length > 0 || outcome.stopped ? 1 : 0
  })
}
