import { randomBytes } from 'node:crypto'
import type { Shell } from '../cli/shell'
import { createApp } from '../page/create-app'
import { listen } from '../page/listen'
import { pageSource } from '../page/page-source'
import { releaseRealClock } from '../real-clock'
import type { WriterLock } from '../writer/writer-lock'
import { addCommandRoute, isCommand } from './command-route'
import { keepTicking } from './keep-ticking'
import { oneAtATime } from './one-at-a-time'

/** The page's port unless another is asked for. */
export const defaultPort = 4280

export type Serving = {
  shell: Shell
  dir: string
  port: number
  /** The lock that this process holds, through which commands find the page. */
  writer: WriterLock | undefined
}

/** Serves the page of a workspace on 127.0.0.1 until the shell's signal ends it. */
export async function serveWorkspace(
  { shell, dir, port, writer }: Serving,
  ready: (url: string) => void,
): Promise<void> {
  releaseRealClock(dir)
  const workspace = await shell.open(dir, 'beside')
  const queue = oneAtATime()
  const token = randomBytes(24).toString('base64url')
  const app = createApp(pageSource(workspace))
  addCommandRoute(app, { shell, workspace, token, queue })
  const listening = await listen(
    (request) => app.fetch(request),
    port,
    (incoming) => isCommand(incoming, token),
  )
  try {
    workspace.store.setFact('pageUrl', listening.url.replace(/\/$/, ''))
    writer?.serves({ port: listening.port, url: listening.url, token })
    const stopTicking = keepTicking(workspace, queue, shell.err)
    ready(listening.url)
    await ended(shell.signal)
    stopTicking()
    await queue(async () => undefined)
  } finally {
    await listening.close()
    await workspace.close()
  }
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
