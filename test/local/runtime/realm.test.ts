import { describe, expect, test } from 'vitest'
import { compileBundle, runFunction } from '../../../src/local/runtime/run-function'
import { tinyWorkspace } from '../tiny-workspace'

describe('the realm of the bundle (V8 runtime of Google’s guide)', () => {
  test('has nothing of Node, of a browser, or that Apps Script lacks', () => {
    const absent = [
      ...['require', 'process', 'Buffer', 'module', 'global', 'window', 'navigator'],
      ...['setTimeout', 'setInterval', 'queueMicrotask', 'structuredClone', 'performance'],
      ...['TextEncoder', 'TextDecoder', 'fetch', 'URL', 'URLSearchParams', 'atob', 'crypto'],
    ]
    const run = tinyWorkspace().run(
      `return ${JSON.stringify(absent)}.filter((name) => name in globalThis)`,
    )
    expect(run.result).toEqual([])
  })

  test('a member that is not implemented throws by name', () => {
    const { run } = tinyWorkspace()
    const notImplemented = (name: string) => `${name} is not implemented in the local runtime`
    expect(run('SpreadsheetApp.getActive()').error).toContain(
      notImplemented('SpreadsheetApp.getActive'),
    )
    expect(run('sheet.getDataRange()').error).toContain(notImplemented('Sheet.getDataRange'))
    expect(run('Sheets.Spreadsheets.Values').error).toContain(
      notImplemented('Sheets.Spreadsheets.Values'),
    )
    expect(run('console.error("x")').error).toContain(notImplemented('console.error'))
    expect(run('GmailApp.sendEmail()').error).toContain('GmailApp is not defined')
  })

  test('a signature that Google takes and the local runtime does not is said to be that', () => {
    const { run, control } = tinyWorkspace()
    for (const call of [
      "sheet.getRange('A1')",
      'sheet.getRange(1, 1)',
      "MailApp.sendEmail('a@anlan.local', '汇总', '见附')",
      `Sheets.Spreadsheets.get('${control}')`,
    ]) {
      expect(run(call).error, call).toContain('with these arguments is not imitated here')
    }
    expect(run('sheet.getRange(1, 1, 1, true)').error).toContain('match the method signature')
  })

  test('a user reads as its address, everything else as its kind', () => {
    const { run } = tinyWorkspace()
    const { result } = run('return [Session.getEffectiveUser(), sheet, SpreadsheetApp].map(String)')
    expect(result).toEqual(['lianxi@anlan.local', 'Sheet', 'SpreadsheetApp'])
  })

  test('errors of a service are errors of the bundle’s realm', () => {
    const run = tinyWorkspace().run(`try { SpreadsheetApp.openById('nothing') } catch (error) {
      return [error instanceof Error, error.name] }`)
    expect(run.result).toEqual([true, 'Exception'])
  })

  test('the clock is the workspace’s and grows by modelled ms', () => {
    const { run, store } = tinyWorkspace()
    const body = `const before = Date.now(); sheet.appendRow(['甲'])
      const now = new Date()
      return [before, now.getTime() - before, now instanceof Date, new Date(5).getTime(),
        new Date(2024, 0, 1) instanceof Date, typeof Date(), Date.UTC(1970, 0, 1)]`
    const [before, grown, ...more] = run(body).result as unknown[]
    // open 8 + handle 0.5 before; then firstWrite 72 and appendRow 110.
    expect(before).toBe(store.now() + 8)
    expect(grown).toBe(182)
    expect(more).toEqual([true, 5, true, 'string', 0])
  })

  test('nothing stays from one run to the next', () => {
    const { store } = tinyWorkspace()
    const post = { send: () => undefined, close: () => Promise.resolve() }
    const bundle = compileBundle('let runs = 0\nfunction count() { runs += 1; return runs }')
    const machine = { store, post, bundle }
    const results = [1, 2].map(() => runFunction(machine, 'count', [], store.now()).result)
    expect(results).toEqual([1, 1])
  })

  test('arguments come in and the result goes out as JSON', () => {
    const { store } = tinyWorkspace()
    const post = { send: () => undefined, close: () => Promise.resolve() }
    const bundle = compileBundle(
      'function echo(given) { return { given, isArray: given instanceof Array } }',
    )
    const run = runFunction({ store, post, bundle }, 'echo', [['周衡']], store.now())
    expect(run.result).toEqual({ given: ['周衡'], isArray: true })
    expect(runFunction({ store, post, bundle }, 'gone', [], store.now()).error).toContain(
      'Script function not found: gone',
    )
  })

  test('a run is kept with its trace and without its answer', () => {
    const { run, store } = tinyWorkspace()
    const ended = run('console.log("一句话"); return "答复"')
    const [kept] = store.runs(1)
    expect(kept).toMatchObject({ fn: 'main', outcome: 'done', log: ['一句话'], ms: ended.ms })
    expect(kept?.trace).toEqual(ended.trace)
    expect(kept?.result).toBeUndefined()
  })
})
