import { BadInput } from '../bad-input'
import type { Edit, TabTexts } from '../contract'
import { findRow, mayBeNew } from './find-row'
import type { HeadingColumns } from './heading-columns'
import { isClear, type TypedRow } from './typing'

/** What a typing comes to: the edits, and how many rows each kind of change touches. */
export type PlannedEdits = {
  edits: Edit[]
  added: number
  changed: number
  deleted: number
  /** Rows left out because what they were to change is not there. */
  skipped: number
}

type Cell = { column: number; value: string }

/**
 * The edits that bring typed rows into a tab as it stands.
 * @throws BadInput when a heading is unknown, or a row to change or remove is not there.
 */
export function planEdits(
  view: TabTexts,
  columns: HeadingColumns,
  rows: readonly TypedRow[],
): PlannedEdits {
  const planned: PlannedEdits = { edits: [], added: 0, changed: 0, deleted: 0, skipped: 0 }
  const blanks = blankRows(view, columns.headRow)
  for (const row of rows) {
    const cells = cellsOf(columns, row)
    const rowKey = findRow(view, columns, row)
    if (rowKey === undefined && row.ifThere) planned.skipped += 1
    else if (rowKey === undefined) {
      mayBeNew(view, columns, row)
      planned.edits.push(...newRow(view, cells, blanks.shift()))
      planned.added += 1
    } else if (row.cells['删除'] === '是') {
      planned.edits.push({ kind: 'delete', rowKey })
      planned.deleted += 1
    } else {
      planned.edits.push(...changed(view, cells, rowKey))
      planned.changed += 1
    }
  }
  return planned
}

function cellsOf(columns: HeadingColumns, row: TypedRow): Cell[] {
  const headings = new Map<number, string>()
  return Object.entries(row.cells)
    .filter(([heading]) => heading !== '删除')
    .map(([heading, text]) => {
      const column = columns.column(heading)
      const other = headings.get(column)
      // Of two texts for one cell one would be lost.
      if (other !== undefined) {
        throw new BadInput(`表头：“${other}”和“${heading}”是同一列，只应留一个。`)
      }
      headings.set(column, heading)
      return { column, value: isClear(text) ? '' : text }
    })
}

function changed(view: TabTexts, cells: readonly Cell[], rowKey: string): Edit[] {
  const standing = view.rows[view.rowKeys.indexOf(rowKey)] ?? []
  return cells
    .filter(({ column, value }) => (standing[column] ?? '') !== value)
    .map((cell) => ({ kind: 'set', rowKey, ...cell }))
}

function newRow(view: TabTexts, cells: readonly Cell[], blank: string | undefined): Edit[] {
  if (blank !== undefined) return cells.map((cell) => ({ kind: 'set', rowKey: blank, ...cell }))
  const width = Math.max(view.rows[0]?.length ?? 0, ...cells.map(({ column }) => column + 1))
  const values = Array.from({ length: width }, () => '')
  for (const { column, value } of cells) values[column] = value
  return [{ kind: 'append', values }]
}

function blankRows(view: TabTexts, headRow: number): string[] {
  const lastUsed = view.rows.findLastIndex((cells) => cells.some((text) => text.trim() !== ''))
  return view.rowKeys.slice(Math.max(lastUsed, headRow) + 1)
}
