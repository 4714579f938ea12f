import type { ChartView } from '../contract'
import type { Chart, Sources } from '../looks/chart'
import { hexOf } from '../looks/color'
import type { GridRange } from '../looks/grid-range'
import { boxOf } from '../looks/grid-range'
import type { BookState, Tab } from './book'
import { cellAt, shownAt } from './book'

/** How high a row stands to which nobody gave a height (Google Sheets). */
const rowPixels = 21

const plain = '#5f6368'

/** The charts of a tab with what they draw now. */
export function chartsOf(book: BookState, tab: Tab): ChartView[] {
  return tab.looks.charts.map((chart) => chartView(book, chart))
}

function chartView(book: BookState, { spec, place }: Chart): ChartView {
  const { basicChart } = spec
  const heads = basicChart.headerCount ?? 0
  const cells = ({ sourceRange }: Sources): Place[] =>
    sourceRange.sources.flatMap((range) => placesOf(book, range))
  const { rowIndex: top, columnIndex: column } = place.anchorCell
  const rows = Math.ceil((place.offsetYPixels + place.heightPixels) / rowPixels)
  return {
    kind: kindOf(spec.basicChart),
    title: spec.title ?? '',
    says: spec.altText ?? spec.title ?? '',
    top,
    bottom: top + rows,
    column,
    width: place.widthPixels,
    height: place.heightPixels,
    labels: basicChart.domains.flatMap(({ domain }) => cells(domain).slice(heads).map(textAt)),
    series: basicChart.series.map(({ series, colorStyle }) => ({
      name: cells(series).slice(0, heads).map(textAt).join(' '),
      color: hexOf(colorStyle?.rgbColor) ?? plain,
      values: cells(series).slice(heads).map(numberAt),
    })),
  }
}

function kindOf({ chartType, stackedType }: Chart['spec']['basicChart']): ChartView['kind'] {
  if (chartType === 'LINE') return 'lines'
  return stackedType === 'STACKED' ? 'stacked columns' : 'columns'
}

type Place = { tab: Tab; row: number; column: number }

function placesOf(book: BookState, range: GridRange): Place[] {
  const tab = book.tabs.find(({ sheetId }) => sheetId === (range.sheetId ?? 0))
  if (!tab) return []
  const box = boxOf(range)
  const length = Math.min(box.bottom, tab.rowCount) - box.top
  return Array.from({ length }, (_, at) => ({ tab, row: box.top + at, column: box.left }))
}

function textAt({ tab, row, column }: Place): string {
  return shownAt(tab, row, column)
}

/** Only numbers are drawn: a figure that is kept as text is none, as on Google. */
function numberAt({ tab, row, column }: Place): number | undefined {
  const cell = cellAt(tab, row, column)
  return typeof cell === 'number' ? cell : undefined
}
