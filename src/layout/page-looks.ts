import {
  type ChartLook,
  type Colouring,
  type ColumnLook,
  colours,
  sheetIdOf,
  type TabLook,
} from './tab-look'

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
    headings.map((heading, i) => column(heading, [84, 240, 340, 140, 190][i] ?? 120)),
    [
      ...['逾期', '退回补正', '待更正', '已拒收', '未读', '未报'].map((word) =>
        says(word, colours.red, colours.redText),
      ),
      ...[
        '待报',
        '待补原因',
        '待确认',
        '冲突',
        '上周续排',
        '待审核',
        '待签收',
        '未定时限',
        '临近',
        '调整通知',
        '待签发',
        '未签收',
      ].map((word) => says(word, colours.amber, colours.amberText)),
      says('已办', colours.green, colours.greenText),
      says('系统识别为', colours.grey, colours.scriptText),
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
        /说明|涉及|编号|意见|短信|文字（/.test(heading)
          ? 380
          : heading === '周次'
            ? 220
            : /日期|时间|单位|类型|状态|领导|联系人|已催/.test(heading)
              ? 170
              : 120,
      ),
    ),
    [],
  )

/** 一周安排表: days by half-days, with its own heads further down. */
export const weekLook = (name: string, index: number, headings: readonly string[]): TabLook => {
  const all = { from: 0, to: headings.length }
  const row = (formula: string, background: string, colour: string): Colouring => ({
    columns: all,
    condition: { type: 'CUSTOM_FORMULA', value: formula },
    background,
    colour,
    bold: true,
  })
  const last = headings.length - 1
  return {
    ...page(
      name,
      index,
      headings.map((heading, i) => ({
        ...column(heading, i === 0 ? 84 : i === 1 ? 120 : i === last ? 200 : 168),
        ...(i === 0 ? { leads: true } : {}),
      })),
      [
        row('=ISNUMBER(SEARCH("周工作计划",$A2))', '#ffffff', colours.bannerText),
        row('=LEFT($A2,2)="内部"', '#ffffff', colours.scriptText),
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
    titled: true,
  }
}

/** 总览: blocks under each other, each with a title and headings of its own. */
export const dashboardLook = (name: string, charts: readonly ChartLook[] = []): TabLook => {
  const all = { from: 0, to: 7 }
  const row = (formula: string, background: string, colour: string): Colouring => ({
    columns: all,
    condition: { type: 'CUSTOM_FORMULA', value: formula },
    background,
    colour,
    bold: true,
  })
  const cell = (value: string, background: string, colour: string): Colouring => ({
    columns: { from: 4, to: 6 },
    condition: { type: 'TEXT_CONTAINS', value },
    background,
    colour,
  })
  return {
    ...page(
      name,
      0,
      [170, 260, 220, 130, 130, 110, 170].map((width) => column('', width)),
      [
        row('=ISNUMBER(SEARCH("联席总览",$A2))', '#ffffff', colours.bannerText),
        row('=LEFT($A2,1)="■"', colours.head, colours.headText),
        row('=OR($A2="指标",$A2="单位",$A2="编号")', colours.grey, colours.headText),
        cell('逾期', colours.red, colours.redText),
        cell('未报', colours.red, colours.redText),
        cell('补报', colours.amber, colours.amberText),
        cell('按时', colours.green, colours.greenText),
      ],
    ),
    frozenRows: 1,
    headed: false,
    charts,
  }
}
