import { BadInput } from '../bad-input'
import type { TabTexts } from '../contract'
import type { Description } from '../description'

type DescribedTab = Description['tabs'][number]

type Heading = DescribedTab['headings'][number]

/** Where the columns of a tab stand now. */
export type HeadingColumns = {
  /** Index of the row that holds the headings. */
  headRow: number
  /** Whether the tab has a column that goes by this heading or one of its aliases. */
  has(heading: string): boolean
  /** Whether only the product fills that column. */
  script(heading: string): boolean
  /** @throws BadInput when the tab has no such column, or two. */
  column(heading: string): number
}

/** Reads the headings of a tab as they stand in it now; renamed ones are known by their aliases. */
export function headingColumns(
  view: TabTexts,
  described: DescribedTab | undefined,
): HeadingColumns {
  const known = described?.headings ?? []
  const headRow = findHeadRow(view, known)
  const standing = (view.rows[headRow] ?? []).map((text) => folded(text))
  const columnsOf = (heading: string): number[] => {
    const exact = indexesOf(standing, [heading])
    if (exact.length > 0) return exact
    return indexesOf(standing, namesOf(entryOf(known, heading)))
  }
  return {
    headRow,
    has: (heading) => columnsOf(heading).length > 0,
    script: (heading) => entryOf(known, heading)?.script ?? false,
    column(heading) {
      const [column, another] = columnsOf(heading)
      if (column === undefined) {
        const allowed = standing.filter((text) => text !== '' && !entryOf(known, text)?.script)
        throw new BadInput(
          `${view.name} 表头：填的是“${heading}”，应为${allowed.join('、')}或删除之一。`,
        )
      }
      if (another === undefined) return column
      throw new BadInput(`${view.name} 表头：“${heading}”列有两个，应先在表中改成一个。`)
    },
  }
}

// A tab may carry a title or the mark 非涉密 above its headings.
function findHeadRow(view: TabTexts, known: readonly Heading[]): number {
  const names = new Set(known.flatMap((entry) => namesOf(entry)))
  const scores = view.rows
    .slice(0, 10)
    .map((row) =>
      names.size === 0
        ? row.filter((text) => text.trim() !== '').length
        : row.filter((text) => names.has(folded(text))).length,
    )
  const best = Math.max(0, ...scores)
  if (best === 0) throw new BadInput(`${view.name}：这张表没有表头，应先修复版面。`)
  return scores.indexOf(best)
}

function entryOf(known: readonly Heading[], heading: string): Heading | undefined {
  const text = folded(heading)
  return known.find((entry) => entry.key === text || namesOf(entry).includes(text))
}

function namesOf(entry: Heading | undefined): string[] {
  return entry ? [entry.heading, ...entry.aliases].map((name) => folded(name)) : []
}

function indexesOf(standing: readonly string[], names: readonly string[]): number[] {
  const wanted = names.map((name) => folded(name))
  return standing.flatMap((text, index) => (text !== '' && wanted.includes(text) ? [index] : []))
}

// Headings of script columns carry an arrow on paper forms; line breaks and brackets are looks.
function folded(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/[→﹡*]$/, '')
    .replace(/／/g, '/')
}
