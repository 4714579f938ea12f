import type { Tab } from '../books/book'
import { lastColumnOf, lastRowOf, tabOf } from '../books/book'
import { rangeService, refuseProtected } from './range-service'
import type { RunState } from './run-state'
import type { ServiceObject } from './service'
import { cellValue, integer, notImitated, object, ServiceError, self, value } from './service'
import { writeCells } from './write-cells'

const outside = 'The coordinates of the range are outside the dimensions of the sheet.'

/** Sheet of Google's SpreadsheetApp. */
export function sheetService(run: RunState, bookId: string, sheetId: number): ServiceObject {
  const tab = (): Tab => tabOf(run.book(bookId), sheetId)
  const size = (read: (of: Tab) => number) => () => {
    run.reads(bookId)
    run.charge('sheet.size', { ss: bookId })
    return value(read(tab()))
  }
  return {
    name: 'Sheet',
    members: {
      getSheetId: () => {
        run.charge('sheet.id', { ss: bookId })
        return value(sheetId)
      },
      getName: () => {
        run.reads(bookId)
        run.charge('ss.name', { ss: bookId })
        return value(tab().title)
      },
      getLastRow: size(lastRowOf),
      getLastColumn: size(lastColumnOf),
      getMaxRows: size((of) => of.rowCount),
      getMaxColumns: size((of) => of.columnCount),
      getRange: (row, column, numRows, numColumns) =>
        rangeOf(run, bookId, tabOf(run.seen(bookId), sheetId), [row, column, numRows, numColumns]),
      ...growth(run, bookId, tab),
    },
  }
}

function rangeOf(run: RunState, bookId: string, tab: Tab, given: unknown[]) {
  run.charge('ss.handle', { ss: bookId })
  const method = 'SpreadsheetApp.Sheet.getRange'
  // Google also takes A1 notation and fewer numbers.
  if (given.some((edge) => typeof edge === 'string' || edge === undefined))
    throw notImitated(method)
  const [row = 0, column = 0, rows = 0, columns = 0] = given.map((edge) => integer(edge, method))
  if (rows < 1) throw new ServiceError('The number of rows in the range must be at least 1.')
  if (columns < 1) throw new ServiceError('The number of columns in the range must be at least 1.')
  const isInside = row + rows - 1 <= tab.rowCount && column + columns - 1 <= tab.columnCount
  if (row < 1 || column < 1 || !isInside) throw new ServiceError(outside)
  const place = { row: row - 1, column: column - 1, rows, columns }
  return object(rangeService(run, { bookId, sheetId: tab.sheetId, ...place }))
}

/** The members that make a tab larger; each applies what is pending first and is at once on disk. */
function growth(run: RunState, bookId: string, tab: () => Tab): ServiceObject['members'] {
  const settle = (): void => {
    if (run.hasPending(bookId)) run.flush(bookId, true)
    run.writes(bookId)
  }
  const insert = (axis: 'row' | 'column', after: unknown, howMany: unknown) => {
    const method = `SpreadsheetApp.Sheet.insert${axis === 'row' ? 'Rows' : 'Columns'}After`
    const [position, count] = [integer(after, method), integer(howMany, method)]
    settle()
    run.charge('sheet.insertDeleteRow', { ss: bookId })
    const most = axis === 'row' ? tab().rowCount : tab().columnCount
    if (position < 1 || position > most || count < 1) {
      throw new ServiceError(`Those ${axis}s are out of bounds.`)
    }
    run.store.workbooks.change(bookId, run.author, (change) => {
      const fresh = tabOf(change.book, tab().sheetId)
      if (axis === 'row') change.insertLines(fresh, position, count)
      else change.insertColumns(fresh, position, count)
    })
    return self
  }
  return {
    appendRow: (given) => {
      const method = 'SpreadsheetApp.Sheet.appendRow'
      const values = Array.isArray(given) ? given.map((cell) => cellValue(cell, method)) : []
      settle()
      run.charge('sheet.appendRow', { ss: bookId })
      appendRow(run, bookId, tab(), values)
      return self
    },
    insertRowsAfter: (afterPosition, howMany) => insert('row', afterPosition, howMany),
    insertColumnsAfter: (afterPosition, howMany) => insert('column', afterPosition, howMany),
  }
}

function appendRow(
  run: RunState,
  bookId: string,
  tab: Tab,
  values: ReturnType<typeof cellValue>[],
): void {
  const { sheetId } = tab
  const [row, columns] = [lastRowOf(tab), values.length]
  refuseProtected(run, { bookId, sheetId, row, column: 0, rows: 1, columns })
  run.store.workbooks.change(bookId, run.author, (change) => {
    const fresh = tabOf(change.book, sheetId)
    // The row is found inside the change: two appends at once never meet.
    const at = lastRowOf(fresh)
    change.growTo(fresh, at + 1, columns)
    writeCells(change, { sheetId, row: at, column: 0, values: [values] })
  })
}
