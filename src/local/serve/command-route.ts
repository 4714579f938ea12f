import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import * as v from 'valibot'
import type { Shell } from '../cli/shell'
import type { Workspace } from '../contract'
import { commandCall } from './command-call'

export type CommandRoute = {
  shell: Shell
  workspace: Workspace
  token: string
  /** Lines jobs up, so that commands and ticks never run at once. */
  queue<T>(job: () => Promise<T>): Promise<T>
}

/** Whether a request that wants to post is a command of this user; its body is not read before. */
export function isCommand({ url, headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return url === '/api/command' && given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Lets commands reach the workspace through the server that holds it. */
export function addCommandRoute(app: Hono, route: CommandRoute): void {
  app.use('/api/command', bearerAuth({ token: route.token }))
  app.post('/api/command', async (context) => {
    const call = v.safeParse(commandCall, await context.req.json().catch(() => undefined))
    if (!call.success) return context.text('bad command', 400)
    return context.json(await route.queue(() => carryOut(route, call.output)))
  })
}

async function carryOut(route: CommandRoute, call: v.InferOutput<typeof commandCall>) {
  const lines: { to: 'out' | 'err'; line: string }[] = []
  const code = await route.shell.run(call.argv, {
    ...route.shell,
    cwd: call.cwd,
    out: (line) => lines.push({ to: 'out', line }),
    err: (line) => lines.push({ to: 'err', line }),
    tty: false,
    served: true,
    open: async () => ({ ...lent(route.workspace) }),
  })
  return { code, lines }
}

/** The held workspace for one command, which may not close it. */
function lent(workspace: Workspace): Workspace {
  return {
    dir: workspace.dir,
    store: workspace.store,
    clock: workspace.clock,
    now: () => workspace.now(),
    moveTo: (moment) => workspace.moveTo(moment),
    call: (fn, args, faults) => workspace.call(fn, args, faults),
    inbox: () => workspace.inbox(),
    close: async () => undefined,
  }
}
