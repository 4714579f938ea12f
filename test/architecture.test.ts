import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const src = join(root, 'src')

/** What each part of src may import: `part` whole, `part/file` one file, `type:part` types only. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: ['domain'],
  registers: ['registers', 'domain'],
  layout: ['layout', 'domain'],
  wording: ['wording', 'domain'],
  ports: ['domain', 'type:layout'],
  jobs: ['jobs', 'domain', 'ports', 'wording', 'layout'],
  'apps-script': ['apps-script', 'domain', 'registers', 'layout', 'wording', 'ports', 'jobs'],
  local: ['local', 'type:apps-script/surface'],
  page: ['page'],
}

/** What each part may use from npm; the parts not named here run in Node or the browser. */
const PACKAGES: Record<string, string[]> = {
  domain: ['temporal-polyfill', 'es-toolkit', 'chinese-days', 'valibot'],
  registers: [],
  layout: ['es-toolkit'],
  wording: ['hono', 'i18next'],
  ports: [],
  jobs: ['es-toolkit', 'valibot', 'temporal-polyfill'],
  'apps-script': ['@noble/hashes', 'es-toolkit', 'temporal-polyfill'],
}

const PURE = ['domain', 'registers', 'layout', 'wording', 'ports', 'jobs']

type Import = { from: string; typeOnly: boolean }

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function partOf(file: string): string {
  return (
    relative(src, file)
      .split('/')[0]
      ?.replace(/\.tsx?$/, '') ?? ''
  )
}

function importsOf(file: string): Import[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'))
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  const reexports = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ from: moduleRequest.value, typeOnly: isType }] : [],
    )
  const dynamics = module.dynamicImports.map(() => ({ from: 'import()', typeOnly: false }))
  return [...statics, ...reexports, ...dynamics]
}

function allowed(part: string, to: string, typeOnly: boolean): boolean {
  const target = relative(src, to).replace(/\.tsx?$/, '')
  return (MAY_IMPORT[part] ?? []).some((rule) => {
    const path = rule.replace('type:', '')
    if (rule.startsWith('type:') && !typeOnly) return false
    return target === path || target.startsWith(`${path}/`)
  })
}

function packageOf(from: string): string {
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
}

const sources = filesBelow(src).filter((file) => /\.tsx?$/.test(file))
const code = [
  ...sources,
  ...filesBelow(join(root, 'test')),
  ...filesBelow(join(root, 'scripts')),
].filter((file) => /\.(tsx?|mjs|css)$/.test(file))
const shown = (file: string) => relative(root, file)

it('every file of src belongs to a part whose imports are ruled', () => {
  expect(sources.length).toBeGreaterThan(0)
  expect(sources.map(partOf).filter((part) => !(part in MAY_IMPORT))).toEqual([])
})

it('a part imports only the parts it may know', () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => from.startsWith('.'))
      .filter(
        ({ from, typeOnly }) => !allowed(partOf(file), resolve(dirname(file), from), typeOnly),
      )
      .map(({ from }) => `${shown(file)} → ${from}`),
  )
  expect(wrong).toEqual([])
})

it('what goes into the bundle uses only the libraries meant for it', () => {
  const wrong = sources.flatMap((file) => {
    const packages = PACKAGES[partOf(file)]
    if (!packages) return []
    return importsOf(file)
      .filter(({ from }) => !from.startsWith('.') && !packages.includes(packageOf(from)))
      .map(({ from }) => `${shown(file)} → ${from}`)
  })
  expect(wrong).toEqual([])
})

it('the pure parts have no clock, no dice and no platform', () => {
  const forbidden =
    /\bnew Date\b|\bDate\.(now|parse|UTC)\b|\bMath\.random\b|\bTemporal\.Now\b|\b(SpreadsheetApp|MailApp|PropertiesService|LockService|ScriptApp|DriveApp|Utilities|process|console|globalThis)\./
  const wrong = sources
    .filter((file) => PURE.includes(partOf(file)))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => forbidden.test(line.replace(/^\s*(\*|\/\/|\/\*).*/, '')))
        .map((line) => `${shown(file)}: ${line.trim()}`),
    )
  expect(wrong).toEqual([])
})

it('the bundle’s own code is synchronous, since Apps Script waits for nothing', () => {
  const wrong = sources
    .filter((file) => partOf(file) in PACKAGES)
    .filter((file) => /\basync\b|\bawait\b|\bPromise\b/.test(readFileSync(file, 'utf8')))
  expect(wrong.map(shown)).toEqual([])
})

it('a file has at most 240 lines and one idea', () => {
  const long = code
    .map((file) => ({
      file: shown(file),
      lines: readFileSync(file, 'utf8').split('\n').length - 1,
    }))
    .filter(({ lines }) => lines > 240)
  expect(long).toEqual([])
})

it('no folder and no file is a drawer for things without a name', () => {
  const drawer = /(^|\/)(utils?|helpers?|common|misc|shared|constants)[/.]|\/services?\//
  const named = /(manager|helper|util|impl)\.tsx?$/
  const wrong = code.map(shown).filter((file) => drawer.test(file) || named.test(file))
  expect(wrong).toEqual([])
})
