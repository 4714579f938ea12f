import { type Colouring, type ColumnLook, colours, sheetIdOf, type TabLook } from './tab-look'

const column = (heading: string, width: number): ColumnLook => ({
  heading,
  width,
  script: true,
  folded: false,
  choices: [],
})

const page = (
  name: string,
  index: number,
  columns: ColumnLook[],
  colourings: Colouring[],
): TabLook => ({
  name,
  sheetId: sheetIdOf(name),
  index,
  columns,
  frozenRows: 2,
  frozenColumns: 0,
  tabColour: '#9c2b23',
  locked: true,
  hidden: false,
  colourings,
  headed: true,
})

const says = (value: string, background: string, colour: string): Colouring => ({
  columns: { from: 0, to: 1 },
  condition: { type: 'TEXT_EQ', value },
  background,
  colour,
  bold: true,
})

/** 本办待办: the first tab of every desk. */
export const todoLook = (name: string, headings: readonly string[]): TabLook =>
  page(
    name,
    0,
    headings.map((heading, i) => column(heading, [96, 250, 420, 150, 190][i] ?? 120)),
    [
      ...['逾期', '退回补正', '填写问题', '已拒收', '未读', '未报'].map((word) =>
        says(word, colours.red, colours.redText),
      ),
      ...['待报', '待补原因', '待确认', '冲突', '上周延续', '调整通知'].map((word) =>
        says(word, colours.amber, colours.amberText),
      ),
      says('已报', colours.green, colours.greenText),
      says('已读作', colours.grey, colours.scriptText),
    ],
  )

/** A page of the control workbook. */
export const listLook = (name: string, index: number, headings: readonly string[]): TabLook =>
  page(
    name,
    index,
    headings.map((heading) =>
      column(
        heading,
        /说明|涉及|编号/.test(heading)
          ? 380
          : /周次|时间|单位|类型|状态|领导/.test(heading)
            ? 190
            : 120,
      ),
    ),
    [],
  )

/** 一周安排表: days by half-days, with its own heads further down. */
export const weekLook = (name: string, index: number, headings: readonly string[]): TabLook => {
  const all = { from: 0, to: headings.length }
  const row = (formula: string, background: string, colour: string, size?: number): Colouring => ({
    columns: all,
    condition: { type: 'CUSTOM_FORMULA', value: formula },
    background,
    colour,
    bold: true,
    ...(size === undefined ? {} : { size }),
  })
  const last = headings.length - 1
  return {
    ...page(
      name,
      index,
      headings.map((heading, i) =>
        column(heading, i === 0 ? 84 : i === 1 ? 150 : i === last ? 200 : 168),
      ),
      [
        row('=ISNUMBER(SEARCH("周工作计划",$A2))', '#ffffff', colours.bannerText),
        row('=ISNUMBER(SEARCH("（第",$A2))', '#ffffff', colours.scriptText),
        row('=OR($A2="日期",$A2="领导")', colours.head, colours.headText),
        {
          columns: { from: 2, to: last },
          condition: { type: 'TEXT_CONTAINS', value: '〔' },
          background: colours.amber,
          colour: colours.amberText,
        },
        {
          columns: { from: 2, to: 3 },
          condition: { type: 'TEXT_EQ', value: '未报' },
          background: colours.red,
          colour: colours.redText,
        },
        {
          columns: { from: last, to: last + 1 },
          condition: { type: 'NOT_BLANK', value: '' },
          background: '#fff6e0',
          colour: colours.amberText,
        },
      ],
    ),
    frozenRows: 1,
    frozenColumns: 2,
    headed: false,
  }
}
