import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { describe, onTestFinished } from 'vitest'
import { compileBundle, runFunction } from '../../src/local/runtime/run-function'
import { openStore } from '../../src/local/store'
import type { Tables } from '../../src/ports'
import { memoryTables } from '../fakes/memory-tables'
import { emptyFolder, wednesday } from '../local/tiny-workspace'
import { type Perform, type Step, tablesContract } from './tables'

const entry = `
import { portsOf } from './src/apps-script/ports'
globalThis.main = (steps) => {
  const { tables } = portsOf({
    SpreadsheetApp, MailApp, PropertiesService, LockService, Session, ScriptApp, Sheets, Drive,
    Utilities, console,
  })
  return steps.map(([name, ...args]) => tables[name](...args) ?? null)
}`

const adapter = () =>
  buildSync({
    stdin: { contents: entry, resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  }).outputFiles[0]?.text ?? ''

const call = (tables: Tables, [name, ...args]: Step): unknown =>
  (tables[name] as (...given: unknown[]) => unknown)(...args)

describe('tables in memory', () => {
  const perform: Perform = (tabs, steps) => {
    const tables = memoryTables()
    tables.put('book', '工作表1', [])
    for (const [name, rows] of Object.entries(tabs)) tables.put('book', name, rows)
    return steps('book').map((step) => call(tables, step))
  }
  tablesContract(perform)
})

describe('tables over Google’s services, on the local runtime', () => {
  const code = adapter()
  const post = { send: () => undefined, close: () => Promise.resolve() }
  const perform: Perform = (tabs, steps) => {
    const store = openStore(emptyFolder())
    onTestFinished(() => {
      store.close()
    })
    store.setFact('clock', `set:${wednesday}`)
    const book = store.createBook('区委办工作台', 'desk')
    for (const [name, rows] of Object.entries(tabs)) {
      const sheetId = 100
      const range = { sheetId }
      const format = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } }
      store.looks(book, [
        { addSheet: { properties: { sheetId, title: name } } },
        { repeatCell: { range, cell: format, fields: 'userEnteredFormat.numberFormat' } },
      ])
      const edits = rows.map((values) => ({ kind: 'append' as const, values }))
      if (edits.length > 0) store.type(book, sheetId, edits, '方晓禾')
    }
    const machine = { store, post, bundle: compileBundle(code) }
    const run = runFunction(machine, 'main', [steps(book)], wednesday)
    if (run.outcome !== 'done') throw new Error(run.error)
    return run.result as unknown[]
  }
  tablesContract(perform)
})
