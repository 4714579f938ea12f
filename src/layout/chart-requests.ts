import { rgb } from './cell-looks'
import { type CurrentSheet, saysLook } from './current-looks'
import type { LooksRequest } from './looks-request'
import type { ChartLook, TabLook } from './tab-look'

const columnOf = ({ source }: ChartLook, column: number) => ({
  sourceRange: {
    sources: [
      {
        sheetId: source.sheetId,
        startRowIndex: source.rows.from,
        endRowIndex: source.rows.to,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
    ],
  },
})

const specOf = (chart: ChartLook) => ({
  title: chart.title,
  altText: chart.says,
  // What a person hides in the tab of the figures is drawn all the same.
  hiddenDimensionStrategy: 'SHOW_ALL',
  basicChart: {
    ...(chart.kind === 'lines'
      ? { chartType: 'LINE' }
      : { chartType: 'COLUMN', stackedType: 'STACKED' }),
    legendPosition: 'TOP_LEGEND',
    headerCount: 1,
    domains: [{ domain: columnOf(chart, chart.labels) }],
    series: chart.series.map(({ column, colour }) => ({
      series: columnOf(chart, column),
      targetAxis: 'LEFT_AXIS',
      colorStyle: { rgbColor: rgb(colour) },
    })),
  },
})

const placeOf = (sheetId: number, { at, width, height }: ChartLook) => ({
  anchorCell: { sheetId, rowIndex: at.row, columnIndex: at.column },
  offsetXPixels: at.x,
  offsetYPixels: at.y,
  widthPixels: width,
  heightPixels: height,
})

const placeFields = 'anchorCell,offsetXPixels,offsetYPixels,widthPixels,heightPixels'

/** How many charts of ours a tab may have: their ids are made from its own. */
const mostCharts = 100

/** What has to be sent so that the charts of a tab stand as declared; people's own are left alone. */
export const chartRequests = (tab: TabLook, sheets: readonly CurrentSheet[]): LooksRequest[] => {
  const { charts = [], sheetId } = tab
  const first = sheetId * mostCharts
  const known = sheets.flatMap((sheet) => sheet.charts ?? [])
  const now = new Map(known.map((each) => [each.chartId, each]))
  const gone = known.flatMap(({ chartId: id = 0 }) =>
    id >= first + charts.length && id < first + mostCharts ? [id] : [],
  )
  const wanted = charts.flatMap((chart, n): LooksRequest[] => {
    const chartId = first + n
    const [spec, overlayPosition] = [specOf(chart), placeOf(sheetId, chart)]
    const before = now.get(chartId)
    if (!before) return [{ addChart: { chart: { chartId, spec, position: { overlayPosition } } } }]
    const newPosition = { overlayPosition }
    return [
      ...(saysLook(before.spec, spec) ? [] : [{ updateChartSpec: { chartId, spec } }]),
      ...(saysLook(before.position, newPosition)
        ? []
        : [
            {
              updateEmbeddedObjectPosition: { objectId: chartId, newPosition, fields: placeFields },
            },
          ]),
    ]
  })
  return [...gone.map((objectId) => ({ deleteEmbeddedObject: { objectId } })), ...wanted]
}
