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
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
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
