import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { outdated } from './freshness.mjs'

/** Once before all tests: builds dist when it is missing or older than the sources. */
export async function setup() {
  if (!outdated(fileURLToPath(new URL('..', import.meta.url)))) return
  try {
    await build(() => {})
  } catch (cause) {
    // The build took the outdated file away: the tests that need it fail by themselves.
    console.error(cause instanceof Error ? cause.message : cause)
  }
}
