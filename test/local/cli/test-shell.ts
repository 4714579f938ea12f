import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '../../../src/local/cli/run-cli'
import type { Shell } from '../../../src/local/cli/shell'
import { openWorkspace } from '../../../src/local/open-workspace'
import { toyBundle } from './toy-bundle'

/** A folder of its own with a command line whose output is kept. */
export function testShell(wallNow = Date.parse('2024-11-20T09:00:00+08:00')) {
  const cwd = mkdtempSync(join(tmpdir(), 'lianxi-cli-'))
  const ending = new AbortController()
  const output: { out: string[]; err: string[] } = { out: [], err: [] }
  const shell: Shell = {
    cwd,
    out: (line) => output.out.push(line),
    err: (line) => output.err.push(line),
    tty: false,
    wallNow: () => wallNow,
    open: (dir, how) =>
      openWorkspace(dir, { inProcess: true, code: toyBundle, isReading: how === 'reading' }),
    run: runCli,
    served: false,
    signal: ending.signal,
  }
  return {
    cwd,
    shell,
    end: () => ending.abort(),
    remove: () => rmSync(cwd, { recursive: true, force: true }),
    async run(...argv: string[]) {
      output.out = []
      output.err = []
      const code = await runCli(argv, shell)
      return { code, out: output.out.join('\n'), err: output.err.join('\n') }
    },
  }
}
