import { raw } from 'hono/html'
import type { ChartView } from '../contract'
import { chartSvg } from './chart-svg'

type Size = { width: number; height: number }

/** A chart as a picture that reads out what it shows. */
export async function ChartFigure(props: { chart: ChartView; size?: Size; class?: string }) {
  const { chart, size = chart } = props
  const drawn = chart.series.some(({ values }) => values.some((value) => value !== undefined))
  const says = drawn ? `${chart.says}。${sayLast(chart)}` : `${chart.title}：还没有数字`
  const { width, height } = size
  return (
    <figure class={props.class ?? 'chart'} role="img" aria-label={says}>
      {drawn ? (
        <div aria-hidden="true">{raw(await chartSvg(chart, { width, height }))}</div>
      ) : (
        <p class="no-chart">{says}</p>
      )}
    </figure>
  )
}

/** The newest figures in words, for whoever does not see the picture. */
function sayLast({ labels, series }: ChartView): string {
  const last = Math.max(
    ...series.map(({ values }) => values.findLastIndex((value) => value !== undefined)),
  )
  const figures = series.map(({ name, values }) => `${name}${values[last] ?? 0}`)
  return `${labels[last] ?? ''}：${figures.join('，')}`
}
