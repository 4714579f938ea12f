import { resolve } from 'node:path'
import { CommanderError } from 'commander'
import { createProgram } from './program'
import { sayFailure } from './say-failure'
import type { ExitCode, Shell } from './shell'
import { UsageError } from './usage-error'

/**
 * Runs one command line and returns its exit code: 0 done, 1 found or failed, 2 wrong usage.
 * What went wrong is one Chinese sentence on the error output, as JSON with --json.
 */
export async function runCli(argv: string[], shell: Shell): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = createProgram(shell, argv, (its) => {
    code = its
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    return failed(error, argv, shell)
  }
}

function failed(error: unknown, argv: string[], shell: Shell): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const usage = error instanceof CommanderError || error instanceof UsageError
  const sentence = sayFailure(error, argv, resolve(shell.cwd, folderOf(argv)))
  shell.err(argv.includes('--json') ? JSON.stringify({ error: sentence }) : sentence)
  return usage ? 2 : 1
}

/** The folder that a command line names, also where it could not be understood. */
function folderOf(argv: string[]): string {
  const at = argv.findIndex((one) => /^--(in|dir)(=|$)/.test(one))
  if (at < 0) return './workspace'
  return argv[at]?.split('=')[1] ?? argv[at + 1] ?? './workspace'
}
