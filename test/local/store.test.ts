import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDatabase, syncEach } from '../../src/local/books/database'
import { openStore } from '../../src/local/store'
import { emptyFolder, tinyWorkspace } from './tiny-workspace'

const secret = '绝密事项甲乙丙丁'

function filesWith(dir: string, text: string): string[] {
  const needle = Buffer.from(text)
  return readdirSync(dir).filter(
    (name) => name.startsWith('lianxi.db') && readFileSync(join(dir, name)).includes(needle),
  )
}

describe('the database of a workspace', () => {
  test('keeps a write-ahead log, and a commit is on disk before the reply', () => {
    const db = openDatabase(emptyFolder())
    expect(db.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
    // 2 is FULL: the log is synced at each commit.
    expect(db.pragma('synchronous')).toEqual([{ synchronous: 2 }])
    expect(db.pragma('secure_delete')).toEqual([{ secure_delete: 1 }])
    db.close()
  })

  test('a commit that need not wait for the disk is there when all are to be', () => {
    const dir = emptyFolder()
    const db = openDatabase(dir)
    syncEach(db, false)
    // 1 is NORMAL: the log is synced at each checkpoint.
    expect(db.pragma('synchronous')).toEqual([{ synchronous: 1 }])
    db.prepare('insert into fact values (?, ?)').run('clock', 'set:1')
    const main = (): Buffer => readFileSync(join(dir, 'lianxi.db'))
    expect(main().includes('set:1')).toBe(false)
    syncEach(db, true)
    expect(main().includes('set:1')).toBe(true)
    expect(db.pragma('synchronous')).toEqual([{ synchronous: 2 }])
    db.close()
  })

  test('what was typed is there for another connection at once', () => {
    const { store, control } = tinyWorkspace()
    const other = openStore(store.dir)
    expect(other.view(control)[0]?.rows).toEqual([])
    store.type(control, 0, [{ kind: 'append', values: ['党政办', '是'] }], '周衡')
    expect(other.view(control)[0]?.rows).toEqual([['党政办', '是']])
    other.type(control, 0, [{ kind: 'append', values: ['发改局'] }], '林堯安')
    expect(store.view(control)[0]?.rows).toEqual([
      ['党政办', '是'],
      ['发改局', ''],
    ])
    other.close()
  })

  test('a row keeps its key when rows before it go', () => {
    const { store, control } = tinyWorkspace()
    const rows = ['甲', '乙', '丙'].map((text) => ({ kind: 'append' as const, values: [text] }))
    const [first = '', second, third = ''] = store.type(control, 0, rows, '周衡')
    store.type(control, 0, [{ kind: 'delete', rowKey: first }], '周衡')
    store.type(control, 0, [{ kind: 'set', rowKey: third, column: 0, value: '丙二' }], '周衡')
    const [tab] = store.view(control)
    expect(tab?.rowKeys).toEqual([second, third])
    expect(tab?.rows).toEqual([['乙'], ['丙二']])
  })

  test('another connection sees a row that went', () => {
    const { store, control } = tinyWorkspace()
    const other = openStore(store.dir)
    const rows = ['甲', '乙'].map((text) => ({ kind: 'append' as const, values: [text] }))
    const [first = ''] = store.type(control, 0, rows, '周衡')
    expect(other.view(control)[0]?.rows).toEqual([['甲'], ['乙']])
    store.type(control, 0, [{ kind: 'delete', rowKey: first }], '周衡')
    expect(other.view(control)[0]?.rows).toEqual([['乙']])
    other.close()
  })

  test('a typing is all or nothing', () => {
    const { store, control } = tinyWorkspace()
    const edits = [
      { kind: 'append' as const, values: ['甲'] },
      { kind: 'set' as const, rowKey: 'r99', column: 0, value: '乙' },
    ]
    expect(() => store.type(control, 0, edits, '周衡')).toThrow('这一行已经不在了')
    expect(store.view(control)[0]?.rows).toEqual([])
  })

  test('a row that makes its tab grow reads what is typed as the row above it', () => {
    const { store, control } = tinyWorkspace()
    const gridProperties = { rowCount: 2, columnCount: 2 }
    store.looks(control, [
      { addSheet: { properties: { sheetId: 5, title: '小表', gridProperties } } },
      {
        repeatCell: {
          range: { sheetId: 5, startRowIndex: 0, endRowIndex: 2 },
          cell: { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } },
          fields: 'userEnteredFormat.numberFormat',
        },
      },
    ])
    const rows = ['11.20', '11.20', '11.20', '3月5日'].map((text) => ({
      kind: 'append' as const,
      values: [text],
    }))
    store.type(control, 5, rows, '周衡')
    const tab = store.view(control).find(({ name }) => name === '小表')
    expect(tab?.rows.map(([text]) => text)).toEqual(['11.20', '11.20', '11.20', '3月5日'])
  })

  test('the history tells who typed what and when', () => {
    const { store, control } = tinyWorkspace()
    const [rowKey = ''] = store.type(control, 0, [{ kind: 'append', values: ['甲'] }], '周衡')
    store.type(control, 0, [{ kind: 'set', rowKey, column: 0, value: '乙' }], '林堯安')
    expect(store.history(control)).toEqual([
      { sheetId: 0, rowKey, column: 0, at: store.now(), by: '周衡', old: null, now: '"甲"' },
      { sheetId: 0, rowKey, column: 0, at: store.now(), by: '林堯安', old: '"甲"', now: '"乙"' },
    ])
  })

  test('the counter of a workbook moves with a change and only then', () => {
    const { store, control } = tinyWorkspace()
    const counter = () => store.books()[0]?.counter ?? 0
    const before = counter()
    const [rowKey = ''] = store.type(control, 0, [{ kind: 'append', values: ['甲'] }], '周衡')
    expect(counter()).toBe(before + 1)
    store.type(control, 0, [{ kind: 'set', rowKey, column: 0, value: '甲' }], '周衡')
    expect(counter()).toBe(before + 1)
  })

  test('a text that the script erased is in no file of the database', () => {
    const { store, control, run } = tinyWorkspace()
    const [rowKey = ''] = store.type(control, 0, [{ kind: 'append', values: ['一'] }], '周衡')
    store.type(control, 0, [{ kind: 'set', rowKey, column: 1, value: secret }], '周衡')
    store.type(control, 0, [{ kind: 'set', rowKey, column: 1, value: `${secret}二` }], '周衡')
    expect(filesWith(store.dir, secret)).not.toEqual([])
    run('sheet.getRange(1, 2, 1, 1).setValues([[""]])')
    expect(filesWith(store.dir, secret)).toEqual([])
    expect(store.history(control).map((edit) => edit.now)).toEqual(['"一"'])
    store.close()
    expect(filesWith(store.dir, secret)).toEqual([])
  })

  test('what a run empties is in no file when it ends, though it be killed', () => {
    const { store, control, run } = tinyWorkspace()
    store.type(control, 0, [{ kind: 'append', values: [secret] }], '周衡')
    const erase = `sheet.getRange(1, 1, 1, 1).setValues([['']]); SpreadsheetApp.flush()`
    expect(filesWith(store.dir, secret)).not.toEqual([])
    expect(run(`${erase}; console.log('x'); console.log('y')`, { killAt: 6 }).outcome).toBe(
      'killed',
    )
    expect(filesWith(store.dir, secret)).toEqual([])
  })

  test('a text that a killed process left in the log is gone when the workspace is opened', () => {
    const dir = emptyFolder()
    const killed = openDatabase(dir)
    killed.prepare('insert into fact values (?, ?)').run('typed', secret)
    killed.prepare('delete from fact where name = ?').run('typed')
    expect(filesWith(dir, secret)).not.toEqual([])
    const store = openStore(dir)
    expect(filesWith(dir, secret)).toEqual([])
    store.close()
    killed.close()
  })

  test('a text that a person erased stays in the history until it is purged', () => {
    const { store, control } = tinyWorkspace()
    const [rowKey = ''] = store.type(control, 0, [{ kind: 'append', values: [secret] }], '周衡')
    store.type(control, 0, [{ kind: 'set', rowKey, column: 0, value: '' }], '周衡')
    expect(filesWith(store.dir, secret)).not.toEqual([])
    store.purge(control, 0, rowKey, 0)
    expect(filesWith(store.dir, secret)).toEqual([])
  })

  test('properties, facts and runs persist', () => {
    const dir = emptyFolder()
    const first = openStore(dir)
    first.setProperties({ cursor: '3' })
    first.setFact('sample', '安澜区')
    first.close()
    const second = openStore(dir)
    expect(second.properties()).toEqual({ cursor: '3' })
    expect(second.fact('sample')).toBe('安澜区')
    expect(second.fact('nothing')).toBeUndefined()
    second.close()
  })
})
