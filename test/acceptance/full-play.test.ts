import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openWorkspace } from '../../src/local/open-workspace'
import { playWeek } from './played-week'
import { drive, makeDistrict, type SmallDistrict } from './small-district'
import { whatStands } from './what-stands'

const start = '2024-11-13 09:00'
/** The reminder, a night, the digest, the cut-off and the feedback lie before it. */
const feedback = '2024-11-15 17:20'

const letters = async (district: SmallDistrict): Promise<string[]> => {
  const all = await district.letters()
  return all
    .map(({ at, to, subject, text }) => `${at.slice(0, 16)} ${to} ${subject} ${text}`)
    .sort()
}

const everything = async (district: SmallDistrict) => ({
  stands: whatStands(district.workspace),
  letters: await letters(district),
})

/** Makes the next tick work as if something were due. */
const forgetDue = ({ workspace: { store } }: SmallDistrict): void => {
  store.setProperties({ ...store.properties(), nextDue: '0' })
}

/** The same district, its bundle loaded anew for each run, as on Google. */
const loadedEachRun = async (): Promise<SmallDistrict> => {
  const { dir } = await makeDistrict(start)
  const parent = mkdtempSync(join(tmpdir(), 'lianxi-fresh-'))
  cpSync(dir, join(parent, 'copy'), { recursive: true })
  const workspace = await openWorkspace(join(parent, 'copy'))
  onTestFinished(async () => {
    await workspace.close()
    rmSync(parent, { recursive: true, force: true })
  })
  return drive(workspace)
}

it('a week in which every tick is played equals one in which idle ticks are left out', async () => {
  const skipping = await makeDistrict(start)
  const few = await playWeek(skipping, '2024-11-20 09:00')
  const full = await makeDistrict(start)
  const many = await playWeek(full, '2024-11-20 09:00', { full: true })
  expect(many).toBe(7 * 144 + 1)
  expect(few).toBeLessThan(many / 4)
  expect(await everything(full)).toEqual(await everything(skipping))
})

it('days with their bundle loaded anew each run equal days in which it is kept', async () => {
  const kept = await makeDistrict(start)
  const fresh = await loadedEachRun()
  expect(await playWeek(fresh, feedback)).toBe(await playWeek(kept, feedback))
  expect(await everything(fresh)).toEqual(await everything(kept))
})

it('nothing was due at the ticks that found nothing due: one that looks each time sees no more', async () => {
  const skipping = await makeDistrict(start)
  const looking = await makeDistrict(start)
  await playWeek(skipping, feedback)
  await playWeek(looking, feedback, { from: '2024-11-14 14:30', beforeTick: forgetDue })
  expect(await everything(looking)).toEqual(await everything(skipping))
})
