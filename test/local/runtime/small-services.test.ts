import { describe, expect, test } from 'vitest'
import { tinyWorkspace } from '../tiny-workspace'

const properties = 'const props = PropertiesService.getScriptProperties();'

describe('script properties (PropertiesService of Google’s reference)', () => {
  test('persist, as strings; others stay, and go one by one', () => {
    const { run, store } = tinyWorkspace()
    run(`// \n${properties} props.setProperties({ cursor: '1', lease: 'a' })`)
    run(`// \n${properties} props.setProperties({ cursor: 2 })`)
    expect(store.properties()).toEqual({ cursor: '2', lease: 'a' })
    expect(run(`// \n${properties} return props.getProperties()`).result).toEqual({
      cursor: '2',
      lease: 'a',
    })
    expect(run(`// \n${properties} return props.getProperty('lease')`).result).toBe('a')
    run(`// \n${properties} props.deleteProperty('lease')`)
    expect(store.properties()).toEqual({ cursor: '2' })
    expect(run(`// \n${properties} return props.getProperty('lease')`).result).toBeNull()
  })

  test('refuse a value above 9 KB and a store above 500 KB', () => {
    const { run, store } = tinyWorkspace()
    const large = run(`// \n${properties} props.setProperties({ a: 'x'.repeat(9217) })`)
    expect(large.error).toContain('Argument too large: value')
    const many = run(`// \n${properties} const all = {}
      for (let n = 0; n < 58; n += 1) all['p' + n] = 'x'.repeat(9000)
      props.setProperties(all)`)
    expect(many.error).toContain('You have exceeded the property storage quota')
    expect(store.properties()).toEqual({})
  })
})

describe('triggers (ScriptApp of Google’s reference)', () => {
  test('are recorded, listed and deleted', () => {
    const { run, store, control } = tinyWorkspace()
    run(`// \nScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create()
      ScriptApp.newTrigger('selfCheck').timeBased().everyDays(1).atHour(7).create()
      ScriptApp.newTrigger('onControlEdit').forSpreadsheet('${control}').onEdit().create()`)
    expect(JSON.parse(store.fact('triggers') ?? '')).toEqual([
      { id: 1, handler: 'tick', kind: 'everyMinutes:10' },
      { id: 2, handler: 'selfCheck', kind: 'everyDays:1@7' },
      { id: 3, handler: 'onControlEdit', kind: `onEdit:${control}` },
    ])
    const left = run(`// \nconst [first] = ScriptApp.getProjectTriggers()
      ScriptApp.deleteTrigger(first)
      return ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction())`)
    expect(left.result).toEqual(['selfCheck', 'onControlEdit'])
  })

  test('every 7 minutes is no interval of Google’s, and 20 triggers are the most', () => {
    const { run } = tinyWorkspace()
    const seven = run(`// \nScriptApp.newTrigger('tick').timeBased().everyMinutes(7)`)
    expect(seven.error).toContain('The value you passed to everyMinutes was invalid.')
    const many = run(`// \nfor (let n = 0; n < 21; n += 1)
      ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create()`)
    expect(many.error).toContain('This script has too many triggers.')
  })
})

describe('the user interface of control (Ui of Google’s reference)', () => {
  test('a menu is kept for the page', () => {
    const { run, store } = tinyWorkspace()
    run(`// \nSpreadsheetApp.getUi().createMenu('联席').addItem('立即汇总', 'collectNow')
      .addItem('送审', 'sendUp').addToUi()`)
    expect(JSON.parse(store.fact('menu') ?? '')).toEqual({
      caption: '联席',
      items: [
        { caption: '立即汇总', fn: 'collectNow' },
        { caption: '送审', fn: 'sendUp' },
      ],
    })
  })

  test('is not there for a clock trigger', () => {
    const { run } = tinyWorkspace()
    run(`// \nScriptApp.newTrigger('main').timeBased().everyMinutes(10).create()`)
    expect(run('// \nSpreadsheetApp.getUi()').error).toContain(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    )
  })
})

describe('Drive metadata (Files.list of the advanced Drive service)', () => {
  test('tells when each workbook last changed, page by page', () => {
    const { run, store, control } = tinyWorkspace()
    const desk = store.createBook('党政办工作台', 'desk')
    store.setFact('clock', `set:${Date.parse('2024-11-21T00:00:00Z')}`)
    store.type(desk, 0, [{ kind: 'append', values: ['甲'] }], '周衡')
    const list = (more: string) =>
      run(`// \nreturn Drive.Files.list({
        q: "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false",
        fields: 'nextPageToken,files(id,name,modifiedTime)', pageSize: 1${more} })`).result
    expect(list('')).toMatchObject({
      files: [{ id: control, modifiedTime: '2024-11-20T01:00:00.000Z' }],
      nextPageToken: '1',
    })
    expect(list(', pageToken: "1"')).toEqual({
      files: [{ id: desk, name: '党政办工作台', modifiedTime: '2024-11-21T00:00:00.000Z' }],
    })
  })
})
