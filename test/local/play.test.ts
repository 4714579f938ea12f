import { describe, expect, it } from 'vitest'
import type { Typing } from '../../src/local/fill/typing'
import { play } from '../../src/local/play'
import { countingWorkspace } from './counting-workspace'

const at = (text: string) => Date.parse(`2024-11-${text}:00+08:00`)
const typing = (text: string): Typing => ({
  at: at(text),
  desk: '区委办',
  tab: '周计划填报',
  by: '许明远',
  rows: [],
})

function playTogether(
  typings: Typing[],
  more: { full?: boolean; due?: number; wall?: string } = {},
) {
  const { workspace, ticks, touch, synced } = countingWorkspace(at('18T08:03'), more.due)
  const typed: number[] = []
  const options = {
    until: at(more.wall ?? '18T12:00'),
    typings,
    full: more.full === true,
    type: async (one: Typing) => {
      typed.push(workspace.now())
      expect(workspace.now()).toBe(one.at)
      touch()
    },
  }
  return { workspace, ticks, typed, touch, synced, options }
}

describe('playing the clock trigger', () => {
  it('runs at full ten minutes and leaves out moments with nothing due and nothing moved', async () => {
    const { workspace, ticks, options } = playTogether([], { due: at('18T10:05') })
    const outcome = await play(workspace, options)
    expect(ticks()).toEqual(['08:10', '10:10', '12:00'])
    expect(outcome.ticks).toBe(3)
    expect(workspace.now()).toBe(at('18T12:00'))
  })

  it('runs the tick before a typing and the two after it, and types before the tick of its moment', async () => {
    const { workspace, ticks, typed, options } = playTogether([typing('18T09:30')])
    await play(workspace, options)
    expect(typed).toEqual([at('18T09:30')])
    expect(ticks()).toEqual(['08:10', '09:20', '09:30', '09:40', '12:00'])
  })

  it('plays each tick when asked for a full play', async () => {
    const { workspace, ticks, options } = playTogether([], { full: true, wall: '18T09:00' })
    await play(workspace, options)
    expect(ticks()).toEqual(['08:10', '08:20', '08:30', '08:40', '08:50', '09:00'])
  })

  it('stops short of the tick of a moment at which somebody will type by hand', async () => {
    const { workspace, ticks, options } = playTogether([])
    await play(workspace, { ...options, until: at('18T09:00'), before: true })
    expect(ticks().at(-1)).toBe('08:50')
    expect(workspace.now()).toBe(at('18T09:00'))
    await play(workspace, options)
    expect(ticks()).toContain('09:00')
  })

  it('goes on where it stopped and types nothing twice', async () => {
    const { workspace, typed, ticks, options } = playTogether([
      typing('18T09:30'),
      typing('18T09:30'),
      typing('18T11:00'),
    ])
    await play(workspace, { ...options, until: at('18T10:00') })
    await play(workspace, options)
    await play(workspace, options)
    expect(typed).toEqual([at('18T09:30'), at('18T09:30'), at('18T11:00')])
    expect(new Set(ticks()).size).toBe(ticks().length)
  })

  it('ends after the tick under way when the person ends it', async () => {
    const { workspace, ticks, options } = playTogether([], { full: true })
    const ending = new AbortController()
    const onProgress = () => ending.abort()
    const outcome = await play(workspace, { ...options, onProgress, signal: ending.signal })
    expect(outcome.stopped).toBe(true)
    expect(ticks()).toEqual(['08:10'])
  })

  it('goes on after one failed run, names it, and gives up after three in a row', async () => {
    const { workspace, options } = playTogether([], { full: true })
    let runs = 0
    const call: typeof workspace.call = async (fn, args) => {
      const run = await workspace.call(fn, args)
      runs += 1
      return runs === 1 || runs > 3
        ? { ...run, outcome: 'killed', error: 'Exceeded maximum execution time' }
        : run
    }
    const outcome = await play({ ...workspace, call }, options)
    expect(outcome.broken).toHaveLength(4)
    expect(outcome.broken[0]?.error).toBe('超过六分钟，已中止，下次接着做')
    expect(outcome.ticks).toBe(6)
    expect(outcome.stopped).toBe(true)
  })

  it('commits wait for the disk again at the end, whatever happens', async () => {
    const typed = playTogether([typing('18T09:30')])
    await play(typed.workspace, typed.options)
    expect(typed.synced).toEqual([false, true])
    const broken = playTogether([typing('18T09:30')])
    const type = () => Promise.reject(new Error('no such tab'))
    await expect(play(broken.workspace, { ...broken.options, type })).rejects.toThrow('no such tab')
    expect(broken.synced).toEqual([false, true])
  })

  it('every commit waits for the disk where a workspace follows the real clock', async () => {
    const { workspace, options, synced } = playTogether([])
    workspace.store.setFact('follows', 'real')
    await play(workspace, options)
    expect(synced).toEqual([])
  })

  it('so it does where letters go to a mail server: none may be sent twice', async () => {
    const { workspace, options, synced } = playTogether([])
    workspace.store.setFact('mail', 'smtp://mail.example:25')
    await play(workspace, options)
    expect(synced).toEqual([])
  })
})
