import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Run, TraceLine, Workspace } from '../../src/local/contract'
import { createWorkspace } from '../../src/local/create-workspace'
import { openWorkspace } from '../../src/local/open-workspace'
import { play } from '../../src/local/play'
import { largeDistrict } from '../fakes/large-district'
import { momentOf } from './small-district'

/** `npm run size` asks for districts of 6, 60 and 240 offices and says what they cost. */
const sizes = (process.env.LIANXI_DESKS ?? '6').split(',').map(Number)
const isAsked = process.env.LIANXI_DESKS !== undefined

/** Google ends a run after six minutes. */
const limit = 360_000

const secondsOf = (runs: readonly Run[]): string =>
  runs.map(({ ms }) => `${(ms / 1000).toFixed(1)}s`).join(' ')

const say = (text: string): void => {
  if (isAsked) console.log(text)
}

const inProcess = (dir: string): Promise<Workspace> => openWorkspace(dir, { inProcess: true })

const make = async (desks: number): Promise<Workspace> => {
  const parent = mkdtempSync(join(tmpdir(), 'lianxi-large-'))
  const dir = join(parent, 'workspace')
  const district = largeDistrict(desks, '2024-11-18')
  await createWorkspace({ dir, district, at: momentOf('2024-11-13 09:00') }, inProcess)
  const workspace = await inProcess(dir)
  onTestFinished(async () => {
    await workspace.close()
    rmSync(parent, { recursive: true, force: true })
  })
  return workspace
}

const isReading = ({ kind }: TraceLine): boolean => kind === 'api.ss.getMeta'

const runsTo = async ({ store, ...rest }: Workspace, until: string): Promise<Run[]> => {
  const before = store.runs(1)[0]?.at ?? 0
  await play({ store, ...rest }, { until: momentOf(until) })
  return store
    .runs(1000)
    .filter(({ at }) => at > before)
    .toReversed()
}

describe.each(sizes)('a district of %i offices', (desks) => {
  it('can be made, ticked and repaired, each run well within six minutes', async () => {
    const workspace = await make(desks)
    const { store } = workspace
    const setUps = store.runs(100).filter(({ fn }) => fn === 'setUpDistrict')
    expect(Math.max(...setUps.map(({ ms }) => ms))).toBeLessThan(limit - 60_000)
    expect(store.properties().setUp).toBeUndefined()
    say(`${desks} offices: set-up in ${setUps.length} runs: ${secondsOf(setUps.toReversed())}`)
    const { broken } = await play(workspace, { until: momentOf('2024-11-13 09:40') })
    expect(broken).toEqual([])
    const sizesOf = Object.entries(store.properties()).map(([name, text]) => ({
      name,
      bytes: Buffer.byteLength(text),
    }))
    say(`  properties: ${sizesOf.map(({ name, bytes }) => `${name} ${bytes}`).join(', ')}`)
    expect(sizesOf.filter(({ bytes }) => bytes > 1500)).toEqual([])
    // Each of the first nights looks at every workbook, a later one at those that somebody touched.
    const nights = [
      '2024-11-14 03:30',
      ...(isAsked ? ['2024-11-21 01:50', '2024-11-21 03:30'] : []),
    ]
    for (const until of nights) {
      const played = await runsTo(workspace, until)
      expect(Math.max(...played.map(({ ms }) => ms))).toBeLessThan(limit - 60_000)
      expect(played.map(({ outcome }) => outcome)).toEqual(played.map(() => 'done'))
      const repairs = played.filter(({ trace }) => trace.some(isReading))
      const reads = repairs.flatMap(({ trace }) => trace.filter(isReading))
      const kb = reads.reduce((sum, line) => sum + (line.kb ?? 0), 0)
      expect(kb / Math.max(1, reads.length)).toBeLessThan(1024)
      say(`  repair to ${until}: ${repairs.length} runs ${secondsOf(repairs)}`)
      const seen = repairs.flatMap(({ trace }) => [
        ...new Set(trace.filter(isReading).map(({ ss }) => ss)),
      ])
      say(
        `    ${reads.length} answers, ${Math.round(kb)} KB, ${Math.round(kb / seen.length)} KB a workbook`,
      )
      const inAMinute = repairs.flatMap(({ trace }) => {
        const begun = trace.filter(isReading).map(({ t }) => t)
        return begun.map((from) => begun.filter((t) => t >= from && t < from + 60_000).length)
      })
      expect(Math.max(0, ...inAMinute)).toBeLessThan(60)
    }
  }, 3_600_000)
})
