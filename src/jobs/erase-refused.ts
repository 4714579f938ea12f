import type { Block, Ports, TabContent } from '../ports'
import type { RefusedTab } from './guard-book'

type Cell = RefusedTab['cells'][number]

const stillShows = ({ shown }: TabContent, { column, text }: Cell, row: number): boolean =>
  text !== '' && shown[row - 1]?.[column - 1] === text

const stillFormula = ({ formulas }: TabContent, { row, column, isFormula }: Cell): boolean =>
  isFormula && formulas.some((cell) => cell.row === row && cell.column === column)

/** Where a cell stands now: rows may have moved since. */
const placeOf = (content: TabContent, cell: Cell): number | undefined => {
  if (stillShows(content, cell, cell.row) || stillFormula(content, cell)) return cell.row
  const at = content.shown.findIndex((_, r) => stillShows(content, cell, r + 1))
  return at < 0 ? undefined : at + 1
}

/** Empties refused cells, each only if it still shows what was refused. */
export const eraseRefused = (ports: Ports, tabs: readonly RefusedTab[]): void => {
  for (const { book, tab, cells } of tabs) {
    const content = ports.tables.reread(book, tab)
    if (!content) continue
    const blocks = cells.flatMap((cell): Block[] => {
      const row = placeOf(content, cell)
      return row === undefined ? [] : [{ row, column: cell.column, values: [['']] }]
    })
    if (blocks.length > 0) ports.tables.write(book, tab, blocks)
  }
  if (tabs.length > 0) ports.tables.flush()
}
