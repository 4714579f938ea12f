import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BadInput } from '../../../src/local/bad-input'
import { fill } from '../../../src/local/fill/fill'
import type { TypedRow } from '../../../src/local/fill/typing'
import { fakeDescription, fakeWorkspace } from './fake-workspace'

const head = ['编号', '周次', '领导姓名', '日期', '时段', '活动内容', '状态']
const line = ['WP-1', '2024-11-18', '龚立言', '2024-11-20', '上午', '会见来宾', '已报']

function typing(rows: TypedRow[], tab = '周计划填报', desk = '区政协办', by = '谭疏影') {
  return { at: 5, desk, tab, by, rows }
}

test('a row without 编号 is a new line below the last one', async () => {
  const { workspace, rows } = fakeWorkspace({ 周计划填报: [head, line] })
  const outcome = await fill(
    workspace,
    typing([{ cells: { 领导姓名: '贺长汀', 活动内容: '调研' } }]),
    fakeDescription(),
  )
  expect(outcome).toMatchObject({ added: 1, changed: 0, deleted: 0, skipped: 0 })
  expect(rows('周计划填报')[2]).toEqual(['', '', '贺长汀', '', '', '调研', ''])
})

test('new lines use the blank rows below the last used one before they are appended', async () => {
  const blank = head.map(() => '')
  const { workspace, rows, typed } = fakeWorkspace({ 周计划填报: [head, blank, line, blank] })
  const cells = (what: string) => ({ cells: { 活动内容: what } })
  await fill(workspace, typing([cells('甲'), cells('乙')]), fakeDescription())
  expect(rows('周计划填报').map((row) => row[5])).toEqual(['活动内容', '', '会见来宾', '甲', '乙'])
  expect(typed[0]?.edits.map(({ kind }) => kind)).toEqual(['set', 'append'])
})

test('a row found by its 编号 gets only the given cells', async () => {
  const { workspace, rows } = fakeWorkspace({ 周计划填报: [head, line] })
  const outcome = await fill(
    workspace,
    typing([{ cells: { 编号: 'WP-1', 日期: '2024-11-21' } }]),
    fakeDescription(),
  )
  expect(outcome.changed).toBe(1)
  expect(rows('周计划填报')[1]).toEqual(line.with(3, '2024-11-21'))
})

test('of several rows that match, the last one is changed', async () => {
  const attempts = [
    ['编号', '周次', '次数', '报送', '报送人'],
    ['H-1', '2024年11月18日', '1', '是', '谭疏影'],
    ['H-2', '2024年11月18日', '2', '', ''],
    ['H-3', '2024年11月25日', '1', '', ''],
  ]
  const { workspace, rows } = fakeWorkspace({ 报送: attempts })
  const row = { match: { 周次: '2024-11-18' }, cells: { 报送: '是' } }
  await fill(workspace, typing([row], '报送'), fakeDescription())
  expect(rows('报送').map((cells) => cells[3])).toEqual(['报送', '是', '是', ''])
})

test('a 报送 line is found by its 周次 and never made by a person', async () => {
  const attempts = [
    ['编号', '周次', '次数', '报送', '报送人'],
    ['H-1', '2024-11-18', '1', '', ''],
  ]
  const { workspace, rows } = fakeWorkspace({ 报送: attempts })
  await fill(
    workspace,
    typing([{ cells: { 周次: '2024-11-18', 报送: '是' } }], '报送'),
    fakeDescription(),
  )
  expect(rows('报送')[1]?.[3]).toBe('是')
  const other = typing([{ cells: { 周次: '2024-12-02', 报送: '是' } }], '报送')
  await expect(fill(workspace, other, fakeDescription())).rejects.toThrow(
    '报送：没有周次=2024-12-02的行',
  )
})

test('删除 = 是 removes the row that is found', async () => {
  const { workspace, rows } = fakeWorkspace({ 周计划填报: [head, line] })
  const row = { cells: { 编号: 'WP-1', 删除: '是' } }
  expect(await fill(workspace, typing([row]), fakeDescription())).toMatchObject({ deleted: 1 })
  expect(rows('周计划填报')).toEqual([head])
})

test('（清空） empties a cell of the row that is found', async () => {
  const { workspace, rows } = fakeWorkspace({ 周计划填报: [head, line] })
  await fill(workspace, typing([{ cells: { 编号: 'WP-1', 时段: '（清空）' } }]), fakeDescription())
  expect(rows('周计划填报')[1]).toEqual(line.with(4, ''))
})

test('a parameter keeps its earlier value when a new 生效日期 is given', async () => {
  const standing = [
    ['参数', '值', '生效日期'],
    ['weekly.grace', '0', '2024-01-01'],
  ]
  const { workspace, rows } = fakeWorkspace({ 参数表: standing })
  const cells = { 参数: 'weekly.grace', 值: '30', 生效日期: '2024-12-01' }
  await fill(workspace, typing([{ cells }], '参数表', '总台账'), fakeDescription())
  expect(rows('参数表')).toEqual([...standing, ['weekly.grace', '30', '2024-12-01']])
})

test('headings are those that stand in the tab now, renamed ones known by their aliases', async () => {
  const { workspace, rows } = fakeWorkspace({ 周计划填报: [head.with(5, '工作安排'), line] })
  await fill(workspace, typing([{ cells: { 编号: 'WP-1', 活动内容: '甲' } }]), fakeDescription())
  await fill(workspace, typing([{ cells: { 领导: '乙' } }], 'weekly-plan'), fakeDescription())
  expect(
    rows('周计划填报')
      .slice(1)
      .map((row) => [row[2], row[5]]),
  ).toEqual([
    ['龚立言', '甲'],
    ['乙', ''],
  ])
})

test('headings are found below a title', async () => {
  const { workspace, rows } = fakeWorkspace()
  await fill(workspace, typing([{ cells: { 活动内容: '甲' } }]), fakeDescription())
  expect(rows('周计划填报')[2]?.[5]).toBe('甲')
})

test.each([
  [
    'desk',
    typing([{ cells: { 活动内容: '甲' } }], '周计划填报', '区科协'),
    '应为总台账、区政协办之一',
  ],
  ['tab', typing([{ cells: { 活动内容: '甲' } }], '周报'), '应为周计划填报、报送之一'],
  [
    'heading',
    typing([{ cells: { 事项: '甲' } }]),
    '应为周次、领导姓名、日期、时段、活动内容或删除之一',
  ],
  ['编号', typing([{ cells: { 编号: 'WP-9', 活动内容: '甲' } }]), '没有编号=WP-9的行'],
  ['row', typing([{ match: { 活动内容: '丙' }, cells: { 日期: '周三' } }]), '没有活动内容=丙的行'],
])('an unknown %s is told in one sentence that names what is allowed', async (_, given, told) => {
  const { workspace } = fakeWorkspace()
  const refusal = fill(workspace, given, fakeDescription())
  await expect(refusal).rejects.toBeInstanceOf(BadInput)
  await expect(refusal).rejects.toThrow(told)
})

test('nothing is typed or logged when one row of many is bad input', async () => {
  const { workspace, typed, dir } = fakeWorkspace({ 周计划填报: [head, line] })
  const rows = [{ cells: { 活动内容: '甲' } }, { cells: { 编号: 'WP-9', 活动内容: '乙' } }]
  await expect(fill(workspace, typing(rows), fakeDescription())).rejects.toThrow('WP-9')
  expect(typed).toEqual([])
  expect(() => readFileSync(join(dir, 'fills.jsonl'))).toThrow('ENOENT')
})

test('a row that allows it is left out when what it changes is not there', async () => {
  const { workspace, typed } = fakeWorkspace({ 周计划填报: [head, line] })
  const row = { match: { 活动内容: '丙' }, cells: { 日期: '周三' }, ifThere: true }
  expect(await fill(workspace, typing([row]), fakeDescription())).toMatchObject({
    skipped: 1,
    added: 0,
  })
  expect(typed).toEqual([])
})

test('a protected tab stays as it is and the sentence of the protection is told', async () => {
  const { workspace } = fakeWorkspace()
  const given = typing([{ cells: { 活动内容: '甲' } }], '周计划填报', '区政协办', '外人')
  await expect(fill(workspace, given, fakeDescription())).rejects.toThrow('受保护')
})

test('every typing is logged, and a refused text is in no log and no cell', async () => {
  const { workspace, rows, dir } = fakeWorkspace()
  const given = [{ cells: { 活动内容: '绝密★一年', 时段: '上午' } }, { cells: { 活动内容: '甲' } }]
  const outcome = await fill(workspace, typing(given), fakeDescription())
  expect(outcome.refused).toEqual(['活动内容'])
  expect(rows('周计划填报')[2]?.[5]).toBe('（已拒收）')
  const log = readFileSync(join(dir, 'fills.jsonl'), 'utf8')
  expect(JSON.parse(log)).toEqual({
    at: 5,
    by: '谭疏影',
    book: 'desk',
    tab: '周计划填报',
    rows: [{ cells: { 活动内容: '（已拒收）', 时段: '上午' } }, { cells: { 活动内容: '甲' } }],
  })
})

test('a harmless typing of many rows asks the district once', async () => {
  const { workspace, asked } = fakeWorkspace()
  const rows = ['甲', '乙', '丙'].map((what) => ({ cells: { 活动内容: what } }))
  await fill(workspace, typing(rows), fakeDescription())
  expect(asked.map((texts) => Object.values(texts))).toEqual([['甲', '乙', '丙', '谭疏影']])
})

test('two headings of a file that mean one column are told, for one text would be lost', async () => {
  const { workspace, rows } = fakeWorkspace({ 周计划填报: [head, line] })
  const twice = typing([{ cells: { 活动内容: '调研', 内容: '会见' } }])
  await expect(fill(workspace, twice, fakeDescription())).rejects.toThrow(
    '“活动内容”和“内容”是同一列，只应留一个',
  )
  expect(rows('周计划填报')).toHaveLength(2)
})
