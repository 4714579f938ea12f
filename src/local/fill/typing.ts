/** What one person types into one tab at one moment. */
export type Typing = {
  /** Workspace time, epoch ms. */
  at: number
  /** Short name of the office whose desk it is, or 总台账. */
  desk: string
  /** Name of the tab, or the id of the register that lives in it. */
  tab: string
  /** Name of the person who types. */
  by: string
  rows: TypedRow[]
  /** They come from a file: columns nobody knows are left out, and no row is added that is there. */
  fromFile?: true
}

/** A text of a file that empties the cell of the row that was found. */
export const clear = '（清空）'

/** Whether a text means that its cell is emptied. */
export const isClear = (text: string): boolean => [clear, '(清空)', '清空'].includes(text.trim())

/** Cells by heading. A cell 删除 = 是 removes the row that was found. */
export type TypedRow = {
  cells: Record<string, string>
  /**
   * How the row to change is found: all of these cells stand there now (any of several texts),
   * the last such row wins. Without it a row is found by its 编号, else it is a new one.
   */
  match?: Record<string, string | readonly string[]>
  /** Left out in silence when no row is found, instead of being bad input. */
  ifThere?: boolean
}
