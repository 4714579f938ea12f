import type { ChartView } from '../contract'

const ink = '#23262b'
const soft = '#5c636e'
const line = '#e3dfd6'
// Without double quotes: they would end the attribute these stand in.
const fonts = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif"

/** A chart as an SVG picture of this size, without scripts and without movement. */
export async function chartSvg(
  chart: ChartView,
  size: { width: number; height: number },
): Promise<string> {
  const { init } = await drawing()
  const canvas = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    canvas.setOption(optionOf(chart, size.width))
    return canvas.renderToSVGString()
  } finally {
    // A chart that is not disposed of keeps the process alive.
    canvas.dispose()
  }
}

/** Loaded when the first chart is drawn: commands that show no page need none of it. */
async function drawing() {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ])
  core.use([
    charts.BarChart,
    charts.LineChart,
    components.GridComponent,
    components.LegendComponent,
    components.TitleComponent,
    renderers.SVGRenderer,
  ])
  return core
}

/** Below this width title and legend do not fit on one line. */
const narrow = 420

/** A label such as 11月18日 with air, and what stands left and right of all labels, in pixels. */
const labelWidth = 48
const besideLabels = 60

function optionOf(chart: ChartView, width: number): Record<string, unknown> {
  const isNarrow = width < narrow
  const step = Math.ceil((labelWidth * chart.labels.length) / (width - besideLabels))
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: fonts, color: ink },
    title: {
      text: chart.title,
      left: 4,
      top: 4,
      textStyle: { fontSize: 14, fontWeight: 'bold', color: ink },
    },
    legend: {
      ...(isNarrow ? { left: 0, top: 26 } : { right: 8, top: 4 }),
      itemWidth: 14,
      itemHeight: 10,
      textStyle: { color: soft },
      // Nothing happens when it is clicked, so nothing invites to.
      selectedMode: false,
    },
    grid: {
      left: 8,
      right: 20,
      top: isNarrow ? 64 : 42,
      bottom: 6,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: chart.labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#cfc9bc' } },
      axisLabel: { color: soft, fontSize: 11, interval: step - 1 },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      splitLine: { lineStyle: { color: line } },
      axisLabel: { color: soft },
    },
    series: chart.series.map((each) => ({
      name: each.name,
      color: each.color,
      data: each.values.map((value) => value ?? '-'),
      silent: true,
      ...(chart.kind === 'lines' ? asLine(each.values) : asColumns(chart.kind, each.color)),
    })),
  }
}

function asColumns(kind: ChartView['kind'], color: string): object {
  return {
    type: 'bar',
    barMaxWidth: 26,
    ...(kind === 'stacked columns' ? { stack: 'all' } : {}),
    label: { show: true, color: inkOn(color), fontSize: 11, formatter: sayCount },
  }
}

/** White or dark, whichever reads better on a colour (#rrggbb). */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(color.slice(at, at + 2), 16),
  )
  return red * 0.3 + green * 0.59 + blue * 0.11 > 140 ? ink : '#fff'
}

function sayCount({ value }: { value: unknown }): string {
  return typeof value === 'number' && value > 0 ? String(value) : ''
}

/** A line says its last number in words too. */
function asLine(values: ChartView['series'][number]['values']): object {
  const last = values.findLastIndex((value) => value !== undefined)
  return {
    type: 'line',
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { width: 2 },
    label: {
      show: true,
      color: ink,
      formatter: ({ dataIndex, value }: { dataIndex: number; value: unknown }) =>
        dataIndex === last ? String(value) : '',
    },
  }
}
