import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @typedef {'dependencies' | 'devDependencies'} Kind */

/**
 * What package.json asks for of one kind.
 *
 * @param {string} root
 * @param {Kind} kind
 * @returns {[name: string, version: string][]}
 */
export function wanted(root, kind) {
  return Object.entries(readPackage(join(root, 'package.json'))[kind] ?? {})
}

/**
 * The version of a package as this folder's code would find it.
 *
 * @param {string} root
 * @param {string} name
 * @returns {string | undefined} undefined when it is not installed
 */
export function installedVersion(root, name) {
  const file = join(root, 'node_modules', name, 'package.json')
  if (existsSync(file)) return readPackage(file).version
  return dirname(root) === root ? undefined : installedVersion(dirname(root), name)
}

/**
 * Whether what only developers need is here, even in part: leaving it out would remove it.
 *
 * @param {string} root
 */
export function forDevelopers(root) {
  const locked = lockedPackages(root)
  return wanted(root, 'devDependencies').some(
    ([name]) => locked[`node_modules/${name}`]?.dev && installedVersion(root, name) !== undefined,
  )
}

/**
 * What somebody put into node_modules besides the lock, as `name@version`: npm would remove it.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function besidesTheLock(root) {
  const locked = lockedPackages(root)
  return readdirSync(join(root, 'node_modules'))
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => (name.startsWith('@') ? scoped(root, name) : [name]))
    .filter((name) => !(`node_modules/${name}` in locked))
    .map((name) => `${name}@${installedVersion(root, name)}`)
}

/** @param {string} root */
function lockedPackages(root) {
  return readPackage(join(root, 'package-lock.json')).packages ?? {}
}

/**
 * @param {string} root
 * @param {string} scope
 */
function scoped(root, scope) {
  return readdirSync(join(root, 'node_modules', scope)).map((name) => `${scope}/${name}`)
}

/**
 * @typedef {object} Package
 * @property {string} [version]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, { dev?: boolean }>} [packages] of a lock, by path
 */

/** @param {string} file */
function readPackage(file) {
  return /** @type {Package} */ (JSON.parse(readFileSync(file, 'utf8')))
}
