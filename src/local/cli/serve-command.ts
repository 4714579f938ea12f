import { resolve } from 'node:path'
import { mustBeWorkspace } from '../damage/is-workspace'
import { defaultPort, serveWorkspace } from '../serve/serve-workspace'
import type { CommonOptions } from './options'
import { readNumber } from './read-number'
import { setMail } from './set-mail'
import { type ExitCode, type Shell } from './shell'
import { UsageError } from './usage-error'
import { asWriter } from './workspace-at'

export type ServeOptions = CommonOptions & { port?: string; smtp?: string }

/** `lianxi serve`: the page of a workspace on this machine, until it is ended. */
export async function serveCommand(shell: Shell, options: ServeOptions): Promise<ExitCode> {
  const port = readPort(options.port)
  const dir = resolve(shell.cwd, options.in)
  mustBeWorkspace(dir, options.in)
  return asWriter<ExitCode>(shell, dir, async (writing, writer) => {
    if (options.smtp !== undefined) setMail(dir, options.smtp)
    await serveWorkspace({ shell: writing, dir, port, writer }, (url) => {
      if (options.json === true) shell.out(JSON.stringify({ url }))
      else shell.out(`页面：${url}（按 Ctrl+C 结束）`)
    })
    return 0
  })
}

/** A port as given, or the usual one. @throws UsageError when it is no port. */
export function readPort(text: string | undefined): number {
  if (text === undefined) return defaultPort
  const port = readNumber(text, '--port')
  if (port > 65_535) throw new UsageError(`--port：给的是“${text}”，应为 1 到 65535 之间的数。`)
  return port
}
