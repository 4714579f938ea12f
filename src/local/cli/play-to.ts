import { BadInput } from '../bad-input'
import type { Workspace } from '../contract'
import { type Description, describeWorkspace } from '../description'
import { fill } from '../fill/fill'
import type { Typing } from '../fill/typing'
import { type PlayOutcome, play } from '../play'
import { samplePeople } from '../sample-people'
import { sayMoment } from '../say-moment'
import { progressOf } from './progress'
import type { Shell } from './shell'

export type PlayWish = { until: number; before?: boolean; full?: boolean; quiet: boolean }

/** Plays a workspace to a moment, the people of a sample district typing meanwhile. */
export async function playTo(
  shell: Shell,
  workspace: Workspace,
  wish: PlayWish,
): Promise<PlayOutcome> {
  const typings = await samplePeople(workspace, wish.until)
  const progress = progressOf(shell, wish.quiet)
  const outcome = await play(workspace, {
    until: wish.until,
    before: wish.before === true,
    full: wish.full === true,
    typings,
    type: typist(workspace, shell.err),
    onProgress: progress.step,
    signal: shell.signal,
  })
  progress.end(sayPlayed(outcome))
  return outcome
}

/**
 * Carries out typings; the district is described once, for its tabs do not change. What cannot be
 * typed (a row that is gone) is reported and left out: people, too, find things changed.
 */
export function typist(workspace: Workspace, report: (line: string) => void) {
  let described: Promise<Description> | undefined
  return async (typing: Typing, facts: Record<string, string>): Promise<void> => {
    described ??= describeWorkspace(workspace)
    try {
      await fill(workspace, typing, await described, facts)
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      report(`${sayMoment(typing.at)} ${typing.desk} ${typing.tab}：没有填成，${error.message}`)
    }
  }
}

/** What a play did, in one sentence. */
export function sayPlayed(outcome: PlayOutcome): string {
  const counts = `运行 ${outcome.ticks} 次，填写 ${outcome.typed} 次`
  const [first] = outcome.broken
  const broken = first
    ? `；其中 ${outcome.broken.length} 次没有完成（首次 ${sayMoment(first.at)}：${first.error}）`
    : ''
  const unsent =
    outcome.unsent > 0
      ? `；${outcome.unsent} 封信没有发成或不确定，用 lianxi mail --failed 查看`
      : ''
  const end = outcome.stopped ? '，提前停下' : ''
  return `${sayMoment(outcome.from)} 至 ${sayMoment(outcome.until)}：${counts}${broken}${unsent}${end}。`
}
