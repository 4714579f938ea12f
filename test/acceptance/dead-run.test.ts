import { writeFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { asWriter } from '../../src/local/cli/workspace-at'
import { openWorkspace } from '../../src/local/open-workspace'
import { openStore } from '../../src/local/store'
import { testShell } from '../local/cli/test-shell'
import { smallDistrict } from './small-district'

const box = testShell()

afterEach(() => box.remove())

it('after a run that died the next one begins at once, though the set clock stands', async () => {
  const shell = { ...box.shell, open: (dir: string) => openWorkspace(dir, { inProcess: true }) }
  const run = async (...argv: string[]) => {
    const out: string[] = []
    const says = (line: string) => out.push(line)
    const code = await shell.run(argv, { ...shell, out: says, err: says })
    return { code, out: out.join('\n') }
  }
  writeFileSync(`${box.cwd}/district.json`, JSON.stringify(smallDistrict('2024-11-18')))
  await run('new', 'ws', '--district', 'district.json', '--at', '2024-11-18 08:00')
  const dir = `${box.cwd}/ws`
  const workspace = await shell.open(dir)
  const dead = await workspace.call('tick', [], { killAt: 40 })
  expect(dead.outcome).toBe('killed')
  await workspace.close()
  expect(await run('tick', '--in', 'ws')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^2024-11-18 08:00 读 \d+ 本/),
  })
})

it('the lease that a run holds now is left alone by whoever only looks', async () => {
  await box.run('new', 'ws', '--at', '2024-11-18 08:00')
  const dir = `${box.cwd}/ws`
  const store = openStore(dir)
  store.setProperties({ ...store.properties(), lease: '1731888360000' })
  await box.run('show', '--in', 'ws')
  expect(store.properties()['lease']).toBe('1731888360000')
  await asWriter(box.shell, dir, async () => undefined)
  expect(store.properties()['lease']).toBe('0')
  store.close()
})
