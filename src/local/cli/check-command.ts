import { resolve } from 'node:path'
import * as v from 'valibot'
import type { Workspace } from '../contract'
import { mustBeWorkspace } from '../damage/is-workspace'
import { storageFault } from '../damage/storage-fault'
import { sayRunFailure } from '../say-run'
import { openStore } from '../store'
import type { CommonOptions } from './options'
import { answer, type ExitCode, type Shell } from './shell'
import { readingWorkspace } from './workspace-at'

const rebuilt = v.object({ differences: v.array(v.unknown()), pages: v.number() })

/**
 * `lianxi check`: the database, the tables, what stands in them, the ledger, and whether every
 * page comes out of it again; exit 1 and a list where anything is wrong.
 */
export async function checkCommand(shell: Shell, options: CommonOptions): Promise<ExitCode> {
  const dir = resolve(shell.cwd, options.in)
  const faults = await faultsOf(shell, options.in, dir)
  const lines = faults.length === 0 ? ['数据库、台账和各页都已核对，没有问题。'] : faults
  answer(shell, options.json === true, { dir, faults }, lines)
  return faults.length === 0 ? 0 : 1
}

async function faultsOf(shell: Shell, folder: string, dir: string): Promise<string[]> {
  try {
    mustBeWorkspace(dir, folder)
    const found = inDatabase(dir)
    if (found.length > 0) return [...found, restore(dir)]
    return await readingWorkspace(shell, folder, inPages)
  } catch (error) {
    const fault = storageFault(error, dir)
    if (fault === undefined) throw error
    return fault.kind === 'damaged' ? ['数据库：读不出来。', restore(dir)] : [fault.message]
  }
}

const restore = (dir: string): string =>
  `${dir}：应先把整个文件夹另存一份，再用最近一份完好的备份整个替换它。`

function inDatabase(dir: string): string[] {
  const store = openStore(dir, 'read')
  try {
    return store.asOfNow(() => store.faults())
  } finally {
    store.close()
  }
}

/** Asks the bundle: the ledger is its own. */
async function inPages(workspace: Workspace): Promise<string[]> {
  // Before its first run a workspace has no pages yet.
  if (workspace.store.fact('played') === undefined) return []
  const run = await workspace.call('rebuildCheck', [])
  if (run.outcome !== 'done' || typeof run.result !== 'string') {
    return [`台账：读不出来（${sayRunFailure(run)}）。`, restore(workspace.dir)]
  }
  const { differences, pages } = v.parse(rebuilt, JSON.parse(run.result))
  if (differences.length === 0) return []
  const told = `${pages} 页中有 ${differences.length} 处与台账不一致`
  return [
    `各页：${told}；应先运行一次 lianxi tick 再核对，仍不一致的用 lianxi rebuild --check 逐处列出。`,
  ]
}
