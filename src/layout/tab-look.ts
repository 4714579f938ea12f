/** How a column looks. */
export type ColumnLook = {
  heading: string
  /** Other headings people may have given the column. */
  aliases?: readonly string[]
  width: number
  /** Filled by the script: grey. */
  script: boolean
  /** Stands in the collapsed group. */
  folded: boolean
  /** Values of its drop-down, none when it has no list. */
  choices: readonly string[]
  /** Its rows are bold and run on over empty cells to their right, as titles do. */
  leads?: boolean
  /** Holds numbers, which charts draw; every other column holds text. */
  figure?: boolean
}

/** A colouring of cells whose text, written by the script, says so. */
export type Colouring = {
  /** Columns from this one (0) up to that one. */
  columns: { from: number; to: number }
  condition: { type: string; value: string }
  background: string
  colour: string
  bold?: boolean
}

/** A chart over the cells of a tab, whose first row gives the names of what is drawn. */
export type ChartLook = {
  kind: 'stacked columns' | 'lines'
  title: string
  /** What it shows, in words. */
  says: string
  /** Rows from this one (0, the headings) up to that one, of the tab with this sheet id. */
  source: { sheetId: number; rows: { from: number; to: number } }
  /** The column of the labels. */
  labels: number
  series: { column: number; colour: string }[]
  /** Its upper left corner: a cell, and pixels from there. */
  at: { row: number; column: number; x: number; y: number }
  width: number
  height: number
}

/** How a tab looks, as one declaration. */
export type TabLook = {
  name: string
  sheetId: number
  /** The tab's place in the workbook, from 0. */
  index: number
  columns: ColumnLook[]
  frozenRows: number
  frozenColumns: number
  tabColour: string
  /** Wholly the script's: nobody else edits it. */
  locked: boolean
  hidden: boolean
  colourings: Colouring[]
  /** Whether row 2 holds the headings, or the page has heads of its own. */
  headed: boolean
  /** Whether row 2 is a large title. */
  titled?: boolean
  /** Charts that stand on it, over cells without text. */
  charts?: readonly ChartLook[]
}

/** What a tab was called when workbooks were first made with it: its sheet id stays that one's. */
const firstNames: Readonly<Record<string, string>> = {
  待审核事项: '任务裁定',
  手动操作: '请求',
  定时任务: '计划任务',
}

/** A sheet id of our own: the same for the same name, everywhere, and for its earlier name. */
export const sheetIdOf = (name: string): number => {
  let hash = 7
  for (const character of firstNames[name] ?? name)
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 20_000_003
  return hash + 1
}

/** The palette of every tab. */
export const colours = {
  banner: '#fbeeec',
  bannerText: '#9c2b23',
  head: '#e8e2d5',
  headText: '#2b2b2b',
  scriptHead: '#dcdcdc',
  script: '#f4f4f4',
  scriptText: '#5f6368',
  input: '#ffffff',
  text: '#22282e',
  red: '#f9d8d4',
  redText: '#8a1f16',
  amber: '#fdeecb',
  amberText: '#7a4b00',
  green: '#dcefdf',
  greenText: '#1d5c2c',
  grey: '#ececec',
} as const
