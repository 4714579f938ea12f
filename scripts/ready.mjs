import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { outdated } from './freshness.mjs'
import { besidesTheLock, forDevelopers, installedVersion, wanted } from './packages.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Installs what package.json asks for and is missing or of another version; nothing is removed.
 *
 * @param {import('./packages.mjs').Kind[]} kinds
 * @param {(line: string) => void} say
 * @throws when npm fails and a package is missing
 */
export function install(kinds, say) {
  const asked = kinds.flatMap((kind) => wanted(root, kind))
  const unlike = asked.filter(([name, version]) => installedVersion(root, name) !== version)
  if (unlike.length === 0) return
  say(`安装所需组件（${unlike.length} 个，需联网）/ installing ${unlike.length} packages`)
  const done = spawnSync('npm', npmArguments(kinds), {
    cwd: root,
    // npm's report goes to stderr: stdout belongs to the command that was asked for.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.status === 0) return
  const missing = unlike.filter(([name]) => installedVersion(root, name) === undefined)
  if (missing.length > 0) {
    throw new Error('组件安装失败，请检查网络后重试 / npm could not install the packages')
  }
  say('未能更新组件，按现有版本继续 / going on with the versions that are here')
}

/** @param {import('./packages.mjs').Kind[]} kinds */
function npmArguments(kinds) {
  const developer = kinds.includes('devDependencies') || forDevelopers(root)
  const flags = ['--no-audit', '--no-fund', ...(developer ? [] : ['--omit=dev'])]
  if (!existsSync(join(root, 'node_modules'))) return ['ci', ...flags]
  return ['install', '--no-save', ...flags, ...besidesTheLock(root)]
}

/**
 * Builds dist when it is missing or older than the sources.
 *
 * @param {(line: string) => void} say
 * @throws when a source does not compile
 */
export async function buildIfOutdated(say) {
  if (!outdated(root)) return
  say('正在生成程序 / building')
  const { build } = await import('./build.mjs')
  await build(() => {})
}

/**
 * Runs the command line of the local workspace in this process, as if it had been typed.
 *
 * @param {string[]} args
 */
export async function runLocal(args) {
  const entry = new URL('../dist/local.mjs', import.meta.url)
  process.argv = [process.execPath, fileURLToPath(entry), ...args]
  await import(entry.href)
}
