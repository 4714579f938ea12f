import type { BookState, Tab } from '../books/book'
import { tabOf } from '../books/book'
import type { BookChange } from '../books/book-change'
import type { Chart, ChartPlace, ChartSpec } from '../looks/chart'
import { rangesOf } from '../looks/chart'
import { keptColor } from '../looks/color'
import { asksFor, maskOf } from '../looks/field-mask'
import { boxOf } from '../looks/grid-range'
import type { JsonObject } from '../looks/json'
import type { RequestOf } from './request-shapes'

type Overlay = RequestOf<'addChart'>['chart']['position']['overlayPosition']

/** Requests about charts (Sheets API v4). */
export const chartRequests = {
  addChart(change: BookChange, { chart }: RequestOf<'addChart'>) {
    const taken = change.book.tabs.flatMap((tab) => tab.looks.charts)
    const chartId = chart.chartId ?? freeId(taken)
    if (taken.some((other) => other.chartId === chartId)) {
      throw new Error(`A chart with the ID ${chartId} already exists`)
    }
    const place = placed(change.book, {}, chart.position.overlayPosition)
    const added: Chart = { chartId, spec: keptSpec(change.book, chart.spec), place }
    keep(change, tabOf(change.book, place.anchorCell.sheetId), added)
    return { chart: chartOf(added) }
  },

  updateChartSpec(change: BookChange, { chartId, spec }: RequestOf<'updateChartSpec'>) {
    const { tab, chart } = found(change.book, chartId)
    drop(change, tab, chart)
    keep(change, tab, { ...chart, spec: keptSpec(change.book, spec) })
    return undefined
  },

  updateEmbeddedObjectPosition(
    change: BookChange,
    request: RequestOf<'updateEmbeddedObjectPosition'>,
  ) {
    const { tab, chart } = found(change.book, request.objectId)
    const mask = maskOf(request.fields)
    const asked = Object.entries(request.newPosition.overlayPosition).filter(([member]) =>
      asksFor(mask, member),
    )
    const place = placed(change.book, chart.place, Object.fromEntries(asked) as Overlay)
    drop(change, tab, chart)
    const moved = { ...chart, place }
    keep(change, tabOf(change.book, place.anchorCell.sheetId), moved)
    return { position: positionOf(moved) }
  },

  deleteEmbeddedObject(change: BookChange, { objectId }: RequestOf<'deleteEmbeddedObject'>) {
    const { tab, chart } = found(change.book, objectId)
    drop(change, tab, chart)
    return undefined
  },
}

/** A chart as spreadsheets.get answers: with what Google adds, without what is nought. */
export function chartOf(chart: Chart): JsonObject {
  const { basicChart, ...spec } = chart.spec
  const series = basicChart.series.map((each) => ({
    ...each,
    ...(each.colorStyle ? { color: each.colorStyle.rgbColor } : {}),
  }))
  const answer = {
    chartId: chart.chartId,
    spec: {
      hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS',
      ...spec,
      basicChart: { ...basicChart, series },
      fontName: 'Roboto',
    },
    position: positionOf(chart),
  }
  return JSON.parse(JSON.stringify(answer)) as JsonObject
}

function positionOf({ place }: Chart): JsonObject {
  const { anchorCell, ...pixels } = place
  return { overlayPosition: { anchorCell: withoutNought(anchorCell), ...withoutNought(pixels) } }
}

function withoutNought(members: Record<string, number>): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== 0))
}

function freeId(taken: readonly Chart[]): number {
  return Math.max(0, ...taken.map((chart) => chart.chartId)) + 1
}

function found(book: BookState, chartId: number): { tab: Tab; chart: Chart } {
  for (const tab of book.tabs) {
    const chart = tab.looks.charts.find((other) => other.chartId === chartId)
    if (chart) return { tab, chart }
  }
  throw new Error(`No chart with ID ${chartId} exists`)
}

function keep(change: BookChange, tab: Tab, chart: Chart): void {
  tab.looks.charts = [...tab.looks.charts, chart].sort((a, b) => a.chartId - b.chartId)
  change.tabs.add(tab)
}

function drop(change: BookChange, tab: Tab, chart: Chart): void {
  tab.looks.charts = tab.looks.charts.filter((other) => other !== chart)
  change.tabs.add(tab)
}

/** Where a chart is to stand; Google's own size where none is given. */
function placed(book: BookState, before: Partial<ChartPlace>, given: Overlay): ChartPlace {
  const corner = { sheetId: 0, rowIndex: 0, columnIndex: 0 }
  const anchorCell = given.anchorCell ?? before.anchorCell ?? corner
  const tab = tabOf(book, anchorCell.sheetId)
  if (anchorCell.rowIndex >= tab.rowCount || anchorCell.columnIndex >= tab.columnCount) {
    throw new Error('anchorCell is outside the sheet')
  }
  return {
    anchorCell,
    offsetXPixels: given.offsetXPixels ?? before.offsetXPixels ?? 0,
    offsetYPixels: given.offsetYPixels ?? before.offsetYPixels ?? 0,
    widthPixels: given.widthPixels ?? before.widthPixels ?? 600,
    heightPixels: given.heightPixels ?? before.heightPixels ?? 371,
  }
}

/** Each range is one column of cells that exist, all of one height. */
function keptSpec(book: BookState, given: RequestOf<'addChart'>['chart']['spec']): ChartSpec {
  const { basicChart } = given
  const series = basicChart.series.map((each) => ({
    ...each,
    ...(each.colorStyle
      ? { colorStyle: { rgbColor: keptColor(each.colorStyle.rgbColor as JsonObject) } }
      : {}),
  })) as ChartSpec['basicChart']['series']
  const spec: ChartSpec = { ...given, basicChart: { ...basicChart, series } }
  const heights = rangesOf(spec).map((range) => {
    const tab = tabOf(book, range.sheetId ?? 0)
    const box = boxOf(range)
    if (box.bottom > tab.rowCount || box.right > tab.columnCount || box.top >= box.bottom) {
      throw new Error('a source range is outside the sheet or empty')
    }
    if (box.right - box.left !== 1) throw new Error('a source range must be one column wide')
    return box.bottom - box.top
  })
  if (new Set(heights).size > 1) throw new Error('the source ranges differ in height')
  return spec
}
