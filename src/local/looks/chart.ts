import type { GridRange } from './grid-range'
import { boxOf, withColumns, withRows } from './grid-range'
import type { Json } from './json'

export type Sources = { sourceRange: { sources: GridRange[] } }

/** What a chart draws, as the Sheets API states it: columns that are stacked, or lines. */
export type ChartSpec = {
  title?: string | undefined
  altText?: string | undefined
  hiddenDimensionStrategy?: string | undefined
  basicChart: {
    chartType: 'COLUMN' | 'LINE'
    stackedType?: string | undefined
    legendPosition?: string | undefined
    headerCount?: number | undefined
    domains: { domain: Sources }[]
    series: { series: Sources; targetAxis?: string | undefined; colorStyle?: ChartColour }[]
  }
}

export type ChartColour = { rgbColor: Json } | undefined

/** Where a chart stands: pixels from the upper left corner of a cell. */
export type ChartPlace = {
  anchorCell: { sheetId: number; rowIndex: number; columnIndex: number }
  offsetXPixels: number
  offsetYPixels: number
  widthPixels: number
  heightPixels: number
}

export type Chart = { chartId: number; spec: ChartSpec; place: ChartPlace }

/** Every range a chart refers to. */
export function rangesOf({ basicChart }: ChartSpec): GridRange[] {
  const parts = [
    ...basicChart.domains.map(({ domain }) => domain),
    ...basicChart.series.map(({ series }) => series),
  ]
  return parts.flatMap(({ sourceRange }) => sourceRange.sources)
}

/** The chart with its ranges changed; those that are gone or empty are left out. */
export function withRanges(
  chart: Chart,
  change: (range: GridRange) => GridRange | undefined,
): Chart {
  const changed = ({ sourceRange }: Sources): Sources => ({
    sourceRange: {
      sources: sourceRange.sources.flatMap((range) => {
        const after = change(range)
        return after && !isEmpty(after) ? [after] : []
      }),
    },
  })
  const { basicChart } = chart.spec
  return {
    ...chart,
    spec: {
      ...chart.spec,
      basicChart: {
        ...basicChart,
        domains: basicChart.domains.map((each) => ({ ...each, domain: changed(each.domain) })),
        series: basicChart.series.map((each) => ({ ...each, series: changed(each.series) })),
      },
    },
  }
}

/** The chart after rows or columns came into a tab (or went from it): it follows its cells. */
export function movedChart(
  chart: Chart,
  sheetId: number,
  dimension: 'rows' | 'columns',
  at: number,
  count: number,
): Chart {
  const shift = dimension === 'rows' ? withRows : withColumns
  const move = (range: GridRange): GridRange =>
    (range.sheetId ?? 0) === sheetId ? shift(range, at, count) : range
  const { anchorCell } = chart.place
  if (anchorCell.sheetId !== sheetId) return withRanges(chart, move)
  const member = dimension === 'rows' ? 'rowIndex' : 'columnIndex'
  const index = anchorCell[member]
  const after = index >= at ? Math.max(at, index + count) : index
  const place = { ...chart.place, anchorCell: { ...anchorCell, [member]: after } }
  return withRanges({ ...chart, place }, move)
}

function isEmpty(range: GridRange): boolean {
  const box = boxOf(range)
  return box.top >= box.bottom || box.left >= box.right
}
