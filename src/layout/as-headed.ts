import type { ColumnLook, TabLook } from './tab-look'

/** A column of people's own: it looks like a place to write, and no more. */
const ownColumn = (heading: string): ColumnLook => ({
  heading,
  width: 120,
  script: false,
  folded: false,
  choices: [],
})

/**
 * The same tab with its columns as they stand now: people may move, rename or insert them, and a
 * drop-down goes with its heading, not with its place.
 */
export const asHeaded = (tab: TabLook, headings: readonly string[]): TabLook => {
  const bare = headings.map((heading) => heading.trim())
  const found = bare.map((heading) =>
    tab.columns.findIndex(
      (column) => column.heading === heading || column.aliases?.includes(heading) === true,
    ),
  )
  // Where no heading is known the tab is damaged: it is told in words, and keeps its looks.
  if (found.every((at) => at < 0)) return tab
  const columns = found.map((at, i) => tab.columns[at] ?? ownColumn(bare[i] ?? ''))
  const colourings = tab.colourings.flatMap((colouring) => {
    const from = found.indexOf(colouring.columns.from)
    return from < 0 ? [] : [{ ...colouring, columns: { from, to: from + 1 } }]
  })
  return { ...tab, columns, colourings }
}
