import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Once before all tests: gives them one folder for what they write, and takes it away afterwards. */
export function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
