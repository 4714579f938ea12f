import { expect, it } from 'vitest'
import type { CellLook, TabView } from '../../../src/local/contract'
import { spillOf } from '../../../src/local/page/cell-style'

const tabOf = (rows: string[][], look: CellLook): TabView => ({
  sheetId: 1,
  name: '一周安排表',
  index: 0,
  hidden: false,
  frozenRows: 1,
  frozenColumns: 0,
  maxRows: rows.length,
  maxColumns: rows[0]?.length ?? 0,
  tabColor: '',
  columns: [],
  rowKeys: rows.map((_, row) => String(row)),
  rows,
  looks: rows.map((row) => row.map(() => look)),
  merges: [],
  charts: [],
  locked: true,
})

const spills = (row: string[], look: CellLook) =>
  row.map((_, column) => spillOf(tabOf([row], look), 0, column))

it('a banner that does not wrap reads across the empty cells beside it', () => {
  expect(spills(['非涉密', '', '', '状态'], { wrap: false })).toEqual([
    'from',
    'over',
    'over',
    undefined,
  ])
})

it('a bold day head stands over both half-days of its day', () => {
  expect(spills(['星期一', '', '星期二', ''], { wrap: true, bold: true })).toEqual([
    'from',
    'over',
    'from',
    'over',
  ])
})

it('what wraps stays in its own cell, and so does what has a full cell beside it', () => {
  expect(spills(['检查安全生产', ''], { wrap: true })).toEqual([undefined, undefined])
  expect(spills(['江岳', '区委书记'], { wrap: false })).toEqual([undefined, undefined])
})
