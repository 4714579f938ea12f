/** The sheets papers are printed on. */
export type PaperFormat = 'A3 landscape' | 'A4 landscape' | 'A4 portrait'

/** A line within a cell: its text, what stands bold before it, and whether it is a note beneath another. */
export type PaperLine = { text: string; lead?: string; small?: true; strong?: true }

/** A cell of a table; `columns` and `rows` are how many it takes, 1 where absent. */
export type PaperCell = {
  lines: PaperLine[]
  columns?: number
  rows?: number
  align?: 'left' | 'center'
  /** Fills the cell's ground lightly, as heads and headings of groups do. */
  shaded?: true
  strong?: true
}

/** A row of a table: its cells from the left, without those that another row's cell reaches into. */
export type PaperRow = {
  cells: PaperCell[]
  /** Millimetres it takes at least: blanks to be filled in by hand. */
  least?: number
  /** It stands on the page of the row above it. */
  joined?: true
}

/** A table as wide as the text of its page. */
export type PaperTable = {
  is: 'table'
  /** Widths in shares of the whole. */
  columns: number[]
  /** Rows that stand again at the head of every page. */
  head: PaperRow[]
  rows: PaperRow[]
}

export type PaperPart =
  | { is: 'title'; text: string; beneath?: string; note?: string }
  /** What stands left, in the middle and right of one line; `mark` in grey, until the paper is issued. */
  | { is: 'sides'; left: string; middle?: string; right: string; grey?: true }
  /** Running text: `body` is indented by two characters, `flush` begins at the edge. */
  | { is: 'text'; text: string; as: 'body' | 'flush' | 'heading' | 'small' }
  /** Who signs, and the day beneath, to the right. */
  | { is: 'tail'; lines: string[] }
  /** A blank to write in by hand, in millimetres. */
  | { is: 'box'; label: string; height: number }
  /** A line to cut along, or a rule. */
  | { is: 'cut'; text: string }
  | { is: 'rule' }
  | PaperTable

/**
 * A sheet of paper as an office prints it, from head to foot: what the page and the .xlsx show.
 * It says only what its readers may read (`readers.ts`).
 */
export type Paper = {
  key: string
  /** What it is called in a list of papers, and in the name of its file. */
  name: string
  format: PaperFormat
  /** Top, right, bottom, left, in millimetres. */
  margins: [number, number, number, number]
  /** Whether it is made to fit one page. */
  onePage: boolean
  /** Size of its tables' letters, in points: at most, and at least where it has to fit one page. */
  points: { most: number; least: number }
  /** Pages are numbered in the foot. */
  numbered: boolean
  parts: PaperPart[]
}

/** A paper that can be asked for: by its key, and where it is listed. */
export type PaperOffer = {
  key: string
  name: string
  format: PaperFormat
  group: string
  /** The workbook and tab beside which it is offered too. */
  book?: string
  tab?: string
}

/** A cell of one text; its line breaks are lines. */
export const cellOf = (text: string, more: Omit<PaperCell, 'lines'> = {}): PaperCell => ({
  lines: text === '' ? [] : text.split('\n').map((each) => ({ text: each })),
  ...more,
})

/** A cell of a head: in the middle, on a light ground. */
export const headCell = (text: string, more: Omit<PaperCell, 'lines'> = {}): PaperCell =>
  cellOf(text, { align: 'center', shaded: true, strong: true, ...more })
