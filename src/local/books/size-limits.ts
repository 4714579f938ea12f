import type { BookState } from './book'

/** The most that a workbook holds (Google's limits of a spreadsheet). */
const most = { tabs: 200, columns: 18_278, cells: 10_000_000 }

/** @throws as Google does when a workbook would grow beyond what a spreadsheet may hold. */
export function refuseTooLarge({ tabs }: BookState): void {
  if (tabs.length > most.tabs) {
    throw new Error(
      `This action would increase the number of sheets in the workbook above the limit of ${most.tabs} sheets.`,
    )
  }
  const wide = tabs.find(({ columnCount }) => columnCount > most.columns)
  if (wide) {
    throw new Error(
      `This action would increase the number of columns in the sheet above the limit of ${most.columns} columns.`,
    )
  }
  const cells = tabs.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0)
  if (cells > most.cells) {
    throw new Error(
      `This action would increase the number of cells in the workbook above the limit of ${most.cells} cells.`,
    )
  }
}
