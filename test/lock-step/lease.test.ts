import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { afterAll, describe, expect, test } from 'vitest'
import { RunState } from '../../src/local/runtime/run-state'
import { type LocalStore, openStore } from '../../src/local/store'
import { type Puppet, puppetOf } from '../fakes/lock-step'
import { wednesday } from '../local/tiny-workspace'

const entry = `
import { portsOf } from './src/apps-script/ports'
import { giveBack, takeLease } from './src/jobs/lease'
const world = () => portsOf({ SpreadsheetApp, MailApp, PropertiesService, LockService, Session, Utilities, ScriptApp, Sheets, Drive, console })
export const take = () => {
  const ports = world()
  // As a tick does, which looks at what stands before it reaches for the lease.
  ports.facts.all()
  return takeLease(ports)?.lease.run ?? ''
}
export const takeAndLeave = () => {
  const ports = world()
  ports.facts.all()
  const taken = takeLease(ports)
  return taken ? giveBack(ports, taken.lease, { behind: 'left', marks: undefined }) : 'busy'
}
export const quiet = () => {
  const ports = world()
  ports.facts.all()
  ports.facts.put({ quiet: '5', blank: undefined })
  return ''
}`

const code = buildSync({
  stdin: {
    contents: entry,
    resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
    loader: 'ts',
  },
  bundle: true,
  format: 'iife',
  globalName: 'lease',
  target: 'es2019',
  write: false,
  footer: { js: 'var take = lease.take, takeAndLeave = lease.takeAndLeave, quiet = lease.quiet' },
}).outputFiles[0]?.text

const puppets: [Puppet, Puppet] = [puppetOf(code ?? ''), puppetOf(code ?? '')]
afterAll(() => Promise.all(puppets.map((each) => each.close())))

const dir = mkdtempSync(join(tmpdir(), 'lianxi-lease-'))
const store = openStore(dir)
store.syncEach(false)
afterAll(() => {
  store.close()
  rmSync(dir, { recursive: true, force: true })
})

const post = { send: () => {}, close: () => Promise.resolve() }
const runOf = (fn: string, given: LocalStore): RunState =>
  new RunState(fn, given, post, wednesday, {})

/** Calls that see nothing of what the other does are no moments to change over at. */
const meets = /^(Lock|Properties)\./

/** Plays two functions in one order: `order` names who goes at each fork; returns the forks. */
const playOnce = async (names: [string, string], order: number[]): Promise<number[]> => {
  await Promise.all(
    puppets.map((each, i) => each.start(runOf(names[i] ?? '', store), names[i] ?? '')),
  )
  const taken: number[] = []
  for (;;) {
    for (const each of puppets) while (each.at && !meets.test(each.at)) await each.step()
    const [first, second] = puppets
    if (first.at === undefined && second.at === undefined) return taken
    const isFork = first.at !== undefined && second.at !== undefined
    const who = isFork ? (order[taken.length] ?? 0) : first.at === undefined ? 1 : 0
    if (isFork) taken.push(who)
    await puppets[who]?.step()
  }
}

/** Every order in which the calls of two functions can come. */
const playAll = async (
  names: [string, string],
  before: Record<string, string>,
  look: (results: unknown[], order: number[]) => void,
): Promise<number> => {
  let order: number[] = []
  for (let played = 1; ; played += 1) {
    store.setProperties(before)
    const taken = await playOnce(names, order)
    expect(puppets.map((each) => each.error ?? '')).toEqual(['', ''])
    look(
      puppets.map((each) => each.result),
      taken,
    )
    const last = taken.lastIndexOf(0)
    if (last < 0) return played
    order = [...taken.slice(0, last), 1]
  }
}

const kept = { control: 'c', marks: '{}', blank: '[]' }

describe('two runs that reach for the lease, in every order of their calls', () => {
  test.each([
    ['where nobody held it', kept],
    ['where a run that was cut short held it', { ...kept, lease: `${wednesday - 1} cut-short` }],
    ['where a run of the version before held it', { ...kept, lease: String(wednesday - 1) }],
  ])('%s, one has it', async (_, before) => {
    const played = await playAll(['take', 'take'], before, (results, order) => {
      const [run] = results.filter((each) => each !== '')
      expect(
        results.filter((each) => each === ''),
        order.join(''),
      ).toHaveLength(1)
      expect(store.properties().lease).toMatch(new RegExp(`^\\d+ ${String(run)}$`))
    })
    expect(played).toBeGreaterThan(10)
  })

  test('neither has it while a third holds it', async () => {
    const held = { ...kept, lease: `${wednesday + 1000} third` }
    await playAll(['take', 'take'], held, (results) => {
      expect(results).toEqual(['', ''])
      expect(store.properties()).toEqual(held)
    })
  })

  test('one gives it back, and takes from the other nothing', async () => {
    const played = await playAll(['takeAndLeave', 'take'], kept, ([left, run], order) => {
      const { lease, ...others } = store.properties()
      const where = order.join('')
      if (left === true)
        expect(others, where).toEqual({ control: 'c', blank: '[]', behind: 'left' })
      else expect(others, where).toEqual(kept)
      if (run !== '') expect(lease, where).toContain(run)
      else if (left === true) expect(lease, where).toBeUndefined()
    })
    expect(played).toBeGreaterThan(30)
  })

  test('a quiet run beside it loses nothing and brings nothing back', async () => {
    await playAll(['takeAndLeave', 'quiet'], kept, ([left], order) => {
      expect(left).toBe(true)
      expect(store.properties(), order.join('')).toEqual({
        control: 'c',
        behind: 'left',
        quiet: '5',
      })
    })
  })
})
