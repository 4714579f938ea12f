import { typist } from '../cli/play-to'
import { sayFailure } from '../cli/say-failure'
import type { Workspace } from '../contract'
import { samplePeople } from '../sample-people'
import { tenMinutes, tickAtOrBefore } from '../ten-minutes'
import { typeDue } from '../type-due'

/**
 * Runs the clock trigger at each full ten minutes of the real clock while a workspace is served.
 * A set clock stands still. Returns how to end it.
 */
export function keepTicking(
  workspace: Workspace,
  queue: <T>(job: () => Promise<T>) => Promise<T>,
  report: (line: string) => void,
): () => void {
  if (workspace.clock === 'set') return () => undefined
  let timer: NodeJS.Timeout | undefined
  const plan = () => {
    const now = workspace.now()
    const wait = tickAtOrBefore(now) + tenMinutes - now
    timer = setTimeout(() => {
      queue(() => tickNow(workspace, report)).catch((error: unknown) =>
        report(`定时运行出错：${sayFailure(error, ['serve'], workspace.dir)}`),
      )
      plan()
    }, wait)
  }
  plan()
  return () => clearTimeout(timer)
}

async function tickNow(workspace: Workspace, report: (line: string) => void): Promise<void> {
  const now = workspace.now()
  await typeDue(workspace, await samplePeople(workspace, now), now, typist(workspace, report))
  await workspace.call('tick', [])
  workspace.store.setFact('played', String(tickAtOrBefore(now)))
}
