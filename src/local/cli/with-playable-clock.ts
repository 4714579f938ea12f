import { resolve } from 'node:path'
import { BadInput } from '../bad-input'
import type { Workspace } from '../contract'
import { mustBeWorkspace } from '../damage/is-workspace'
import { holdRealClock, releaseRealClock } from '../real-clock'
import type { Shell } from './shell'
import { asWriter } from './workspace-at'

/**
 * Opens a workspace so that past moments can be played: a real clock is held at the last played
 * moment meanwhile.
 * @throws BadInput when a server already runs the real clock of this workspace.
 */
export async function withPlayableClock<T>(
  shell: Shell,
  folder: string,
  use: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const dir = resolve(shell.cwd, folder)
  mustBeWorkspace(dir, folder)
  return asWriter(shell, dir, () => held(shell, dir, use))
}

async function held<T>(shell: Shell, dir: string, use: (workspace: Workspace) => Promise<T>) {
  if (!shell.served) holdRealClock(dir, shell.wallNow())
  const workspace = await shell.open(dir)
  try {
    if (workspace.clock === 'real') {
      throw new BadInput(`${dir}：正在提供页面并随真实时钟自行运行，不需要试运行。`)
    }
    return await use(workspace)
  } finally {
    await workspace.close()
    if (!shell.served) releaseRealClock(dir)
  }
}
