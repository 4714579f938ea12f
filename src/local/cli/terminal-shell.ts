import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkspace } from '../open-workspace'
import { packageRoot } from '../package-root'
import { runCli } from './run-cli'
import type { Shell } from './shell'

/** The shell of a person's terminal; Ctrl+C ends a command in good order, twice at once. */
export function terminalShell(): Shell {
  return {
    cwd: process.cwd(),
    out: writerTo(process.stdout),
    err: writerTo(process.stderr),
    tty: process.stderr.isTTY === true && process.stdout.isTTY === true,
    wallNow: () => Date.now(),
    open: (dir, how) =>
      openWorkspace(dir, {
        inProcess: how !== 'beside' || !hasWorker(),
        isReading: how === 'reading',
      }),
    run: runCli,
    served: false,
    signal: endOfProcess(),
  }
}

/** Whoever reads may have read enough (`| head`): the rest is said to nobody, and nothing is wrong. */
function writerTo(stream: NodeJS.WriteStream): (line: string) => void {
  let isClosed = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    isClosed = true
  })
  return (line) => {
    if (!isClosed) stream.write(`${line}\n`)
  }
}

function hasWorker(): boolean {
  return existsSync(join(packageRoot(), 'dist', 'worker.mjs'))
}

function endOfProcess(): AbortSignal {
  const ending = new AbortController()
  const end = () => {
    if (ending.signal.aborted) process.exit(1)
    ending.abort()
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  return ending.signal
}
