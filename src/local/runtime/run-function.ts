import vm from 'node:vm'
import type { Faults, Run } from '../contract'
import { storageFault } from '../damage/storage-fault'
import type { Post } from '../mail/post'
import type { LocalStore } from '../store'
import { driveService, sheetsService } from './api-services'
import { mailApp } from './mail-app'
import { type KeptRealm, runInRealm } from './realm'
import { RunState } from './run-state'
import { scriptApp } from './script-services'
import type { ServiceObject } from './service'
import {
  consoleService,
  lockService,
  propertiesService,
  sessionService,
  utilitiesService,
} from './small-services'
import { spreadsheetApp } from './spreadsheet-services'

export type Machine = { store: LocalStore; post: Post; bundle: vm.Script; kept?: KeptRealm }

/** The bundle, compiled once; every run gets a realm of its own. */
export function compileBundle(code: string): vm.Script {
  return new vm.Script(code, { filename: 'Code.js' })
}

/**
 * Runs a public function of the bundle from its start to the end flush, and keeps the run.
 *
 * @throws StorageFault when the disk or the database is at fault, whatever the bundle made of it.
 * @param at workspace time at the start, epoch ms.
 */
export function runFunction(
  machine: Machine,
  fn: string,
  args: readonly unknown[],
  at: number,
  faults: Faults = {},
): Run {
  const started = performance.now()
  const run = new RunState(fn, machine.store, machine.post, at, faults)
  const ending = machine.store.workbooks.within(() => outcomeOf(machine, run, args))
  run.hasEnded = true
  if (run.fault) throw run.fault
  const kept: Run = {
    fn,
    at,
    ms: Math.round(run.trace.elapsed * 1000) / 1000,
    wall: Math.round((performance.now() - started) * 100) / 100,
    ...ending,
    trace: run.trace.lines,
    log: run.log,
  }
  if (!machine.store.isReading) machine.store.keepRun(withoutResult(kept))
  return kept
}

type Ending = Pick<Run, 'outcome' | 'error' | 'result'>

function outcomeOf(machine: Machine, run: RunState, args: readonly unknown[]): Ending {
  let ending: Ending
  try {
    const result = runInRealm(machine.bundle, run, servicesOf(run), args, machine.kept)
    ending = result === undefined ? { outcome: 'done' } : doneWith(result)
  } catch (error) {
    ending = failedBy(error, run)
  }
  if (run.death !== undefined) return { outcome: 'killed', error: run.death }
  try {
    run.end()
    return ending
  } catch (error) {
    run.fault ??= storageFault(error, run.store.dir)
    if (run.death !== undefined) return { outcome: 'killed', error: run.death }
    return ending.outcome === 'failed' ? ending : { outcome: 'failed', error: sentence(error) }
  }
}

function doneWith(result: string): Ending {
  return { outcome: 'done', result: JSON.parse(result) as unknown }
}

function failedBy(error: unknown, run: RunState): Ending {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') run.death = 'Exceeded maximum execution time'
  return { outcome: 'failed', error: sentence(error) }
}

/** Name, message and the nearest lines of the bundle; errors of its realm are no instances here. */
function sentence(error: unknown): string {
  const { stack } = (error ?? {}) as { stack?: unknown }
  if (typeof stack !== 'string') return String(error)
  const lines = stack.split('\n').filter((line) => /^\s+at .*Code\.js:/.test(line))
  return [String(error), ...lines.slice(0, 4)].join('\n')
}

/** Answers of read-only functions may be large and hold people's words: the trace keeps none. */
function withoutResult(run: Run): Run {
  const { result: _result, ...kept } = run
  return kept
}

/** The services a run meets. */
export function servicesOf(run: RunState): ServiceObject[] {
  return [
    spreadsheetApp(run),
    mailApp(run),
    propertiesService(run),
    lockService(run),
    sessionService(run),
    utilitiesService(run),
    scriptApp(run),
    sheetsService(run),
    driveService(run),
    consoleService(run),
  ]
}
