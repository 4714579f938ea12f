import { CommanderError } from 'commander'
import { BadInput } from '../bad-input'
import { messageOf } from '../message-of'
import { createProgram } from './program'
import { sayUsage } from './say-usage'
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
  const sentence = say(error)
  shell.err(argv.includes('--json') ? JSON.stringify({ error: sentence }) : sentence)
  return usage ? 2 : 1
}

function say(error: unknown): string {
  if (error instanceof CommanderError) return sayUsage(error)
  if (error instanceof UsageError || error instanceof BadInput) return error.message
  const bug = error instanceof TypeError || error instanceof ReferenceError
  return bug && error.stack !== undefined ? `程序出错：${error.stack}` : messageOf(error)
}
