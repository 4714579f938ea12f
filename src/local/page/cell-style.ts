import type { CellLook, TabView } from '../contract'

const colour = /^#[0-9a-f]{6}$/i

/** A cell's look as a style; anything that is no plain colour or size is left out. */
export function cellStyle(look: CellLook, left: number | undefined): Record<string, string> {
  const style: Record<string, string> = {}
  if (look.background && colour.test(look.background)) style['background-color'] = look.background
  if (look.color && colour.test(look.color)) style['color'] = look.color
  if (look.bold === true) style['font-weight'] = '700'
  if (look.align) style['text-align'] = look.align
  if (look.size !== undefined && look.size > 11) style['font-size'] = `${Math.min(look.size, 20)}pt`
  if (left !== undefined) style['left'] = `${left}px`
  return style
}

/** How many pixels stand left of each column, the row numbers included. */
export function columnOffsets(tab: TabView): number[] {
  const offsets: number[] = []
  let left = 44
  for (const column of tab.columns) {
    offsets.push(left)
    if (!column.collapsed) left += Math.min(Math.max(column.width, 48), 320)
  }
  return offsets
}

/**
 * Whether a cell's text runs on over the empty cells to its right, or such a text runs over it;
 * titles and heads do, as in a spreadsheet.
 */
export function spillOf(tab: TabView, row: number, column: number): 'from' | 'over' | undefined {
  const texts = tab.rows[row] ?? []
  let from = column
  while (from > 0 && (texts[from] ?? '') === '') from -= 1
  const text = texts[from] ?? ''
  const look = tab.looks[row]?.[from]
  const runsOn = look?.wrap === false || (look?.bold === true && !text.includes('\n'))
  if (text === '' || !runsOn) return undefined
  if (from < column) return 'over'
  return column + 1 < texts.length && (texts[column + 1] ?? '') === '' ? 'from' : undefined
}

/** Which cells are merged: the first of a merge has its size, the others are covered. */
export type Spans = {
  at(row: number, column: number): { rows: number; columns: number } | 'covered' | undefined
}

/** Reads the merges of a tab. */
export function spansOf(merges: TabView['merges']): Spans {
  const cells = new Map<string, { rows: number; columns: number } | 'covered'>()
  for (const merge of merges) {
    for (let row = 0; row < merge.rows; row += 1) {
      for (let column = 0; column < merge.columns; column += 1) {
        cells.set(`${merge.row + row},${merge.column + column}`, 'covered')
      }
    }
    cells.set(`${merge.row},${merge.column}`, { rows: merge.rows, columns: merge.columns })
  }
  return { at: (row, column) => cells.get(`${row},${column}`) }
}
