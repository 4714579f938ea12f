import { randomBytes } from 'node:crypto'
import type { Shell } from '../cli/shell'
import { createApp } from '../page/create-app'
import { listen } from '../page/listen'
import { pageSource } from '../page/page-source'
import { releaseRealClock } from '../real-clock'
import { addCommandRoute } from './command-route'
import { keepTicking } from './keep-ticking'
import { oneAtATime } from './one-at-a-time'
import { holdServed, mustBeUnserved, releaseServed } from './served-lock'

/** The page's port unless another is asked for. */
export const defaultPort = 4280

/**
 * Serves the page of a workspace on 127.0.0.1 until the shell's signal ends it.
 * @throws BadInput when the workspace is already served.
 */
export async function serveWorkspace(
  shell: Shell,
  dir: string,
  port: number,
  ready: (url: string) => void,
): Promise<void> {
  mustBeUnserved(dir)
  releaseRealClock(dir)
  const workspace = await shell.open(dir, 'beside')
  const queue = oneAtATime()
  const token = randomBytes(24).toString('base64url')
  const app = createApp(pageSource(workspace))
  addCommandRoute(app, { shell, workspace, token, queue })
  const listening = await listen((request) => app.fetch(request), port)
  try {
    workspace.store.setFact('pageUrl', listening.url.replace(/\/$/, ''))
    holdServed(dir, { pid: process.pid, port: listening.port, url: listening.url, token })
    const stopTicking = keepTicking(workspace, queue, shell.err)
    ready(listening.url)
    await ended(shell.signal)
    stopTicking()
    await queue(async () => undefined)
  } finally {
    await listening.close()
    releaseServed(dir)
    await workspace.close()
  }
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
