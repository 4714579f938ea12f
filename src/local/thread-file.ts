import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './package-root'

/** The built file of the threads that run the bundle and hand over mail. @throws when not built. */
export function threadFile(): string {
  const file = join(packageRoot(), 'dist', 'worker.mjs')
  if (!existsSync(file)) throw new Error('dist/worker.mjs is missing: run npm run build')
  return file
}
