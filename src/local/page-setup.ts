import type { PageSetup } from 'exceljs'
import type { TabView } from './contract'

/** Wider than this a tab is printed on its side, and wider than that on A3, to be readable at all. */
const upright = 760
const sideways = 1700
const a3 = 8
const a4 = 9

/** Rows of heads at the top of a tab: those that are frozen, or down to the first day heads of a week. */
export function headRows(view: TabView): number {
  const days = view.locked ? view.rows.findIndex(isDayHead) : -1
  return days < 0 ? view.frozenRows : days + 2
}

/** A row of days over their half-days: 日期, then each day before a blank. */
function isDayHead(row: string[]): boolean {
  return row[0] === '日期' && row.filter((text) => text.startsWith('星期')).length === 7
}

/** Where a day stands over its two half-days, in all weeks of a tab: row, from column, to column (0-based). */
export function dayHeads({ rows, locked }: TabView): [row: number, from: number, to: number][] {
  if (!locked) return []
  return rows.flatMap((row, r) =>
    isDayHead(row)
      ? row.flatMap((text, column): [number, number, number][] =>
          text.startsWith('星期') && row[column + 1] === '' ? [[r, column, column + 1]] : [],
        )
      : [],
  )
}

/** How a tab is printed: as wide as one sheet, its heads on every page. */
export function pageSetupOf(view: TabView): Partial<PageSetup> {
  const width = view.columns
    .slice(0, view.rows[0]?.length ?? 0)
    .filter(({ collapsed }) => !collapsed)
    .reduce((sum, column) => sum + column.width, 0)
  const heads = headRows(view)
  const margin = 0.4
  const setup: Partial<PageSetup> = {
    orientation: width > upright ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { top: 0.5, bottom: 0.5, left: margin, right: margin, header: 0.2, footer: 0.2 },
    ...(heads > 0 ? { printTitlesRow: `1:${heads}` } : {}),
  }
  // The library's own list of sheets leaves A3 out.
  return Object.assign(setup, { paperSize: width > sideways ? a3 : a4 })
}
