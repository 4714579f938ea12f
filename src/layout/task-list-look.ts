import { listLook } from './page-looks'
import type { TabLook } from './tab-look'
import { lightColourings, stageColourings } from './task-colourings'

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
    colourings: [...lightColourings(light), ...stageColourings(state)],
  }
}
