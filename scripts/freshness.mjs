import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['src', 'scripts', 'package.json', 'appsscript.json']

/**
 * When anything below a path was last changed, in epoch ms; 0 when it does not exist.
 *
 * @param {string} path
 * @returns {number}
 */
function changed(path) {
  if (!existsSync(path)) return 0
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  const below = readdirSync(path).map((name) => changed(join(path, name)))
  // A folder's own time moves when a file in it is removed.
  return Math.max(own.mtimeMs, ...below)
}

/**
 * Whether dist is missing or older than what it is made from.
 *
 * @param {string} root
 */
export function outdated(root) {
  const stamp = join(root, 'dist/built')
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  return SOURCES.some((source) => changed(join(root, source)) > built)
}
