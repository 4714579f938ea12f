import { request } from 'node:http'
import { text as consumeText } from 'node:stream/consumers'
import * as v from 'valibot'
import { BadInput } from '../bad-input'
import type { ExitCode, Shell } from '../cli/shell'
import type { Holder, ServedPage } from '../writer/writer-lock'

/** A command line on its way to the server of its workspace. */
export const commandCall = v.object({ argv: v.array(v.string()), cwd: v.string() })

/** What the command printed there, in order, and its exit code. */
export const commandAnswer = v.object({
  code: v.picklist([0, 1, 2]),
  lines: v.array(v.object({ to: v.picklist(['out', 'err']), line: v.string() })),
})

/**
 * Has the server of a workspace carry out a command, and prints what it says.
 * @throws BadInput when the server does not answer.
 */
export async function forwardCommand(
  { pid }: Holder,
  served: ServedPage,
  argv: string[],
  shell: Shell,
): Promise<ExitCode> {
  const body = JSON.stringify({ argv, cwd: shell.cwd })
  const { status, text } = await post(served, body, shell.signal).catch(() => {
    throw new BadInput(`${served.url}：提供页面的进程 ${pid} 没有应答，应先结束它再试。`)
  })
  if (status !== 200)
    throw new BadInput(`${served.url}：命令没有被接受（${status}），应先结束它再试。`)
  const { code, lines } = v.parse(commandAnswer, JSON.parse(text))
  for (const { to, line } of lines) shell[to](line)
  return code
}

/** A play may take longer than the five minutes that fetch waits for an answer. */
function post(served: ServedPage, body: string, signal: AbortSignal) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${served.token}` }
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = request(
      new URL('/api/command', served.url),
      { method: 'POST', headers, signal },
      (answer) => {
        consumeText(answer).then(
          (text) => resolve({ status: answer.statusCode ?? 0, text }),
          reject,
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
