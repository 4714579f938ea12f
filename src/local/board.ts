import type { ChartView, Store } from './contract'

/** A block of the directors' page: its title, its headings, its rows by heading. */
export type BoardBlock = { title: string; rows: Record<string, string>[] }

/** The directors' page as it stands in the dashboard: its title, its charts, its blocks in order. */
export type Board = { title: string; book: string; charts: ChartView[]; blocks: BoardBlock[] }

const sign = '■'
const nothing = '（无）'

/** Reads the 总览 tab of the dashboard; undefined before the first tick wrote it. */
export function readBoard(store: Pick<Store, 'books' | 'view'>): Board | undefined {
  const book = store.books().find(({ kind }) => kind === 'dashboard')
  if (book === undefined) return undefined
  const { rows = [], charts = [] } = store.view(book.id).find(({ name }) => name === '总览') ?? {}
  const from = rows.findIndex(isTitle)
  if (from < 0) return undefined
  const [title = ''] = rows.slice(0, from).findLast(([text = '']) => text !== '') ?? []
  return { title, book: book.id, charts, blocks: blocksOf(rows.slice(from)) }
}

/** The task figures in a sentence, as the first block of the directors' page heads them. */
export function boardFigures(board: Board | undefined): string | undefined {
  return board?.blocks[0]?.title
}

function isTitle(row: string[]): boolean {
  return row[0]?.startsWith(sign) === true
}

function blocksOf(rows: string[][]): BoardBlock[] {
  const starts = rows.flatMap((row, index) => (isTitle(row) ? [index] : []))
  return starts.map((start, index) => {
    const [[title = ''] = [], headings = [], ...below] = rows.slice(start, starts[index + 1])
    const filled = below.filter((row) => row.some((text) => text !== '') && row[0] !== nothing)
    return {
      title: title.replace(sign, '').trim(),
      rows: filled.map((row) =>
        Object.fromEntries(
          headings.flatMap((heading, at) => (heading === '' ? [] : [[heading, row[at] ?? '']])),
        ),
      ),
    }
  })
}
