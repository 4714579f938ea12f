import type { Workspace } from '../contract'
import type { WriterLock } from '../writer/writer-lock'

/** Where a command runs: a terminal, a test, or the server of a workspace. */
export type Shell = {
  /** Folder against which file names are read. */
  cwd: string
  out: (line: string) => void
  err: (line: string) => void
  /** True when a person watches, so that progress may be drawn. */
  tty: boolean
  /** Epoch ms of the real clock. */
  wallNow: () => number
  /**
   * `beside` runs the bundle beside this process, so that a long tick blocks nothing; `reading`
   * disturbs nobody who writes the workspace meanwhile.
   */
  open: (dir: string, how?: 'beside' | 'reading') => Promise<Workspace>
  /** Runs another command line. */
  run: (argv: string[], shell: Shell) => Promise<ExitCode>
  /** True inside the server that holds the workspace. */
  served: boolean
  /** The name of the command that is carried out. */
  command?: string
  /** Held by a command that writes its workspace in several steps. */
  writer?: WriterLock
  /** Aborted when the person ends the command. */
  signal: AbortSignal
}

/** What a command found: the exit code, 0 done or 1 found or failed. */
export type ExitCode = 0 | 1 | 2

/** Prints a result, as JSON when asked, else as lines a person reads. */
export function answer(shell: Shell, json: boolean, value: unknown, lines: string[]): void {
  if (json) shell.out(JSON.stringify(value, null, 2))
  else for (const line of lines) shell.out(line)
}
