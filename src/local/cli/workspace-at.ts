import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BadInput } from '../bad-input'
import type { Workspace } from '../contract'
import { keepsRealTime, releaseRealClock } from '../real-clock'
import { sayMoment } from '../say-moment'
import type { Shell } from './shell'

/** True when a workspace stands in this folder. */
export function isWorkspace(dir: string): boolean {
  return existsSync(join(dir, 'lianxi.db'))
}

/** @throws BadInput when no workspace stands in this folder. */
export function mustBeWorkspace(dir: string, given: string): void {
  if (isWorkspace(dir)) return
  throw new BadInput(
    `--in：${dir} 里没有工作区，应为 lianxi new 建立的文件夹（可先运行 lianxi new ${given}）。`,
  )
}

/**
 * Opens the workspace in a folder, gives it to `use` and closes it again.
 * @throws BadInput when no workspace is there.
 */
export async function withWorkspace<T>(
  shell: Shell,
  folder: string,
  use: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const dir = resolve(shell.cwd, folder)
  mustBeWorkspace(dir, folder)
  // A play of the past that was cut off has left a real clock held.
  if (!shell.served) releaseRealClock(dir)
  const workspace = await shell.open(dir)
  try {
    return await use(workspace)
  } finally {
    await workspace.close()
  }
}

/** @throws BadInput when the clock is real, or the moment lies before the workspace's time. */
export function mustReach(workspace: Workspace, at: number, option = '--at'): void {
  const given = sayMoment(at)
  if (keepsRealTime(workspace.store)) {
    throw new BadInput(`${option}：给的是 ${given}，但此工作区随真实时钟走，应去掉 ${option}。`)
  }
  if (at < workspace.now()) {
    const now = sayMoment(workspace.now())
    throw new BadInput(`${option}：给的是 ${given}，应不早于工作区现在的时间 ${now}。`)
  }
}
