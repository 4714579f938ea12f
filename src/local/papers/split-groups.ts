import { heightOf, rowHeights, textBlock } from './fit-paper'
import type { Paper, PaperCell, PaperPart, PaperRow, PaperTable } from './paper'

/** Millimetres of a page that no row is counted on: what a printer rounds away. */
const slack = 3

/** Which rows begin a page, counted by their heights; the first page has less room for its title. */
const firstRows = (
  heights: number[],
  before: number,
  head: number,
  height: number,
): Set<number> => {
  const firsts = new Set<number>()
  let used = before + head
  heights.forEach((each, r) => {
    if (used + each > height - slack && r > 0) {
      firsts.add(r)
      used = head
    }
    used += each
  })
  return firsts
}

const cut = (cell: PaperCell, rows: number): PaperCell => ({ ...cell, rows })

/**
 * A table whose cells over several rows begin anew, with their text, on each page they reach into:
 * a day's date stands on every page its events do.
 */
function splitGroups(paper: Paper, table: PaperTable, points: number, before: number): PaperTable {
  const sum = (all: number[]): number => all.reduce((some, each) => some + each, 0)
  const head = sum(rowHeights(paper, table, table.head, points))
  const heights = rowHeights(paper, table, table.rows, points)
  const firsts = firstRows(heights, before, head, textBlock(paper).height)
  if (firsts.size === 0) return table
  let held: { cell: PaperCell; left: number; into: PaperRow } | undefined
  const rows = table.rows.map((row, r): PaperRow => {
    let own: PaperRow = { ...row, cells: [...row.cells] }
    const [first] = own.cells
    if (first && first.rows > 1) held = { cell: first, left: first.rows, into: own }
    else if (held && firsts.has(r) && held.left > 0) {
      const done = (held.into.cells[0]?.rows ?? 0) - held.left
      held.into.cells[0] = cut(held.cell, done)
      const { joined: _, ...rest } = own
      own = { ...rest, cells: [cut(held.cell, held.left), ...own.cells] }
      held = { cell: held.cell, left: held.left, into: own }
    }
    if (held) held.left -= 1
    if (held && held.left <= 0) held = undefined
    return own
  })
  return { ...table, rows }
}

/** The parts of a paper as its pages have them: where a day goes on, its date stands again. */
export function pagedParts(paper: Paper, points: number): PaperPart[] {
  let before = 0
  return paper.parts.map((part) => {
    const isLong = part.is === 'table' && !paper.onePage
    const own = isLong ? splitGroups(paper, part, points, before) : part
    before += part.is === 'table' ? 0 : heightOf(paper, part)
    return own
  })
}
