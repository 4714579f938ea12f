import type { Edit } from '../../src/local/contract'
import type { Row, SmallDistrict } from './small-district'

const changeTab = (
  district: SmallDistrict,
  desk: string,
  tab: string,
  wanted: (rows: string[][]) => string[][],
): void => {
  const { store } = district.workspace
  const book = district.book(desk)
  const before = district.view(desk, tab)
  const rows = wanted(before.rows)
  const width = Math.max(...rows.map((cells) => cells.length))
  if (width > before.maxColumns) {
    const length = width - before.maxColumns
    const { sheetId } = before
    store.looks(book, [{ appendDimension: { sheetId, dimension: 'COLUMNS', length } }])
  }
  const edits = rows.flatMap((cells, r): Edit[] =>
    cells.flatMap((value, column): Edit[] => {
      const rowKey = before.rowKeys[r]
      if (rowKey === undefined || (before.rows[r]?.[column] ?? '') === value) return []
      return [{ kind: 'set', rowKey, column, value }]
    }),
  )
  store.type(book, before.sheetId, edits, desk)
  const below = rows.slice(before.rowKeys.length)
  const added = below.map((values): Edit => ({ kind: 'append', values }))
  store.type(book, before.sheetId, added, desk)
}

/** Moves the columns of a tab about: each row below the notice becomes what `change` makes of it. */
export const moveColumns = (
  district: SmallDistrict,
  desk: string,
  tab: string,
  change: (cells: string[]) => string[],
): void => {
  changeTab(district, desk, tab, ([notice = [], ...rows]) => {
    const width = Math.max(...rows.map((cells) => cells.length))
    const full = (cells: string[]) => [...cells, ...Array.from({ length: width }, () => '')]
    return [notice, ...rows.map((cells) => change(full(cells).slice(0, width)))]
  })
}

/** Sorts the rows below the headings into another order. */
export const moveRows = (
  district: SmallDistrict,
  desk: string,
  tab: string,
  order: (rows: string[][]) => string[][],
): void => {
  changeTab(district, desk, tab, ([notice = [], headings = [], ...rows]) => {
    const used = rows.filter((cells) => cells.some((text) => text !== ''))
    const full = (cells: string[]) => headings.map((_, at) => cells[at] ?? '')
    return [notice, headings, ...order(used.map(full))]
  })
}

/** Writes another heading over one. */
export const renameHeading = (
  district: SmallDistrict,
  desk: string,
  tab: string,
  from: string,
  to: string,
): void => {
  changeTab(district, desk, tab, ([notice = [], headings = [], ...rows]) => [
    notice,
    headings.map((heading) => (heading === from ? to : heading)),
    ...rows,
  ])
}

/** The place of a row that shows this text in a column. */
const rowKeyOf = (
  district: SmallDistrict,
  desk: string,
  tab: string,
  heading: string,
  text: string,
) => {
  const view = district.view(desk, tab)
  const column = view.rows[1]?.indexOf(heading) ?? -1
  const key = view.rowKeys[view.rows.findIndex((cells) => cells[column] === text)]
  if (key === undefined) throw new Error(`no row of ${tab} shows ${text} under ${heading}`)
  return { view, key, column: (other: string) => view.rows[1]?.indexOf(other) ?? -1 }
}

/** Types into the row that shows `text` under `heading`, past everything but the store. */
export const typeOver = (
  district: SmallDistrict,
  desk: string,
  tab: string,
  [heading, text]: [heading: string, text: string],
  cells: Row,
): void => {
  const { view, key, column } = rowKeyOf(district, desk, tab, heading, text)
  const edits = Object.entries(cells).map(
    ([other, value]): Edit => ({ kind: 'set', rowKey: key, column: column(other), value }),
  )
  district.workspace.store.type(district.book(desk), view.sheetId, edits, desk)
}

/** Deletes the row that shows `text` under `heading`. */
export const deleteRow = (
  district: SmallDistrict,
  desk: string,
  tab: string,
  heading: string,
  text: string,
): void => {
  const { view, key } = rowKeyOf(district, desk, tab, heading, text)
  district.workspace.store.type(
    district.book(desk),
    view.sheetId,
    [{ kind: 'delete', rowKey: key }],
    desk,
  )
}

/** Adds a row as pasting one below the last does: every given cell, 编号 too. */
export const pasteRow = (district: SmallDistrict, desk: string, tab: string, cells: Row): void => {
  const view = district.view(desk, tab)
  const values = (view.rows[1] ?? []).map((heading) => cells[heading] ?? '')
  district.workspace.store.type(
    district.book(desk),
    view.sheetId,
    [{ kind: 'append', values }],
    desk,
  )
}
