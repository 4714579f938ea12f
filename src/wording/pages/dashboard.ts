import { banner } from './page'

export const dashboardWidth = 7

/** A block of the directors' page: its title, its headings, its rows. */
export type Block = {
  title: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
}

const padded = (row: readonly string[]): string[] => [
  ...row,
  ...Array.from({ length: Math.max(0, dashboardWidth - row.length) }, () => ''),
]

const blockRows = ({ title, headings, rows }: Block): string[][] => [
  padded([`■ ${title}`]),
  padded(headings),
  ...(rows.length > 0 ? rows.map(padded) : [padded(['（无）'])]),
  padded([]),
]

/** Blank rows below the title on which the charts stand, so that they cover no text. */
export const chartRows = 12

/** 总览: what directors read; counts in protocol order, no ranking. */
export const dashboard = (title: string, blocks: readonly Block[]): string[][] => [
  padded([banner]),
  padded([title]),
  ...Array.from({ length: chartRows }, () => padded([])),
  ...blocks.flatMap(blockRows),
]

export const dataHeadings = ['指标', '数值', '统计哪些行', '截至'] as const

/** One number of the dashboard: what it counts in words, and the very rows. */
export type Measure = { name: string; rows: string; of: string[] }
