import { resolve } from 'node:path'
import { BadInput } from '../bad-input'
import type { Workspace } from '../contract'
import { mustBeWorkspace } from '../damage/is-workspace'
import { storageFault } from '../damage/storage-fault'
import { keepsRealTime, releaseRealClock } from '../real-clock'
import { sayMoment } from '../say-moment'
import { beginWriting } from '../writer/begin-writing'
import { takeWriterLock, type WriterLock } from '../writer/writer-lock'
import type { Shell } from './shell'

/**
 * Opens the workspace in a folder for somebody who only looks: whoever writes it goes on.
 * @throws BadInput when no workspace is there.
 */
export async function readingWorkspace<T>(
  shell: Shell,
  folder: string,
  use: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const dir = resolve(shell.cwd, folder)
  mustBeWorkspace(dir, folder)
  return tellingFaults(dir, async () => closing(await shell.open(dir, 'reading'), use))
}

/**
 * Opens the workspace in a folder as its one writer, gives it to `use` and closes it again.
 * @throws BadInput when no workspace is there, or another command writes it.
 */
export async function withWorkspace<T>(
  shell: Shell,
  folder: string,
  use: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const dir = resolve(shell.cwd, folder)
  mustBeWorkspace(dir, folder)
  return asWriter(shell, dir, async () => {
    // A play of the past that was cut off has left a real clock held.
    if (!shell.served) releaseRealClock(dir)
    return closing(await shell.open(dir), use)
  })
}

/**
 * Carries out a command that writes a workspace; no other does meanwhile.
 * @throws BadInput when another command writes it.
 */
export async function asWriter<T>(
  shell: Shell,
  dir: string,
  act: (shell: Shell, writer: WriterLock | undefined) => Promise<T>,
): Promise<T> {
  if (shell.served || shell.writer) return act(shell, shell.writer)
  return tellingFaults(dir, async () => {
    const writer = takeWriterLock(dir, shell.command ?? '')
    try {
      beginWriting(dir)
      return await act({ ...shell, writer }, writer)
    } finally {
      writer.release()
    }
  })
}

/** @throws StorageFault, which names the folder, where the disk or the database is at fault. */
async function tellingFaults<T>(dir: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw storageFault(error, dir) ?? error
  }
}

async function closing<T>(workspace: Workspace, use: (workspace: Workspace) => Promise<T>) {
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
