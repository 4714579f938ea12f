import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Where the counts are kept, relative to the root. */
export const TALLY = '.cache/tally.json'

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {{ name: string, reason: string }[]} skipped
 */

/** A vitest reporter that keeps the counts, and the reason of each skipped test, in a file. */
export default class TallyReporter {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandled
   */
  onTestRunEnd(modules, unhandled) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const state = (/** @type {string} */ wanted) =>
      tests.filter((test) => test.result().state === wanted)
    const broken = modules.filter(
      (module) => module.state() === 'failed' && !module.children.allTests('failed').next().value,
    )
    /** @type {Tally} */
    const tally = {
      passed: state('passed').length,
      failed: state('failed').length + broken.length + unhandled.length,
      skipped: [...state('skipped'), ...state('pending')].map((test) => ({
        name: test.fullName,
        reason: reasonOf(test.result()),
      })),
    }
    mkdirSync(dirname(TALLY), { recursive: true })
    writeFileSync(TALLY, JSON.stringify(tally, null, 2))
  }
}

/** @param {import('vitest/node').TestResult} result */
function reasonOf(result) {
  return ('note' in result && result.note) || '未说明原因 / no reason given'
}
