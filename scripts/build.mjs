import {
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { publicFunctions } from './public-functions.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

// temporal-polyfill asks for Intl while it loads; named zones are never asked of it.
const INTL_STUB =
  "if (typeof Intl === 'undefined') globalThis.Intl = { DateTimeFormat: function DateTimeFormat() { throw new RangeError('no Intl') } };"

/**
 * The file that is pushed to Apps Script: one plain global function for every public function, and
 * everything else out of reach inside `lianxi`.
 *
 * @param {string} entry
 * @returns {import('esbuild').BuildOptions}
 */
function appsScript(entry) {
  const stubs = publicFunctions(entry).map(
    (name) => `function ${name}() { return lianxi.${name}.apply(this, arguments) }`,
  )
  return {
    format: 'iife',
    globalName: 'lianxi',
    target: 'es2019',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: INTL_STUB },
    footer: { js: stubs.join('\n') },
  }
}

/** @returns {import('esbuild').BuildOptions} */
function node() {
  return { format: 'esm', target: 'node20', platform: 'node', packages: 'external' }
}

const PRODUCTS = [
  { from: 'src/apps-script/main.ts', to: 'Code.js', options: appsScript },
  { from: 'src/local/cli.ts', to: 'local.mjs', options: node },
  { from: 'src/local/worker.ts', to: 'worker.mjs', options: node },
]

/**
 * Writes beside the target and renames, so that a run that is going on never reads half a file.
 *
 * @param {string} path
 * @param {string | Uint8Array} contents
 */
function replace(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, contents)
  renameSync(draft, path)
}

/**
 * @param {typeof PRODUCTS[number]} product
 * @returns {Promise<string>} what became of it, for people
 * @throws when a source does not compile; the outdated file is removed, so nobody runs it
 */
async function make({ from, to, options }) {
  const entry = join(root, from)
  const target = join(root, 'dist', to)
  if (!existsSync(entry)) return `dist/${to}: ${from} does not exist, left out`
  try {
    const { outputFiles } = await esbuild.build({
      entryPoints: [entry],
      absWorkingDir: root,
      outfile: target,
      bundle: true,
      write: false,
      charset: 'utf8',
      logLevel: 'silent',
      jsx: 'automatic',
      jsxImportSource: 'hono/jsx',
      ...options(entry),
    })
    const contents = outputFiles?.[0]?.contents ?? new Uint8Array()
    replace(target, contents)
    return `dist/${to}: ${Math.round(contents.length / 1024)} KB`
  } catch (cause) {
    rmSync(target, { force: true })
    throw cause
  }
}

/**
 * Builds dist: what is pushed to Google (Code.js, appsscript.json) and the local workspace.
 *
 * @param {(line: string) => void} say
 * @throws when a source does not compile
 */
export async function build(say) {
  const started = new Date()
  const dist = join(root, 'dist')
  const stamp = join(dist, 'built')
  mkdirSync(dist, { recursive: true })
  rmSync(stamp, { force: true })
  for (const product of PRODUCTS) say(await make(product))
  copyFileSync(join(root, 'appsscript.json'), join(dist, 'appsscript.json'))
  replace(stamp, `${started.toISOString()}\n`)
  // A source that changed while this ran asks for the next build.
  utimesSync(stamp, started, started)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build(console.log)
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause)
    process.exitCode = 1
  }
}
