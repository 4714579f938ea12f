import type { ChartView, TabView } from '../contract'

/** Charts that stand beside each other, and the rows they stand on. */
export type ChartBand = { top: number; bottom: number; charts: ChartView[] }

/** The bands of a tab in their order; charts that share a row are in one band, from the left. */
export function bandsOf(tab: TabView): ChartBand[] {
  const bands: ChartBand[] = []
  for (const chart of tab.charts.toSorted((a, b) => a.top - b.top || a.column - b.column)) {
    const band = bands.at(-1)
    if (band && chart.top < band.bottom) {
      band.bottom = Math.max(band.bottom, chart.bottom)
      band.charts.push(chart)
    } else bands.push({ top: chart.top, bottom: chart.bottom, charts: [chart] })
  }
  for (const { charts } of bands) charts.sort((a, b) => a.column - b.column)
  return bands
}

/** Whether a band covers no text, so that it may stand in the place of its rows. */
export function coversNothing(tab: TabView, band: ChartBand): boolean {
  const rows = tab.rows.slice(band.top, band.bottom)
  return rows.length > 0 && rows.every((row) => row.every((text) => text === ''))
}
