import type { Journal } from '../domain/event'
import { type RefusedCell, refusedCells, withoutRefused } from '../domain/guard-cells'
import type { Register } from '../domain/register'
import { judgeText } from '../domain/secrecy'
import { columnsOf } from '../domain/table'
import type { BookId, Ports, TabContent } from '../ports'

/** The cells of one tab that have to be emptied. */
export type RefusedTab = { book: BookId; tab: string; cells: RefusedCell[] }

/** A workbook as the guard lets it pass, and what it does not. */
export type Guarded = { contents: TabContent[]; refused: RefusedTab[] }

/** How people find a cell: by the heading it stands under. */
const placer = (register: Register | undefined, shown: string[][]) => {
  const found = register ? columnsOf(register, shown) : undefined
  const known = found && !('fault' in found) ? found : undefined
  return ({ row, column }: RefusedCell): string => {
    if (known && row <= known.headRow) return '标题及以上'
    return known?.headings[column - 1] || `第${column}列`
  }
}

const titleOf = ({ title }: TabContent): string =>
  title === undefined || judgeText(title).level.startsWith('refuse') ? '另加的表' : title

const guardTab = (
  journal: Journal,
  book: BookId,
  content: TabContent,
  register: Register | undefined,
): { content: TabContent; refused: RefusedTab[] } => {
  const cells = refusedCells(content.shown, content.formulas)
  if (cells.length === 0) return { content, refused: [] }
  const shown = withoutRefused(content.shown, cells)
  const places = new Set(cells.map(({ row, column }) => `${row}|${column}`))
  const formulas = content.formulas.filter(({ row, column }) => !places.has(`${row}|${column}`))
  const heading = placer(register, shown)
  for (const cell of cells) {
    const key = `${book}|${register?.id ?? content.name}|${cell.row}|${cell.column}`
    journal.set('refusals', key, {
      book,
      register: register?.id ?? '',
      heading: heading(cell),
      position: cell.row,
      rule: cell.rule,
      at: journal.at,
      ...(register ? {} : { tab: titleOf(content) }),
    })
  }
  const refused = [{ book, tab: content.name, cells }]
  return { content: { ...content, shown, formulas }, refused }
}

/**
 * Reads a workbook under the secrecy guard, before anything else is decided: every cell of every tab
 * that people can type in is judged, added ones too, and nobody after it sees a refused text.
 *
 * @param own the names of all tabs the product makes there.
 * @throws PlatformError when the workbook cannot be opened.
 */
export const readGuarded = (
  ports: Ports,
  journal: Journal,
  book: BookId,
  registers: readonly Register[],
  own: readonly string[],
): Guarded => {
  const titles = registers.map(({ title }) => title)
  const contents = [...ports.tables.read(book, titles), ...ports.tables.others(book, own)]
  const guarded = contents.map((content) => {
    const register = registers.find(({ title }) => title === content.name)
    return guardTab(journal, book, content, register)
  })
  return {
    contents: guarded.map(({ content }) => content),
    refused: guarded.flatMap(({ refused }) => refused),
  }
}

/** What one tab shows, and what the guard took out of it. */
export const inTab = (
  { title }: Register,
  contents: readonly TabContent[],
  refused: readonly RefusedTab[],
) => ({
  content: contents.find(({ name }) => name === title),
  refused: refused.find(({ tab }) => tab === title)?.cells ?? [],
})
