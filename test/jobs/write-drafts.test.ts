import { describe, expect, test } from 'vitest'
import type { TabDraft } from '../../src/jobs/draft'
import { eraseRefused } from '../../src/jobs/erase-refused'
import { writeDrafts } from '../../src/jobs/write-drafts'
import type { Ports } from '../../src/ports'
import { suggestion } from '../../src/registers/suggestion'
import { memoryPorts } from '../fakes/memory-ports'

const book = 'd-QWB'
const head = [['非涉密'], ['编号', '意见', '提出人', '日期', '回复']]

const world = (rows: string[][]) => {
  const { ports, tables } = memoryPorts()
  tables.put(book, suggestion.title, [...head, ...rows])
  tables.put(book, '本办待办', [['旧'], ['旧'], ['旧']])
  return { ports, tables, shown: () => tables.shown(book, suggestion.title).slice(2) }
}

const draft = (
  contents: Record<string, Record<string, string>>,
  more: Partial<TabDraft> = {},
): TabDraft => ({
  kind: 'tab',
  book,
  register: suggestion,
  cells: new Map(Object.keys(contents).map((id) => [id, { id }])),
  rows: new Map(),
  contents: new Map(Object.entries(contents)),
  held: new Set(),
  seen: undefined,
  ...more,
})

describe('writing into a tab that people edit', () => {
  test('puts a new 编号 beside its content, wherever the row has gone meanwhile', () => {
    const { ports, shown } = world([
      ['', '乙', ''],
      ['', '甲', ''],
    ])
    const written = writeDrafts(ports, book, [
      draft({ 'QWB-0001': { what: '甲' }, 'QWB-0002': { what: '乙' } }),
    ])
    expect(shown().map(([id, what]) => [id, what])).toEqual([
      ['QWB-0002', '乙'],
      ['QWB-0001', '甲'],
    ])
    expect([written.done.length, written.conflicts]).toEqual([1, []])
  })

  test('touches no cell of people’s', () => {
    const { ports, shown } = world([['QWB-0001', '甲', '方晓禾', '11月20日']])
    writeDrafts(ports, book, [draft({ 'QWB-0001': { what: '旧内容' } })])
    expect(shown()).toEqual([['QWB-0001', '甲', '方晓禾', '11月20日']])
  })

  test('a row nobody has recognised yet keeps what it shows', () => {
    const { ports, shown } = world([
      ['自编1', '丙'],
      ['', '甲'],
    ])
    writeDrafts(ports, book, [draft({ 'QWB-0001': { what: '甲' } })])
    expect(shown().map(([id]) => id)).toEqual(['自编1', 'QWB-0001'])
  })

  test('of two rows with one 编号 the one that reads as known keeps it', () => {
    const { ports, shown } = world([
      ['QWB-0001', '抄来'],
      ['QWB-0001', '甲'],
    ])
    writeDrafts(ports, book, [draft({ 'QWB-0001': { what: '甲' }, 'QWB-0002': { what: '抄来' } })])
    expect(shown().map(([id]) => id)).toEqual(['QWB-0002', 'QWB-0001'])
  })

  test('a missing row comes back whole at the end, one that stands there is not doubled', () => {
    const { ports, shown } = world([['QWB-0002', '乙']])
    const rows = new Map([
      ['QWB-0001', { what: '甲', by: '方晓禾' }],
      ['QWB-0002', { what: '乙' }],
    ])
    writeDrafts(ports, book, [
      draft({ 'QWB-0001': { what: '甲', by: '方晓禾' }, 'QWB-0002': { what: '乙' } }, { rows }),
    ])
    expect(shown().map((row) => row.slice(0, 3))).toEqual([
      ['QWB-0002', '乙'],
      ['QWB-0001', '甲', '方晓禾'],
    ])
  })

  test('goes by the headings as they stand now', () => {
    const { ports, tables, shown } = world([])
    tables.put(book, suggestion.title, [['非涉密'], ['意见', '我的', '编号'], ['甲', '★', '']])
    writeDrafts(ports, book, [draft({ 'QWB-0001': { what: '甲' } })])
    expect(shown()).toEqual([['甲', '★', 'QWB-0001']])
  })
})

describe('E26: a refused cell', () => {
  const cell = { column: 2, text: '机密★1年', rule: '密级标志', isSecret: true, isFormula: false }
  const erase = (ports: Ports) =>
    eraseRefused(ports, [{ book, tab: suggestion.title, cells: [{ ...cell, row: 3 }] }])

  test('is emptied while it still shows what was refused', () => {
    const { ports, shown } = world([['', '机密★1年', '方晓禾']])
    erase(ports)
    expect(shown()).toEqual([['', '', '方晓禾']])
  })

  test('is left alone when somebody typed another text, and found where its row stands now', () => {
    const { ports, shown } = world([
      ['', '会议室太小', '方晓禾'],
      ['', '机密★1年', '沈亦舟'],
    ])
    erase(ports)
    expect(shown().map(([, what]) => what)).toEqual(['会议室太小', ''])
  })
})

describe('what gets in the way', () => {
  test('a tab without its heading waits, the other pages of the workbook are written', () => {
    const { ports, tables } = world([])
    tables.put(book, suggestion.title, [['非涉密'], ['编号', '内容', '提出人']])
    const page = { kind: 'page' as const, book, tab: '本办待办', rows: [['新']] }
    const written = writeDrafts(ports, book, [draft({}), page])
    expect(written.done).toEqual([page])
    expect(written.conflicts[0]).toContain('缺少标题“意见”')
    expect(tables.shown(book, '本办待办')).toEqual([['新']])
  })

  test('a tab that was deleted waits too', () => {
    const { ports, tables } = world([])
    tables.put('d-QZF', '报送', [])
    const written = writeDrafts(ports, 'd-QZF', [draft({}, { book: 'd-QZF' })])
    expect(written).toMatchObject({ done: [], conflicts: ['找不到表「意见建议」'] })
  })

  test('a row moved between reading and writing is noticed, and written again later', () => {
    const { ports, tables } = world([
      ['QWB-0001', '甲'],
      ['', '乙'],
    ])
    tables.beforeFlush(() => {
      tables.put(book, suggestion.title, [...head, ['', '乙'], ['QWB-0001', '甲']])
    })
    const written = writeDrafts(ports, book, [
      draft({ 'QWB-0001': { what: '甲' }, 'QWB-0002': { what: '乙' } }),
    ])
    expect(written.done).toEqual([])
    expect(written.conflicts[0]).toContain('写入时有人改动')
  })

  test('all is read before anything of the workbook is pending: one flush', () => {
    const { ports, tables } = world([['', '甲']])
    const page = { kind: 'page' as const, book, tab: '本办待办', rows: [['新']] }
    writeDrafts(ports, book, [page, draft({ 'QWB-0001': { what: '甲' } })])
    expect(tables.flushes).toBe(1)
  })
})
