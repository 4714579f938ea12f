import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Faults, Run, Workspace } from '../../src/local/contract'
import { createWorkspace } from '../../src/local/create-workspace'
import type { District } from '../../src/local/district/district'
import { openWorkspace } from '../../src/local/open-workspace'
import { momentOf, smallDistrict } from './small-district'

const parent = mkdtempSync(join(tmpdir(), 'lianxi-set-up-'))
afterAll(() => {
  rmSync(parent, { recursive: true, force: true })
})

const small: District = (() => {
  const whole = smallDistrict('2024-11-18')
  const offices = whole.offices.filter(({ short }) => ['区委办', '区政府办'].includes(short))
  const ids = new Set(offices.map(({ id }) => id))
  return {
    ...whole,
    offices,
    people: whole.people.filter(({ office }) => ids.has(office)),
    leaders: whole.leaders.filter(({ office }) => ids.has(office)),
  }
})()

/** Makes the district, its set-up killed as the faults say before it is continued; what stands then. */
const made = async (name: string, kills: readonly Faults[]) => {
  const dir = join(parent, name)
  const runs: Run[] = []
  const open = async (at: string): Promise<Workspace> => {
    const workspace = await openWorkspace(at, { inProcess: true })
    const call: Workspace['call'] = async (fn, args, faults) => {
      if (fn !== 'setUpDistrict') return workspace.call(fn, args, faults)
      for (const kill of kills) runs.push(await workspace.call(fn, args, kill))
      const run = await workspace.call(fn, args, faults)
      runs.push(run)
      return run
    }
    return { ...workspace, call, close: () => workspace.close() }
  }
  await createWorkspace({ dir, district: small, at: momentOf('2024-11-14 08:00') }, open)
  const workspace = await openWorkspace(dir, { inProcess: true })
  try {
    const { store } = workspace
    const stands = store.books().map(({ id, name: book }) => ({ book, tabs: store.view(id) }))
    return { runs, stands, properties: store.properties() }
  } finally {
    await workspace.close()
  }
}

it('a set-up killed at any of its calls, once or again and again, is continued to the same district', async () => {
  const whole = await made('whole', [])
  const calls = whole.runs[0]?.trace.length ?? 0
  expect(calls).toBeGreaterThan(100)
  // Some calls are more than one line of the trace.
  const every = Math.floor((calls * 0.85) / 6)
  const places = Array.from({ length: 6 }, (_, i) => Math.floor(every / 2) + i * every)
  for (const killAt of places) {
    const once = await made(`at-${killAt}`, [{ killAt }])
    expect(once.runs[0]?.outcome, String(killAt)).toBe('killed')
    expect(once.stands, String(killAt)).toEqual(whole.stands)
    expect(once.properties, String(killAt)).toEqual(whole.properties)
  }
  const again = await made(
    'again',
    places.map((killAt) => ({ killAt })),
  )
  expect(again.stands).toEqual(whole.stands)
  expect(again.properties).toEqual(whole.properties)
}, 120_000)
