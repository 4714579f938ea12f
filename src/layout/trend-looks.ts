import { listLook } from './page-looks'
import { type ChartLook, sheetIdOf, type TabLook } from './tab-look'

/** The colours of what is drawn, strong enough on white. */
const ink = { green: '#3d9a63', amber: '#e0a11b', red: '#c0392b', blue: '#3f6f8f' }

/** 走势: the figures that charts draw, a week a row. */
export const trendLook = (
  name: string,
  index: number,
  headings: readonly string[],
  figures: readonly number[],
): TabLook => {
  const look = listLook(name, index, headings)
  return {
    ...look,
    columns: look.columns.map((column, i) =>
      figures.includes(i) ? { ...column, width: 96, figure: true } : { ...column, width: 150 },
    ),
  }
}

/** Where the charts of 总览 find their figures: how many weeks, and in which columns. */
export type TrendColumns = {
  weeks: number
  inTime: number
  late: number
  missing: number
  assigned: number
  done: number
  overdue: number
}

/** The charts of 总览: how plans came in, and how tasks stood, week by week. */
export const trendCharts = (tab: string, columns: TrendColumns): ChartLook[] => {
  const source = { sheetId: sheetIdOf(tab), rows: { from: 1, to: 2 + columns.weeks } }
  const shared = { source, labels: 0, width: 585, height: 240 }
  return [
    {
      ...shared,
      kind: 'stacked columns',
      title: `周计划报送（近${columns.weeks}周）`,
      says: `近${columns.weeks}周每周按时、补报、未报的单位数，数字见“${tab}”`,
      series: [
        { column: columns.inTime, colour: ink.green },
        { column: columns.late, colour: ink.amber },
        { column: columns.missing, colour: ink.red },
      ],
      at: { row: 2, column: 0, x: 4, y: 6 },
    },
    {
      ...shared,
      kind: 'lines',
      title: `任务（近${columns.weeks}周）`,
      says: `近${columns.weeks}周各截止日的交办累计、办结累计、逾期任务数，数字见“${tab}”`,
      series: [
        { column: columns.assigned, colour: ink.blue },
        { column: columns.done, colour: ink.green },
        { column: columns.overdue, colour: ink.red },
      ],
      at: { row: 2, column: 2, x: 170, y: 6 },
    },
  ]
}
