import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { publicFunctions } from '../scripts/public-functions.mjs'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const GOOGLE = [
  'SpreadsheetApp',
  'MailApp',
  'PropertiesService',
  'LockService',
  'Session',
  'ScriptApp',
  'Sheets',
  'Drive',
  'Utilities',
  'console',
]

/** dist/Code.js as this run built it; missing when the build failed. */
const pushed = () => readFileSync(at('dist/Code.js'), 'utf8')

it('the docs say how large the pushed file is, to a tenth', () => {
  const said = Number(/some (\d+) KB/.exec(readFileSync(at('docs/deploy.md'), 'utf8'))?.[1])
  expect(Math.abs(pushed().length / 1000 / said - 1)).toBeLessThan(0.1)
})

it('nothing that is pushed follows the time zone of a machine', () => {
  const folders = ['domain', 'jobs', 'registers', 'layout', 'wording', 'apps-script']
  const follows =
    /\.(?:get|set)(?:Hours|Date|Day|Month|FullYear|Minutes)\(|\.toLocale(?:Date|Time)?String\(/
  const found = folders.flatMap((folder) =>
    readdirSync(at(`src/${folder}`), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .filter((file) => follows.test(readFileSync(at(`src/${folder}/${file}`), 'utf8'))),
  )
  expect(found).toEqual([])
})

describe('the file that is pushed to Google', () => {
  /** A context like Apps Script's: ECMAScript and nothing besides. */
  function load(prepare = ''): { globals: string[]; touched: string[] } {
    const touched: string[] = []
    const context = createContext(Object.create(null) as object, {
      codeGeneration: { strings: false, wasm: false },
    })
    const own = () => runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[]
    for (const name of GOOGLE) {
      Object.defineProperty(context, name, {
        configurable: true,
        get: () => touched.push(name),
      })
    }
    if (prepare) runInContext(prepare, context)
    const before = new Set(own())
    runInContext(pushed(), context, { filename: 'Code.js' })
    return { globals: own().filter((name) => !before.has(name)), touched }
  }

  it('shows exactly the public functions, and all else inside lianxi', () => {
    const names = publicFunctions(at('src/apps-script/main.ts'))
    expect(names.length).toBeGreaterThan(0)
    expect(load().globals.toSorted()).toEqual([...names, 'lianxi'].toSorted())
  })

  it('declares each public function in the form that triggers and menus find', () => {
    const { program } = parseSync('Code.js', pushed())
    const declared = program.body.flatMap((statement) =>
      statement.type === 'FunctionDeclaration' ? [statement.id?.name] : [],
    )
    expect(declared).toEqual(publicFunctions(at('src/apps-script/main.ts')))
  })

  it('asks nothing of Google while it loads, since it loads at every click', () => {
    expect(load().touched).toEqual([])
  })

  it('asks no Date for its local day or hour: whose they are differs between its homes', () => {
    const local = /\.[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/g
    expect(pushed().match(local) ?? []).toEqual([])
  })

  it('loads without Intl, timers, Buffer, process and eval', () => {
    expect(load('delete globalThis.Intl').globals).toContain('lianxi')
  })

  it('is a script in the syntax Apps Script reads: no import, no #private, no static field', () => {
    const { program, module, errors } = parseSync('Code.js', pushed(), { sourceType: 'script' })
    expect(errors).toEqual([])
    expect(module.hasModuleSyntax).toBe(false)
    const kinds = nodeTypes(program)
    for (const kind of ['ImportExpression', 'PrivateIdentifier', 'StaticBlock', 'ChainExpression'])
      expect(kinds, kind).not.toContain(kind)
    expect(kinds, 'a field in a class body').not.toContain('PropertyDefinition')
    expect(kinds, 'require()').not.toContain('require')
  })

  it('keeps its Chinese readable in the script editor', () => {
    expect(pushed()).toContain('周计划填报')
    expect(pushed()).not.toContain('\\u5468\\u8BA1')
  })

  it('names no place on the machine it was built on', () => {
    expect(pushed()).not.toContain(at(''))
  })
})

it('the manifest asks for the six scopes and two services agreed with the district', () => {
  const manifest = JSON.parse(readFileSync(at('appsscript.json'), 'utf8')) as {
    timeZone: string
    runtimeVersion: string
    oauthScopes: string[]
    dependencies: { enabledAdvancedServices: { userSymbol: string; version: string }[] }
  }
  expect(manifest).toMatchObject({ timeZone: 'Asia/Shanghai', runtimeVersion: 'V8' })
  expect(manifest.oauthScopes.map((scope) => scope.split('/auth/')[1])).toEqual([
    'spreadsheets',
    'drive.metadata.readonly',
    'script.send_mail',
    'script.scriptapp',
    'script.container.ui',
    'userinfo.email',
  ])
  expect(
    manifest.dependencies.enabledAdvancedServices.map(
      ({ userSymbol, version }) => `${userSymbol} ${version}`,
    ),
  ).toEqual(['Sheets v4', 'Drive v3'])
})

/** The kinds of syntax a program uses; a call of require counts as a kind of its own. */
function nodeTypes(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const child of node) nodeTypes(child, found)
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node && typeof node.type === 'string') found.add(node.type)
    if ('callee' in node && isNamed(node.callee, 'require')) found.add('require')
    for (const child of Object.values(node)) nodeTypes(child, found)
  }
  return found
}

function isNamed(node: unknown, name: string): boolean {
  return typeof node === 'object' && node !== null && 'name' in node && node.name === name
}
