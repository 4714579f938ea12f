import * as v from 'valibot'
import type { Run, Store, Workspace } from './contract'
import type { Typing } from './fill/typing'
import { counters, firstTick, lastTick, nextDue, ticksAround } from './play-moments'
import { keepsRealTime } from './real-clock'
import { sayRunFailure } from './say-run'
import { tenMinutes } from './ten-minutes'
import { moveForward, typeDue } from './type-due'

export type PlayProgress = { at: number; until: number; ticks: number; typed: number }

export type PlayOptions = {
  /** Epoch ms; the tick of this moment is played too, unless `before` is set. */
  until: number
  /** Stops short of the tick of `until`, for somebody types at that moment. */
  before?: boolean
  /** What people type meanwhile, by time. */
  typings?: Typing[]
  /** Carries out one typing; the facts become true with it, in one step. */
  type?: (typing: Typing, facts: Record<string, string>) => Promise<unknown>
  /** Plays each tick, also those at which nothing is due. */
  full?: boolean
  onProgress?: (progress: PlayProgress) => void
  /** Ends the play after the tick under way. */
  signal?: AbortSignal
}

export type PlayOutcome = {
  from: number
  until: number
  ticks: number
  typed: number
  /** Runs that failed or were killed; later ticks go on from there. */
  broken: { at: number; outcome: Run['outcome']; error: string }[]
  /** Letters that failed, and those of which nobody knows. */
  unsent: number
  /** True when the play ended early, by the signal or because three ticks in a row failed. */
  stopped: boolean
}

/**
 * Plays the clock trigger at full ten minutes from the last played moment on, with what people
 * type in between. Moments with nothing due and nothing moved are left out (design 6), but never
 * the tick before a typing nor the two after it.
 */
export async function play(workspace: Workspace, options: PlayOptions): Promise<PlayOutcome> {
  const { store } = workspace
  if (workspace.clock === 'real' || mayReachPeople(store)) return playOn(workspace, options)
  store.syncEach(false)
  try {
    return await playOn(workspace, options)
  } finally {
    store.syncEach(true)
  }
}

/** What is played on a set clock into the built-in inbox can be played again; else people may have mail. */
function mayReachPeople(store: Store): boolean {
  return keepsRealTime(store) || (store.fact('mail') ?? 'inbox') !== 'inbox'
}

async function playOn(workspace: Workspace, options: PlayOptions): Promise<PlayOutcome> {
  const { store } = workspace
  const outcome = nothingYet(workspace.now(), options.until)
  const type = options.type ?? nobodyTypes
  const typings = (options.typings ?? []).toSorted((a, b) => a.at - b.at)
  const mustTick = ticksAround(store, typings, lastTick(options))
  let failed = 0
  let seen = ''
  for (let at = firstTick(workspace); at <= lastTick(options); at += tenMinutes) {
    outcome.typed += await typeDue(workspace, typings, at, type)
    const wanted = options.full === true || mustTick.has(at) || counters(store) !== seen
    if (!wanted && nextDue(store) > at) continue
    seen = counters(store)
    const run = await tickAt(workspace, at)
    outcome.ticks += 1
    outcome.unsent += unsentBy(run)
    failed = run.outcome === 'done' ? 0 : failed + 1
    if (run.outcome !== 'done') outcome.broken.push(breakOf(run))
    options.onProgress?.({ at, until: options.until, ticks: outcome.ticks, typed: outcome.typed })
    if (failed >= 3 || options.signal?.aborted === true) return { ...outcome, stopped: true }
  }
  outcome.typed += await typeDue(workspace, typings, options.until, type)
  moveForward(workspace, options.until)
  return outcome
}

function nothingYet(from: number, until: number): PlayOutcome {
  return { from, until, ticks: 0, typed: 0, broken: [], unsent: 0, stopped: false }
}

/** Runs the clock trigger at this moment and remembers that it was played. */
async function tickAt(workspace: Workspace, at: number): Promise<Run> {
  moveForward(workspace, at)
  const run = await workspace.call('tick', [])
  workspace.store.setFact('played', String(at))
  return run
}

async function nobodyTypes(typing: Typing): Promise<never> {
  throw new Error(`nobody is there to type into ${typing.desk} ${typing.tab}`)
}

const letters = v.object({ failed: v.number(), doubtful: v.number() })

function unsentBy({ result }: Run): number {
  if (typeof result !== 'string') return 0
  const said = v.safeParse(letters, JSON.parse(result))
  return said.success ? said.output.failed + said.output.doubtful : 0
}

function breakOf(run: Run) {
  return { at: run.at, outcome: run.outcome, error: sayRunFailure(run) }
}
