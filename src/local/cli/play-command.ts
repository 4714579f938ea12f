import { keepsRealTime } from '../real-clock'
import type { CommonOptions } from './options'
import { playTo, sayPlayed } from './play-to'
import { readMoment } from './read-moment'
import { answer, type ExitCode, type Shell } from './shell'
import { UsageError } from './usage-error'
import { withPlayableClock } from './with-playable-clock'
import { mustReach } from './workspace-at'

export type PlayCommandOptions = CommonOptions & { at?: string; until?: string; full?: boolean }

/** `lianxi play`: plays the clock trigger to a moment; a real-clock workspace catches up to now. */
export async function playCommand(shell: Shell, options: PlayCommandOptions): Promise<ExitCode> {
  if (options.at !== undefined && options.until !== undefined) {
    throw new UsageError('--at 与 --until：两个都给了，只应给一个。')
  }
  const name = options.at === undefined ? '--until' : '--at'
  const given = options.at ?? options.until
  const asked = given === undefined ? undefined : readMoment(given, name)
  return withPlayableClock(shell, options.in, async (workspace) => {
    const real = keepsRealTime(workspace.store)
    if (asked === undefined && !real) {
      throw new UsageError('--until：没有给，应为试运行到的时间，如 --until 2024-11-22。')
    }
    if (asked !== undefined) mustReach(workspace, asked, name)
    const until = asked ?? shell.wallNow()
    const quiet = options.json === true
    const outcome = await playTo(shell, workspace, { until, full: options.full === true, quiet })
    answer(shell, quiet, outcome, [sayPlayed(outcome)])
    return outcome.broken.length > 0 || outcome.unsent > 0 || outcome.stopped ? 1 : 0
  })
}
