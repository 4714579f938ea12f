import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Run, Store, Workspace } from '../../../src/local/contract'
import { fill } from '../../../src/local/fill/fill'
import type { TypedRow } from '../../../src/local/fill/typing'
import { openStore } from '../../../src/local/store'
import { fakeDescription } from './fake-workspace'

const open: Store[] = []
const headings = ['编号', '周次', '领导姓名', '日期', '时段', '活动内容', '状态']

afterEach(() => {
  for (const store of open.splice(0)) store.close()
})

/** A desk in a real store, with headings and as many text cells below as an office has. */
function desk() {
  const store = openStore(mkdtempSync(join(tmpdir(), 'lianxi-store-')))
  open.push(store)
  store.setFact('clock', `set:${Date.parse('2024-11-13T10:00:00+08:00')}`)
  const book = store.createBook('区政协办工作台', 'desk')
  const sheetId = store.view(book)[0]?.sheetId ?? 0
  const range = {
    sheetId,
    startRowIndex: 0,
    endRowIndex: 200,
    startColumnIndex: 0,
    endColumnIndex: 7,
  }
  store.looks(book, [
    { updateSheetProperties: { properties: { sheetId, title: '周计划填报' }, fields: 'title' } },
    {
      repeatCell: {
        range,
        cell: { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } },
        fields: 'userEnteredFormat.numberFormat',
      },
    },
  ])
  store.type(book, sheetId, [{ kind: 'append', values: headings }], '林堯安')
  const workspace: Pick<Workspace, 'dir' | 'store' | 'call'> = {
    dir: store.dir,
    store,
    call: (fn) => Promise.resolve(harmless(fn)),
  }
  const description = fakeDescription()
  description.books = [{ book, name: '', kind: 'desk', office: 'QZXB', short: '区政协办' }]
  const type = (rows: TypedRow[]) =>
    fill(
      workspace as Workspace,
      { at: 0, desk: '区政协办', tab: '周计划填报', by: '谭疏影', rows },
      description,
    )
  const rows = () =>
    (store.view(book)[0]?.rows ?? []).filter((row) => row.some((text) => text !== ''))
  return { type, rows }
}

function harmless(fn: string): Run {
  const result = JSON.stringify({ allowed: true, refused: [] })
  return { fn, at: 0, ms: 0, wall: 0, outcome: 'done', result, trace: [], log: [] }
}

test('in a real store lines are added, found again, changed and removed', async () => {
  const { type, rows } = desk()
  await type([
    { cells: { 周次: '2024-11-18', 领导姓名: '龚立言', 日期: '11.20', 活动内容: '调研' } },
    { cells: { 周次: '2024-11-18', 日期: '周四', 活动内容: '会见' } },
  ])
  await type([{ cells: { 周次: '2024-11-18', 领导姓名: '贺长汀', 活动内容: '无统一安排' } }])
  await type([{ match: { 活动内容: '会见' }, cells: { 时段: '上午' } }])
  await type([{ match: { 领导姓名: '贺长汀' }, cells: { 删除: '是' } }])
  expect(rows()).toEqual([
    headings,
    ['', '2024-11-18', '龚立言', '11.20', '', '调研', ''],
    ['', '2024-11-18', '', '周四', '上午', '会见', ''],
  ])
})

test('in a real store nothing of a typing stands when one of its rows is bad input', async () => {
  const { type, rows } = desk()
  const refusal = type([
    { cells: { 活动内容: '调研' } },
    { cells: { 编号: 'X', 活动内容: '会见' } },
  ])
  await expect(refusal).rejects.toThrow('没有编号=X的行')
  expect(rows()).toEqual([headings])
})
