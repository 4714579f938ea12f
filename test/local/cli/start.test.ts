import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/local/store'
import { testShell } from './test-shell'

let box: ReturnType<typeof testShell>

function facts(...names: string[]) {
  const store = openStore(join(box.cwd, 'workspace'))
  const found = names.map((name) => store.fact(name))
  store.close()
  return found
}

function firstRun(fn: string) {
  const store = openStore(join(box.cwd, 'workspace'))
  const runs = store.runs(1000).filter((run) => run.fn === fn)
  store.close()
  return runs.at(-1)?.at
}

beforeEach(() => {
  box = testShell(Date.parse('2024-11-20T09:05:00+08:00'))
})

afterEach(() => box.remove())

describe('lianxi start --once', () => {
  it('makes the sample district three weeks before the day, plays to 18:00 of it and sums up', async () => {
    const { code, out } = await box.run('start', '--once', '--at', '2025-01-24')
    expect(code).toBe(0)
    expect(out).toContain('安澜区，截至 2025-01-24 18:00')
    expect(facts('clock', 'sample')).toEqual([
      `set:${Date.parse('2025-01-24T18:00:00+08:00')}`,
      '2025-01-06',
    ])
    const first = firstRun('tick')
    expect(first).toBe(Date.parse('2024-12-30T08:00:00+08:00'))
  })

  it('plays on at the second start and refuses to go back', async () => {
    await box.run('start', '--once', '--at', '2025-01-24')
    const on = await box.run('start', '--once', '--at', '2025-01-25')
    expect(on.code).toBe(0)
    expect(on.out).toContain('截至 2025-01-25 18:00')
    const back = await box.run('start', '--once', '--at', '2025-01-20')
    expect(back.code).toBe(1)
    expect(back.err).toContain('2025-01-20 18:00')
  })

  it('without a day plays up to now and follows the real clock from then on', async () => {
    const { code, err } = await box.run('start', '--once')
    expect(code).toBe(0)
    expect(err).toContain('至 2024-11-20 09:05')
    expect(facts('clock', 'played')).toEqual([
      'real',
      String(Date.parse('2024-11-20T09:00:00+08:00')),
    ])
    const again = await box.run('start', '--once', '--json')
    expect(again.code).toBe(0)
    expect(JSON.parse(again.out)).toMatchObject({ play: { typed: 0, broken: [] } })
  })

  it('makes nothing when the day cannot be read', async () => {
    const { code } = await box.run('start', '--once', '--at', '2025-02-30')
    expect(code).toBe(2)
    expect(existsSync(join(box.cwd, 'workspace'))).toBe(false)
  })
})
