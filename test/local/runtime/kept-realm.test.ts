import { expect, onTestFinished, test } from 'vitest'
import type { Faults, Run } from '../../../src/local/contract'
import { compileBundle, runFunction } from '../../../src/local/runtime/run-function'
import { openStore } from '../../../src/local/store'
import { emptyFolder, wednesday } from '../tiny-workspace'

const code = `var runs = 0
function main(fails) {
  runs += 1
  const properties = PropertiesService.getScriptProperties()
  properties.setProperties({ seen: String(runs) })
  if (fails) throw new Error('broken')
  return [runs, Date.now(), properties.getProperties().seen, Session.getEffectiveUser().getEmail()]
}`

/** Runs one bundle again and again, its realm kept where the run before ended well. */
const again = (kept: { kept?: object }) => {
  const store = openStore(emptyFolder())
  onTestFinished(() => {
    store.close()
  })
  const post = { send: () => {}, close: () => Promise.resolve() }
  const machine = { store, post, bundle: compileBundle(code), ...kept }
  return (at: number, faults: Faults = {}, fails = false): Run =>
    runFunction(machine, 'main', [fails], at, faults)
}

const counted = ({ result }: Run): unknown => (result as unknown[])[0]

test('each run has globals of its own, as on Google, unless they are to be kept', () => {
  const run = again({})
  expect([run(wednesday), run(wednesday)].map(counted)).toEqual([1, 1])
  const keeping = again({ kept: {} })
  expect([keeping(wednesday), keeping(wednesday)].map(counted)).toEqual([1, 2])
})

test('in a kept realm the clock, the user and the trace are those of the run', () => {
  const run = again({ kept: {} })
  run(wednesday)
  const later = run(wednesday + 600_000, { user: 'lin@anlan.local' })
  const [, now, seen, user] = later.result as [number, number, string, string]
  expect(now).toBeGreaterThanOrEqual(wednesday + 600_000)
  expect(seen).toBe('2')
  expect(user).toBe('lin@anlan.local')
  expect(later.trace.filter(({ kind }) => kind === 'props.setAll')).toHaveLength(1)
})

test('a run that died or failed leaves nothing to the next', () => {
  const run = again({ kept: {} })
  run(wednesday)
  expect(run(wednesday, { killAt: 1 }).outcome).toBe('killed')
  expect(counted(run(wednesday))).toBe(1)
  expect(run(wednesday, {}, true).outcome).toBe('failed')
  expect(counted(run(wednesday))).toBe(1)
})
