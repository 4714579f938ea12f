import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { driveService, sheetsService } from '../../../src/local/runtime/api-services'
import { mailApp } from '../../../src/local/runtime/mail-app'
import { RunState } from '../../../src/local/runtime/run-state'
import { scriptApp } from '../../../src/local/runtime/script-services'
import type { ServiceObject } from '../../../src/local/runtime/service'
import {
  consoleService,
  lockService,
  propertiesService,
  sessionService,
  utilitiesService,
} from '../../../src/local/runtime/small-services'
import { spreadsheetApp } from '../../../src/local/runtime/spreadsheet-services'
import { tinyWorkspace } from '../tiny-workspace'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const adapters = 'src/apps-script'

type Row = {
  /** The class as Google calls it. */
  name: string
  /** Its interface in our surface. */
  ours: string
  /** The file of Google's own types that declares it, and the interface there. */
  file: string
  googles?: string
  /** Its object in the local runtime. */
  local: ServiceObject
  /** What is only noted, for whoever drives the workspace to act on. */
  recorded?: readonly string[]
}

const objectOf = (service: ServiceObject, member: string, ...args: unknown[]): ServiceObject => {
  const found = service.members[member]
  if (found === undefined) throw new Error(`${service.name}.${member}`)
  if (typeof found !== 'function') return found
  const reply = found(...args)
  if (reply.kind === 'object') return reply.object
  if (reply.kind === 'objects' && reply.objects[0]) return reply.objects[0]
  throw new Error(`${service.name}.${member} gives no object`)
}

const rows = (): Row[] => {
  const { store, control } = tinyWorkspace()
  const post = { send: () => undefined, close: () => Promise.resolve() }
  const run = new RunState('main', store, post, store.now(), {})
  const app = spreadsheetApp(run)
  const book = objectOf(app, 'openById', control)
  const sheet = objectOf(book, 'getSheets')
  const ui = objectOf(app, 'getUi')
  const [session, script] = [sessionService(run), scriptApp(run)]
  const builder = objectOf(script, 'newTrigger', 'tick')
  const google = (part: string) => `google-apps-script.${part}.d.ts`
  const [base, scripts, sheets] = [google('base'), google('script'), google('spreadsheet')]
  return [
    { name: 'SpreadsheetApp', ours: 'SpreadsheetAppLike', file: sheets, local: app },
    { name: 'Spreadsheet', ours: 'SpreadsheetLike', file: sheets, local: book },
    { name: 'Sheet', ours: 'SheetLike', file: sheets, local: sheet },
    {
      name: 'Range',
      ours: 'RangeLike',
      file: sheets,
      local: objectOf(sheet, 'getRange', 1, 1, 1, 1),
    },
    { name: 'Ui', ours: 'UiLike', file: base, local: ui, recorded: ['createMenu'] },
    {
      name: 'Menu',
      ours: 'MenuLike',
      file: base,
      local: objectOf(ui, 'createMenu', '联席'),
      recorded: ['addItem', 'addToUi'],
    },
    { name: 'MailApp', ours: 'MailAppLike', file: google('mail'), local: mailApp(run) },
    {
      name: 'PropertiesService',
      ours: 'PropertiesServiceLike',
      file: google('properties'),
      local: propertiesService(run),
    },
    {
      name: 'Properties',
      ours: 'PropertiesLike',
      file: google('properties'),
      local: objectOf(propertiesService(run), 'getScriptProperties'),
    },
    { name: 'LockService', ours: 'LockServiceLike', file: google('lock'), local: lockService(run) },
    {
      name: 'Lock',
      ours: 'LockLike',
      file: google('lock'),
      local: objectOf(lockService(run), 'getScriptLock'),
    },
    { name: 'Session', ours: 'SessionLike', file: base, local: session },
    {
      name: 'Utilities',
      ours: 'UtilitiesLike',
      file: google('utilities'),
      local: utilitiesService(run),
    },
    {
      name: 'ScriptApp',
      ours: 'ScriptAppLike',
      file: scripts,
      local: script,
      recorded: ['newTrigger', 'deleteTrigger'],
    },
    {
      name: 'Trigger',
      ours: 'TriggerLike',
      file: scripts,
      local: objectOf(objectOf(objectOf(builder, 'timeBased'), 'everyMinutes', 10), 'create'),
    },
    {
      name: 'Sheets.Spreadsheets',
      ours: 'SheetsLike',
      file: 'apis/sheets_v4.d.ts',
      googles: 'SpreadsheetsCollection',
      local: objectOf(sheetsService(run), 'Spreadsheets'),
    },
    {
      name: 'Drive.Files',
      ours: 'DriveLike',
      file: 'apis/drive_v3.d.ts',
      googles: 'FilesCollection',
      local: objectOf(driveService(run), 'Files'),
    },
    {
      name: 'console',
      ours: 'ConsoleLike',
      file: base,
      local: consoleService(run),
      recorded: ['log'],
    },
  ]
}

/** The methods an interface declares, each once; those of what it hands on by itself are not its own. */
const methodsOf = (source: string, name: string): string[] => {
  const found = new RegExp(
    `^( *)(?:export )?interface ${name} (?:extends \\w+ )?\\{\\n([\\s\\S]*?)^\\1\\}`,
    'm',
  ).exec(source)
  if (!found) return []
  const methods = [...(found[2] ?? '').matchAll(/^\s+(\w+)(?:<[^>]*>)?\(/gm)].map(
    ([, each = '']) => each,
  )
  return [...new Set(methods)].toSorted()
}

const called = readdirSync(join(root, adapters))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('surface'))
  .map((file) => read(`${adapters}/${file}`))
  .join('\n')
const isCalled = (method: string): boolean => new RegExp(`\\.${method}\\b`).test(called)

const surface = read(`${adapters}/surface.ts`)

test('every call of the surface is made somewhere, and every one of the local runtime is of the surface', () => {
  const declared = [...surface.matchAll(/^\s+(\w+)\(/gm)].map(([, name = '']) => name)
  expect(declared.filter((name) => !isCalled(name))).toEqual([])
  const classes = [...surface.matchAll(/^export interface (\w+) \{/gm)].map(([, name]) => name)
  const covered = [...rows().map(({ ours }) => ours), 'GoogleLike', 'EditEventLike']
  expect(classes.filter((name) => !covered.includes(name ?? ''))).toEqual([])
  for (const { ours, local } of rows()) {
    const mine = methodsOf(surface, ours)
    expect(mine.length, ours).toBeGreaterThan(0)
    const methods = Object.entries(local.members).flatMap(([name, member]) =>
      typeof member === 'function' ? [name] : [],
    )
    expect(
      methods.filter((name) => !mine.includes(name)),
      local.name,
    ).toEqual([])
  }
})

test('docs/google-calls.md names each member of each Google class: implemented, recorded or refused', async () => {
  const lines = rows().map(({ name, file, googles, local, recorded = [] }) => {
    const all = methodsOf(read(`node_modules/@types/google-apps-script/${file}`), googles ?? name)
    const ours = Object.keys(local.members).toSorted()
    // Google declares nothing of console in its own types.
    if (name !== 'console')
      expect(
        ours.filter((each) => !all.includes(each)),
        name,
      ).toEqual([])
    const refused = all.filter((each) => !ours.includes(each))
    const shown = (names: string[]) => names.map((each) => `\`${each}\``).join(' ') || '–'
    const implemented = ours.filter((each) => !recorded.includes(each))
    return `| ${name} | ${shown(implemented)} | ${shown([...recorded])} | ${refused.length} |`
  })
  const page = `# Calls to Google

Generated from the surface, Google's own types and the local runtime by
\`test/local/runtime/google-calls.test.ts\`, which fails on any difference
(\`npx vitest run test/local/runtime/google-calls.test.ts -u\` writes it anew).
*Implemented*: the local runtime does what Google does. *Recorded*: it is noted, and who drives the
workspace acts on it (the clock fires triggers, the page shows the menu). *Refused*: how many further
members Google has; a call of one fails by name, "is not implemented in the local runtime".

| class | implemented | recorded | refused |
| --- | --- | --- | --- |
${lines.join('\n')}
`
  await expect(page).toMatchFileSnapshot(join(root, 'docs/google-calls.md'))
})
