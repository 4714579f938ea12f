import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { BadInput } from './bad-input'
import type { Store, Workspace } from './contract'
import type { District } from './district/district'
import { sayRunFailure, unknownFailure } from './say-run'
import { openStore } from './store'

export type NewWorkspace = {
  dir: string
  district: District
  /** Epoch ms at which a set clock starts; without it the clock is the real one. */
  at?: number
  /** Facts kept from the start. */
  facts?: Record<string, string>
}

/**
 * Creates a workspace: empty workbooks for the district, which the bundle then sets up.
 * @throws BadInput when something stands at `dir`; nothing is left behind on failure.
 */
export async function createWorkspace(
  wish: NewWorkspace,
  open: (dir: string) => Promise<Workspace>,
): Promise<void> {
  mustBeFree(wish.dir)
  mkdirSync(dirname(wish.dir), { recursive: true })
  const draft = mkdtempSync(join(dirname(wish.dir), `.${basename(wish.dir)}-`))
  try {
    const request = makeBooks(draft, wish)
    await setUp(await open(draft), request)
    renameSync(draft, wish.dir)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}

/** @throws BadInput when the folder exists and is not empty, or is a file. */
function mustBeFree(dir: string): void {
  if (!existsSync(dir)) return
  try {
    if (readdirSync(dir).length === 0) return
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTDIR')) throw error
    throw new BadInput(`${dir}：那里已有一个文件，应为尚不存在或空的文件夹。`)
  }
  throw new BadInput(`${dir}：文件夹已存在且不为空，应为尚不存在或空的文件夹。`)
}

function makeBooks(dir: string, { district, at, facts }: NewWorkspace): string {
  const store = openStore(dir)
  try {
    store.setFact('clock', at === undefined ? 'real' : `set:${at}`)
    store.setFact('district', district.name)
    for (const [name, value] of Object.entries(facts ?? {})) store.setFact(name, value)
    return JSON.stringify({ ...bookIds(store, district), district, exactMarks: true })
  } finally {
    store.close()
  }
}

function bookIds(store: Store, district: District) {
  const control = store.createBook('总台账', 'control')
  const desks = district.offices
    .filter((office) => office.desk)
    .toSorted((a, b) => a.order - b.order)
    .map((office) => ({
      office: office.id,
      book: store.createBook(
        office.short.endsWith('台') ? office.short : `${office.short}工作台`,
        'desk',
      ),
    }))
  return { control, desks, dashboard: store.createBook('总览', 'dashboard') }
}

type SetUp = { done?: number; of?: number; note?: string }

/** Calls the set-up until it is at its end: one call may be too short for a large district. */
async function setUp(workspace: Workspace, request: string): Promise<void> {
  try {
    for (let before = -1; ; ) {
      const run = await workspace.call('setUpDistrict', [request])
      if (run.outcome !== 'done') {
        const said = sayRunFailure(run)
        // Nothing is left to look into: what a programmer needs goes with the error.
        throw new Error(
          said === unknownFailure ? `setUpDistrict: ${run.error}` : `新区建账没有完成：${said}`,
        )
      }
      const { done = 0, note } = JSON.parse(
        typeof run.result === 'string' ? run.result : '{}',
      ) as SetUp
      if (note === undefined) return
      if (done <= before) throw new Error(`新区建账没有完成：${note}`)
      before = done
    }
  } finally {
    await workspace.close()
  }
}
