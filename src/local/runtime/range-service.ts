import type { CellValue } from '../../apps-script/surface'
import type { BookState, Tab } from '../books/book'
import { cellAt, tabOf } from '../books/book'
import { formulaOf, valueOf } from '../books/cells'
import { barOf } from '../books/protection'
import { patternAt } from '../looks/tab-looks'
import type { ShownCells } from './handed-cells'
import type { RunState } from './run-state'
import { sizeOf } from './run-state'
import type { Reply, ServiceObject } from './service'
import { cellValue, ServiceError, self } from './service'
import { inlineFrom } from './trace'

/** A block of cells of one tab; row and column are 0-based. */
export type Block = {
  bookId: string
  sheetId: number
  row: number
  column: number
  rows: number
  columns: number
}

/** Range of Google's SpreadsheetApp: whole blocks of values only. */
export function rangeService(run: RunState, block: Block): ServiceObject {
  return {
    name: 'Range',
    members: {
      getValues: () => {
        const { book, tab } = readTab(run, block, 'range.getValues')
        return shown('values', book, tab, block, (row, column) => {
          const cell = cellAt(tab, row, column)
          const pattern = typeof cell === 'number' ? patternAt(tab.looks, row, column) : undefined
          return valueOf(cell, book.props.timeZone, pattern)
        })
      },
      getFormulas: () => {
        const { book, tab } = readTab(run, block, 'range.getFormulas')
        return shown('formulas', book, tab, block, (row, column) =>
          formulaOf(cellAt(tab, row, column)),
        )
      },
      setValues: (given) => {
        const values = valuesFor(block, given)
        run.writes(block.bookId)
        const { bookId: ss } = block
        run.charge('range.setValues', { ss, cells: sizeOf(values) })
        refuseProtected(run, block)
        run.hold(block.bookId, { ...block, values })
        if (sizeOf(values) > inlineFrom) run.applyInline(block.bookId)
        return self
      },
    },
  }
}

/** @throws as Google does when the user of the run may not edit the block. */
export function refuseProtected(run: RunState, block: Block): void {
  const tab = tabOf(run.seen(block.bookId), block.sheetId)
  const box = {
    top: block.row,
    bottom: block.row + block.rows,
    left: block.column,
    right: block.column + block.columns,
  }
  if (!barOf(tab, box, run.user, run.role)) return
  throw new ServiceError(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  )
}

function readTab(run: RunState, block: Block, kind: 'range.getValues' | 'range.getFormulas') {
  run.reads(block.bookId)
  run.charge(kind, { ss: block.bookId, cells: block.rows * block.columns })
  const book = run.book(block.bookId)
  return { book, tab: tabOf(book, block.sheetId) }
}

function shown(
  what: 'values' | 'formulas',
  { counter, reshaped }: BookState,
  tab: Tab,
  { bookId, row, column, rows: height, columns }: Block,
  read: (row: number, column: number) => CellValue,
): Reply {
  const cells: ShownCells = {
    of: [what, bookId, tab.sheetId, row, column, columns].join('|'),
    stamp: counter,
    reshaped,
    isWhole: row === 0,
    height,
    changed: (at) => tab.lines[row + at]?.changed ?? 0,
    row: (at) => Array.from({ length: columns }, (_, right) => read(row + at, column + right)),
  }
  return { kind: 'cells', cells }
}

function valuesFor(block: Block, given: unknown) {
  const rows: unknown[] = Array.isArray(given) ? given : []
  if (rows.length !== block.rows) {
    throw new ServiceError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${block.rows}.`,
    )
  }
  return rows.map((row) => {
    const cells: unknown[] = Array.isArray(row) ? row : []
    if (cells.length !== block.columns) {
      throw new ServiceError(
        `The number of columns in the data does not match the number of columns in the range. The data has ${cells.length} but the range has ${block.columns}.`,
      )
    }
    return cells.map((cell) => cellValue(cell, 'SpreadsheetApp.Range.setValues'))
  })
}
