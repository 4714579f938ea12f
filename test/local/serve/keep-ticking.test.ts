import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepTicking } from '../../../src/local/serve/keep-ticking'
import { oneAtATime } from '../../../src/local/serve/one-at-a-time'
import { countingWorkspace } from '../counting-workspace'

const start = Date.parse('2024-11-18T08:03:00+08:00')
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000)

beforeEach(() => {
  vi.useFakeTimers({ now: start })
})

afterEach(() => {
  vi.useRealTimers()
})

it('a served workspace with the real clock runs at each full ten minutes, also after a failure', async () => {
  const { workspace } = countingWorkspace(start)
  const at: string[] = []
  const call: typeof workspace.call = async (fn, args) => {
    at.push(new Date(Date.now() + 28_800_000).toISOString().slice(11, 16))
    if (at.length === 1) throw new Error('the thread has ended')
    return workspace.call(fn, args)
  }
  const report = vi.fn<(line: string) => void>()
  const real = { ...workspace, clock: 'real' as const, now: () => Date.now(), call }
  const stop = keepTicking(real, oneAtATime(), report)
  await minutes(20)
  expect(at).toEqual(['08:10', '08:20'])
  expect(report).toHaveBeenCalledWith(expect.stringMatching(/^定时运行出错：程序出错，没有做完；/))
  stop()
  await minutes(60)
  expect(at).toHaveLength(2)
})

it('a served workspace with a set clock stands still', async () => {
  const { workspace, ticks } = countingWorkspace(start)
  keepTicking(workspace, oneAtATime(), vi.fn<(line: string) => void>())
  await minutes(60)
  expect(ticks()).toEqual([])
})

it('a command and a tick never run at once', async () => {
  const queue = oneAtATime()
  const said: string[] = []
  const job = (name: string) => async () => {
    said.push(`${name} begins`)
    await vi.advanceTimersByTimeAsync(10)
    said.push(`${name} ends`)
    if (name === 'fill') throw new Error(name)
  }
  const all = await Promise.allSettled([queue(job('fill')), queue(job('tick'))])
  expect(said).toEqual(['fill begins', 'fill ends', 'tick begins', 'tick ends'])
  expect(all.map((one) => one.status)).toEqual(['rejected', 'fulfilled'])
})
