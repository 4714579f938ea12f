import { type Colouring, colours } from './tab-look'

const lights: readonly (readonly [word: string, background: string, colour: string])[] = [
  ['红', colours.red, colours.redText],
  ['黄', colours.amber, colours.amberText],
  ['绿', colours.green, colours.greenText],
  ['灰', colours.grey, colours.scriptText],
]

const stages: typeof lights = [
  ...['待核验', '延期待批', '异议待定', '待签收', '待审核', '待签发'].map(
    (word) => [word, colours.amber, colours.amberText] as const,
  ),
  ['办结', colours.green, colours.greenText],
  ...['中止', '已转', '已失效'].map((word) => [word, colours.grey, colours.scriptText] as const),
]

const saying =
  (column: number) =>
  ([value, background, colour]: (typeof lights)[number]): Colouring => ({
    columns: { from: column, to: column + 1 },
    condition: { type: 'TEXT_CONTAINS', value },
    background,
    colour,
  })

/** The lights of tasks in their colours: 红（逾期3天）. */
export const lightColourings = (column: number): Colouring[] =>
  lights.map(([word, ...look]) => saying(column)([`${word}（`, ...look]))

/** What waits for somebody, what is done, and what is nobody's any more. */
export const stageColourings = (column: number): Colouring[] => stages.map(saying(column))
