import { appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isWorkspace } from '../damage/is-workspace'
import { messageOf } from '../message-of'

/**
 * Keeps what only a programmer understands in errors.log of the workspace, or of the machine's
 * temporary folder where there is none. Words and numbers that somebody may have typed are left out.
 * @returns the file, or undefined where none can be written.
 */
export function noteError(error: unknown, argv: string[], dir: string): string | undefined {
  const file = isWorkspace(dir) ? join(dir, 'errors.log') : join(tmpdir(), 'lianxi-errors.log')
  const [command = ''] = argv
  const head = `${new Date().toISOString()} ${command} ${nameOf(error)}: ${bare(messageOf(error))}`
  try {
    appendFileSync(file, `${[head, ...framesOf(error)].join('\n')}\n`, { mode: 0o600 })
    return file
  } catch (failure) {
    // A full or read-only disk: the sentence says that nothing was kept.
    if (failure instanceof Error && 'code' in failure) return undefined
    throw failure
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

/** The message without what may be a text of the workspace. */
function bare(message: string): string {
  return message
    .replace(/[^\x20-\x7e]+/g, '…')
    .replace(/\d{5,}/g, '#')
    .slice(0, 500)
}

function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack.split('\n').filter((line) => /^\s+at /.test(line))
}
