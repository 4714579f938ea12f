import type { Paper, PaperCell, PaperPart, PaperRow, PaperTable } from './paper'

const mmOfPoint = 25.4 / 72
export const pointsOfMm = 72 / 25.4
/** Height of a line of text to the size of its letters. */
export const lineHeight = 1.25
/** Blank within a cell, left and right together, and above and below together. */
const besideMm = 2
const aboveMm = 1.6

/** Width and height of a sheet, in millimetres. */
export const sheetSizes = {
  'A3 landscape': { width: 420, height: 297 },
  'A4 landscape': { width: 297, height: 210 },
  'A4 portrait': { width: 210, height: 297 },
} as const

/** How wide and high the text of a paper's pages is, in millimetres. */
export function textBlock({ format, margins }: Paper): { width: number; height: number } {
  const { width, height } = sheetSizes[format]
  const [top, right, bottom, left] = margins
  return { width: width - left - right, height: height - top - bottom }
}

/** Width of a text in letters: a Chinese character is one, a Latin letter or figure about half. */
export function lettersOf(text: string): number {
  let sum = 0
  for (const sign of text) sum += (sign.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1
  return sum
}

/** Sizes of notes and of what stands around the tables, to that of the tables' letters. */
export const smallOf = (points: number): number => Math.max(4.5, points * 0.82)

const heightOfCell = (cell: PaperCell, widthMm: number, points: number): number => {
  const heights = cell.lines.map(({ text, lead, small }) => {
    const size = small ? smallOf(points) : points
    const letters = lettersOf(lead === undefined ? text : `${lead} ${text}`)
    const perLine = Math.max(1, Math.floor((widthMm - besideMm) / (size * mmOfPoint)))
    return Math.max(1, Math.ceil(letters / perLine)) * size * mmOfPoint * lineHeight
  })
  return heights.reduce((sum, each) => sum + each, 0) + aboveMm
}

/** The columns a row's cells begin at, given those that cells of rows above still reach into. */
export function placesOf(table: PaperTable, rows: readonly PaperRow[]): number[][] {
  const taken: number[] = table.columns.map(() => 0)
  return rows.map((row) => {
    let at = 0
    const places = row.cells.map((cell) => {
      while ((taken[at] ?? 0) > 0) at += 1
      const here = at
      for (let n = 0; n < cell.columns; n += 1) taken[at + n] = cell.rows
      at += cell.columns
      return here
    })
    taken.forEach((left, n) => {
      taken[n] = Math.max(0, left - 1)
    })
    return places
  })
}

/** Widths of a table's columns in millimetres. */
export function columnWidths(paper: Paper, table: PaperTable): number[] {
  const all = table.columns.reduce((sum, each) => sum + each, 0)
  const { width } = textBlock(paper)
  return table.columns.map((each) => (each / all) * width)
}

/** Heights of a table's rows in millimetres, estimated; what a cell over several rows needs beyond them the last one gets. */
export function rowHeights(
  paper: Paper,
  table: PaperTable,
  rows: readonly PaperRow[],
  points: number,
): number[] {
  const widths = columnWidths(paper, table)
  const places = placesOf(table, rows)
  const widthOf = (from: number, count: number): number =>
    widths.slice(from, from + count).reduce((sum, each) => sum + each, 0)
  const heights = rows.map((row, r) =>
    row.cells
      .filter((cell) => cell.rows === 1)
      .reduce(
        (most, cell) => {
          const from = places[r]?.[row.cells.indexOf(cell)] ?? 0
          return Math.max(most, heightOfCell(cell, widthOf(from, cell.columns), points))
        },
        Math.max(row.least ?? 0, points * mmOfPoint * lineHeight + aboveMm),
      ),
  )
  rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      if (cell.rows === 1) return
      const last = Math.min(r + cell.rows, rows.length) - 1
      const needed = heightOfCell(cell, widthOf(places[r]?.[c] ?? 0, cell.columns), points)
      const there = heights.slice(r, last + 1).reduce((sum, each) => sum + each, 0)
      if (needed > there) heights[last] = (heights[last] ?? 0) + needed - there
    })
  })
  return heights
}

/** What the parts around the tables take, in millimetres. */
const aroundMm = (paper: Paper): number => {
  const { width } = textBlock(paper)
  const lines = (text: string, points: number): number =>
    Math.ceil(lettersOf(text) / Math.floor(width / (points * mmOfPoint)))
  return paper.parts.reduce((sum, part) => {
    if (part.is === 'title') return sum + 12 + (part.beneath === undefined ? 0 : 6)
    if (part.is === 'text' && part.text !== '')
      return sum + lines(part.text, part.as === 'small' ? 10 : 14) * (part.as === 'small' ? 5 : 8)
    if (part.is === 'tail') return sum + part.lines.length * 8 + 4
    if (part.is === 'box') return sum + part.height
    return part.is === 'table' ? sum : sum + 6
  }, 0)
}

/** The largest letters at which a paper that has to fit one page does; at least its smallest. */
export function fitPoints(paper: Paper): number {
  const { most, least } = paper.points
  if (!paper.onePage) return most
  const tables = paper.parts.filter((part) => part.is === 'table')
  const room = textBlock(paper).height - aroundMm(paper) - 4
  for (let points = most; points > least; points -= 0.25) {
    const needed = tables.reduce((sum, table) => {
      const heights = rowHeights(paper, table, [...table.head, ...table.rows], points)
      return sum + heights.reduce((all, each) => all + each, 0)
    }, 0)
    if (needed <= room) return points
  }
  return least
}

/** Height of a part that is no table, in millimetres. */
export function heightOf(paper: Paper, part: PaperPart): number {
  const { width } = textBlock(paper)
  if (part.is === 'title') {
    const lines = Math.ceil(lettersOf(part.text) / (width / (22 / pointsOfMm)))
    return lines * 10 + 2 + (part.beneath === undefined ? 0 : 7)
  }
  if (part.is === 'text' && part.text === '') return 0
  if (part.is === 'text') {
    const small = part.as === 'small'
    const perLine = width / ((small ? 10 : 14) / pointsOfMm)
    return Math.ceil((lettersOf(part.text) + 2) / perLine) * (small ? 5.5 : 8)
  }
  if (part.is === 'tail') return part.lines.length * 8
  return part.is === 'box' ? part.height : 6
}
