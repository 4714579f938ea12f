import { BadInput } from '../bad-input'
import type { Book, Store, TabView } from '../contract'
import type { CommonOptions } from './options'
import { answer, type ExitCode, type Shell } from './shell'
import { textTable } from './text-table'
import { UsageError } from './usage-error'
import { readingWorkspace } from './workspace-at'

export type ShowOptions = CommonOptions & { desk?: string; tab?: string; all?: boolean }

/** `lianxi show`: the workbooks, the tabs of one, or one tab as a table. */
export async function showCommand(shell: Shell, options: ShowOptions): Promise<ExitCode> {
  return readingWorkspace<ExitCode>(shell, options.in, async ({ store }) => {
    const json = options.json === true
    if (options.desk === undefined) {
      if (options.tab !== undefined)
        throw new UsageError('--desk：没有给，应与 --tab 同时给出工作簿，如 --desk 区委办。')
      const books = store.books()
      answer(shell, json, books, listBooks(books, store))
      return 0
    }
    const book = findBook(store, options.desk)
    const tabs = shownTabs(store.view(book.id), options)
    answer(
      shell,
      json,
      tabs,
      tabs.flatMap((tab) => listTab(book, tab, options.all === true)),
    )
    return 0
  })
}

function listBooks(books: Book[], store: Store): string[] {
  const lines = books.map((book) => [
    book.name,
    store
      .view(book.id)
      .filter((tab) => !tab.hidden)
      .map((tab) => tab.name)
      .join('、'),
  ])
  return textTable([['工作簿', '页'], ...lines], 100)
}

/** A workbook by its name, by the office's short name or by its id. */
function findBook(store: Store, asked: string): Book {
  const books = store.books()
  const found = books.find((book) => [book.id, book.name].includes(asked) || isDesk(book, asked))
  if (found) return found
  const names = books.map((book) => book.name.replace(/工作台$/, ''))
  throw new BadInput(`--desk：给的是“${asked}”，应为${names.join('、')}之一。`)
}

function isDesk(book: Book, asked: string): boolean {
  return book.kind === 'desk' && [asked, `${asked}工作台`].includes(book.name)
}

function shownTabs(tabs: TabView[], options: ShowOptions): TabView[] {
  if (options.tab === undefined) return tabs.filter((tab) => !tab.hidden).slice(0, 1)
  const found = tabs.filter((tab) => tab.name === options.tab)
  if (found.length > 0) return found
  const names = tabs.map((tab) => tab.name).join('、')
  throw new BadInput(`--tab：给的是“${options.tab}”，应为${names}之一。`)
}

function listTab(book: Book, tab: TabView, all: boolean): string[] {
  const keep = (_: string, column: number) => all || tab.columns[column]?.collapsed !== true
  const rows = tab.rows.map((row) => row.filter(keep))
  const hidden = tab.columns.filter((column) => column.collapsed).length
  const more = hidden > 0 && !all ? `（另有 ${hidden} 列收起，--all 全部显示）` : ''
  // The rows that charts stand on are blank: one of them says as much as all.
  const isBlank = (row: string[] | undefined) => row?.every((text) => text === '') === true
  const told = rows.filter((row, at) => !isBlank(row) || !isBlank(rows[at - 1]))
  return [`《${book.name}》${tab.name}${more}`, '', ...textTable(told)]
}
