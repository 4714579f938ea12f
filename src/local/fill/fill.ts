import { BadInput } from '../bad-input'
import type { TabTexts, Workspace } from '../contract'
import type { Description } from '../description'
import { fileRows } from './file-rows'
import { fillLine, refusedTexts, type Target, withoutRefused } from './fill-log'
import { headingColumns } from './heading-columns'
import { planEdits } from './plan-edits'
import type { Typing } from './typing'
import { writeFillLog } from './write-fill-log'

type DescribedBook = Description['books'][number]
type DescribedTab = Description['tabs'][number]

/** What a typing did. */
export type FillOutcome = {
  book: string
  tab: string
  added: number
  changed: number
  deleted: number
  /** Rows left out because what they were to change is not there (only where they allow it). */
  skipped: number
  /** Of a file: headings the tab has no column for, and rows that stand there already, from 1. */
  unknown: string[]
  same: number[]
  /** Headings with a refused text: it was typed nowhere and is in no log; a mark stands in its place. */
  refused: string[]
}

/**
 * Types rows into a tab as a person would, all of them or none. Its line in the fill log and the
 * facts that come with it are one step with the typing, whatever happens to the process meanwhile.
 * @throws BadInput when a desk, tab, heading or row is not there, or the district refuses the edit.
 * @throws the store's own sentence when a cell is protected.
 */
export async function fill(
  workspace: Workspace,
  typed: Typing,
  description: Description,
  facts: Record<string, string> = {},
): Promise<FillOutcome> {
  const book = findBook(typed.desk, description)
  const described = findTab(typed.tab, book, description)
  const view = findView(workspace.store.texts(book.book), typed.tab, described)
  const columns = headingColumns(view, described)
  const { rows, unknown, same } = typed.fromFile
    ? fileRows(view, columns, described, typed.rows)
    : { rows: typed.rows, unknown: [], same: [] }
  const typing = { ...typed, rows }
  // What is wrong with the rows is told before anything is asked.
  planEdits(view, columns, typing.rows)
  const target: Target = { book: book.book, kind: book.kind, tab: described?.tab ?? view.name }
  const { texts, sentence } = await refusedTexts(workspace, target, typing)
  if (sentence !== undefined) throw new BadInput(sentence)
  const { edits, ...counts } = planEdits(view, columns, withoutRefused(typing, texts))
  const log = fillLine(target, typing, texts)
  // What stands there already was typed when it came there.
  if (rows.length > 0)
    workspace.store.type(book.book, view.sheetId, edits, typing.by, { log, facts })
  writeFillLog(workspace.store, workspace.dir)
  const refused = [...new Set(texts.flatMap((one) => [...one.keys()]))]
  return { book: book.book, tab: view.name, ...counts, unknown, same, refused }
}

function findBook(desk: string, { books, offices }: Description): DescribedBook {
  const office = offices.find(({ id, name, short }) => [id, name, short].includes(desk))
  const book = books.find(
    (one) =>
      one.book === desk ||
      one.name === desk ||
      (one.kind === 'control' && ['总台账', 'control'].includes(desk)) ||
      (one.kind === 'desk' && (one.short === desk || (office && one.office === office.id))),
  )
  if (book) return book
  const allowed = books.flatMap((one) => (one.kind === 'desk' ? (one.short ?? one.name) : []))
  throw new BadInput(`工作台：填的是“${desk}”，应为${['总台账', ...allowed].join('、')}之一。`)
}

function findTab(
  tab: string,
  book: DescribedBook,
  { tabs }: Description,
): DescribedTab | undefined {
  return tabs.find((one) => one.kind === book.kind && (one.tab === tab || one.register === tab))
}

function findView(
  views: readonly TabTexts[],
  tab: string,
  described: DescribedTab | undefined,
): TabTexts {
  const view =
    views.find(({ name }) => name === tab) ?? views.find(({ name }) => name === described?.tab)
  if (view) return view
  const allowed = views.filter(({ hidden }) => !hidden).map(({ name }) => name)
  throw new BadInput(`表：填的是“${tab}”，应为${allowed.join('、')}之一。`)
}
