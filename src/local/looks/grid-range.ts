/** A range of the Sheets API: half open, 0-based, an edge that is missing is unbounded. */
export type GridRange = {
  sheetId?: number | undefined
  startRowIndex?: number | undefined
  endRowIndex?: number | undefined
  startColumnIndex?: number | undefined
  endColumnIndex?: number | undefined
}

export type Box = { top: number; bottom: number; left: number; right: number }

/** The cells of a range as a half-open box; unbounded edges reach to infinity. */
export function boxOf(range: GridRange): Box {
  return {
    top: range.startRowIndex ?? 0,
    bottom: range.endRowIndex ?? Number.POSITIVE_INFINITY,
    left: range.startColumnIndex ?? 0,
    right: range.endColumnIndex ?? Number.POSITIVE_INFINITY,
  }
}

export function holds(range: GridRange, row: number, column: number): boolean {
  const box = boxOf(range)
  return row >= box.top && row < box.bottom && column >= box.left && column < box.right
}

export function covers(outer: GridRange, inner: GridRange): boolean {
  const [o, i] = [boxOf(outer), boxOf(inner)]
  return o.top <= i.top && o.bottom >= i.bottom && o.left <= i.left && o.right >= i.right
}

export function overlaps(left: Box, right: Box): boolean {
  const rows = left.top < right.bottom && right.top < left.bottom
  return rows && left.left < right.right && right.left < left.right
}

/** Whether no edge is given, so that the range is the whole tab. */
export function isWholeTab(range: GridRange): boolean {
  const box = boxOf(range)
  const open = box.bottom === Number.POSITIVE_INFINITY && box.right === Number.POSITIVE_INFINITY
  return open && box.top === 0 && box.left === 0
}

/** Moves an edge when `count` rows or columns come in before `at`, or (negative) go from `at`. */
function movedEdge(edge: number | undefined, at: number, count: number, grows: boolean) {
  if (edge === undefined) return undefined
  if (count < 0) return edge <= at ? edge : Math.max(at, edge + count)
  return edge > at || (grows && edge === at) ? edge + count : edge
}

/**
 * The range after rows came in before row `at` (or went). Looks of the row above are inherited, so
 * a range that ends there grows.
 */
export function withRows(range: GridRange, at: number, count: number): GridRange {
  const startRowIndex = movedStart(range.startRowIndex, at, count)
  const endRowIndex = movedEdge(range.endRowIndex, at, count, true)
  return { ...range, startRowIndex, endRowIndex }
}

/** The range after columns came in before column `at`. */
export function withColumns(range: GridRange, at: number, count: number): GridRange {
  const startColumnIndex = movedStart(range.startColumnIndex, at, count)
  const endColumnIndex = movedEdge(range.endColumnIndex, at, count, true)
  return { ...range, startColumnIndex, endColumnIndex }
}

function movedStart(edge: number | undefined, at: number, count: number): number | undefined {
  if (edge === undefined || count < 0) return movedEdge(edge, at, count, false)
  // Unlike an end, a start that stands at the inserted place moves on.
  return edge >= at && edge > 0 ? edge + count : edge
}
