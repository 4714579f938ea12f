import type { Borders, RichText, Worksheet } from 'exceljs'
import { xmlText } from '../xml-text'
import { columnWidths, placesOf, pointsOfMm, rowHeights, smallOf } from './fit-paper'
import type { Paper, PaperCell, PaperRow, PaperTable } from './paper'

/** The letters of papers (GB/T 9704-2012): title, body, heads. */
export const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', head: '黑体' } as const

export const thin: Partial<Borders> = {
  top: { style: 'thin' },
  bottom: { style: 'thin' },
  left: { style: 'thin' },
  right: { style: 'thin' },
}

/** Where parts of a paper stand in a sheet: its columns by their left edges in millimetres, and the next row. */
export type Place = { sheet: Worksheet; paper: Paper; points: number; edges: number[]; row: number }

/** Adds a table where the next row is; its heads stand again on every page. */
export function addTable(place: Place, table: PaperTable): void {
  const { sheet, paper, points } = place
  const first = place.row
  const rows = [...table.head, ...table.rows]
  const heights = rowHeights(paper, table, rows, points)
  const places = placesOf(table, rows)
  const starts = [0]
  for (const each of columnWidths(paper, table)) starts.push((starts.at(-1) ?? 0) + each)
  const column = (n: number): number => place.edges.indexOf(Math.round(starts[n] ?? 0))
  rows.forEach((row: PaperRow, r) => {
    sheet.getRow(first + r).height = (heights[r] ?? 0) * pointsOfMm
    row.cells.forEach((cell, c) => {
      const from = places[r]?.[c] ?? 0
      const left = column(from) + 1
      const right = column(from + cell.columns)
      setCell(place, first + r, left, cell)
      const bottom = first + r + cell.rows - 1
      if (right > left || bottom > first + r) sheet.mergeCells(first + r, left, bottom, right)
    })
  })
  if (table.head.length > 0) {
    sheet.pageSetup.printTitlesRow = `${first}:${first + table.head.length - 1}`
  }
  place.row += rows.length
}

function setCell({ sheet, points }: Place, row: number, column: number, cell: PaperCell): void {
  const target = sheet.getCell(row, column)
  const base = { name: cell.strong ? fonts.head : fonts.body, size: points }
  const note = { name: fonts.body, size: smallOf(points), color: { argb: 'FF595959' } }
  const richText = cell.lines.flatMap(({ text, lead, small, strong }, n): RichText[] => [
    ...(n === 0 ? [] : [{ text: '\n', font: base }]),
    ...(lead === undefined
      ? []
      : [{ text: `${xmlText(lead)} `, font: { ...base, name: fonts.head } }]),
    { text: xmlText(text), font: small ? note : strong ? { ...base, name: fonts.head } : base },
  ])
  target.value = richText.length === 0 ? null : { richText }
  target.font = base
  target.border = thin
  target.alignment = {
    vertical: 'middle',
    horizontal: cell.align === 'center' ? 'center' : 'left',
    wrapText: true,
  }
  if (cell.shaded) {
    target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } }
  }
}
