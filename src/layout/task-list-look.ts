import { listLook } from './page-looks'
import { type Colouring, colours, type TabLook } from './tab-look'

const widths: Record<string, number> = {
  编号: 150,
  任务内容: 340,
  牵头: 96,
  承办单位: 110,
  现时限: 130,
  灯: 180,
  状态: 96,
  最新进展: 300,
  录入处: 120,
}

const lights: readonly (readonly [word: string, background: string, colour: string])[] = [
  ['红', colours.red, colours.redText],
  ['黄', colours.amber, colours.amberText],
  ['绿', colours.green, colours.greenText],
  ['灰', colours.grey, colours.scriptText],
]

const says = (column: number, value: string, background: string, colour: string): Colouring => ({
  columns: { from: column, to: column + 1 },
  condition: { type: 'TEXT_CONTAINS', value },
  background,
  colour,
})

/** 任务一览: the lights in their colours; number and text stay in sight when it is scrolled. */
export const taskListLook = (name: string, index: number, headings: readonly string[]): TabLook => {
  const look = listLook(name, index, headings)
  const light = headings.indexOf('灯')
  const state = headings.indexOf('状态')
  return {
    ...look,
    columns: look.columns.map((column) => ({
      ...column,
      width: widths[column.heading] ?? column.width,
    })),
    frozenColumns: 2,
    colourings: [
      ...lights.map(([word, ...look]) => says(light, `${word}（`, ...look)),
      says(state, '待核验', colours.amber, colours.amberText),
      says(state, '延期待批', colours.amber, colours.amberText),
      says(state, '异议待裁', colours.amber, colours.amberText),
      says(state, '办结', colours.green, colours.greenText),
      says(state, '中止', colours.grey, colours.scriptText),
    ],
  }
}
