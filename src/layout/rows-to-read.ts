import type { CurrentLine, CurrentLooks, CurrentRows, CurrentSheet } from './current-looks'
import type { TabLook } from './tab-look'

/**
 * One of several parts into which the rows of every tab are divided; `alone` where what shows damage
 * first was seen to be right since anybody changed the workbook.
 */
export type Band = { nth: number; of: number; alone?: boolean }

/** Every row at once. */
export const everyRow: Band = { nth: 0, of: 1 }

/** Rows from one (0) up to another. */
type Span = { from: number; to: number }

/** The cells of a tab as far as they were read. */
export type TabLines = {
  columns: { pixelSize?: number }[]
  /** What each row that was read looks like; undefined where it carries no look at all. */
  rows: ReadonlyMap<number, CurrentLine | undefined>
}

/** A workbook as read: its tabs, and by sheet id some of their rows. */
export type LooksRead = {
  frame: CurrentLooks
  /** Whether colourings, groups and charts were left out. */
  isBrief: boolean
  lines: ReadonlyMap<number, TabLines>
}

const joined = (spans: readonly Span[]): Span[] => {
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = kept[kept.length - 1]
    if (span.from >= span.to) continue
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else kept.push({ ...span })
  }
  return kept
}

/** Below what holds something people paste a few rows at a time; what lies deeper nobody has touched. */
const spare = 12

/**
 * Where damage shows first: the heads and the row below, and the last row that holds something (the
 * last of all, where that is not known); and a band of the others down to a little below what is in use, so that within as many
 * readings as there are bands each is seen. In one band it is every row.
 */
const spansOf = (
  tab: TabLook,
  rows: number,
  used: number | undefined,
  { nth, of, alone = false }: Band,
): Span[] => {
  const first = tab.headed || tab.titled === true ? 2 : 1
  const deep = of === 1 || used === undefined ? rows : Math.max(used, first) + spare
  const body = Math.max(Math.min(rows, deep) - first, 0)
  const edge = (n: number): number => first + Math.floor((body * n) / of)
  const line = (row: number): Span => ({ from: Math.max(row, 0), to: Math.min(row + 1, rows) })
  const band = { from: edge(nth), to: edge(nth + 1) }
  if (alone) return joined([band])
  return joined([
    { from: 0, to: Math.min(first + 1, rows) },
    line(Math.min(used ?? rows, rows) - 1),
    band,
  ])
}

/** Whether nobody but the script can change how a tab looks: it is protected as a whole. */
const isClosed = (tab: TabLook, { protectedRanges = [] }: CurrentSheet): boolean =>
  tab.locked &&
  protectedRanges.some(
    ({ range = {}, warningOnly = false, unprotectedRanges = [] }) =>
      !warningOnly && unprotectedRanges.length === 0 && Object.keys(range).join() === 'sheetId',
  )

/** What is asked of one tab: its rows, in the order of the answer. */
export type TabAsked = { sheetId: number; title: string; spans: Span[] }

/**
 * Which rows of which declared tabs to read, where those tabs stand; a tab that nobody can change has
 * its turn in one band. `used` tells how many rows hold something, where that is known.
 */
export const rowsToRead = (
  frame: CurrentLooks,
  tabs: readonly TabLook[],
  band: Band,
  used: (tab: TabLook) => number | undefined = () => undefined,
): TabAsked[] =>
  tabs.flatMap((tab, place) => {
    const found = frame.sheets?.find(({ properties }) => properties.sheetId === tab.sheetId)
    if (!found) return []
    const closed = isClosed(tab, found)
    if (closed && place % band.of !== band.nth) return []
    const { title, gridProperties } = found.properties
    const part = { ...band, alone: band.alone === true && !closed }
    const spans = spansOf(tab, gridProperties?.rowCount ?? 0, used(tab), part)
    return spans.length === 0 ? [] : [{ sheetId: tab.sheetId, title, spans }]
  })

/** The same in A1 notation. */
export const rangesOf = (asked: readonly TabAsked[]): string[] =>
  asked.flatMap(({ title, spans }) =>
    spans.map(({ from, to }) => `'${title.replace(/'/g, "''")}'!${from + 1}:${to}`),
  )

const linesIn = ({ from, to }: Span, data: CurrentRows | undefined) => {
  const start = data?.startRow ?? 0
  return Array.from({ length: to - from }, (_, i): [number, CurrentLine | undefined] => [
    from + i,
    data?.rowData?.[from + i - start],
  ])
}

/** The rows that an answer holds, by sheet id. */
export const linesRead = (
  asked: readonly TabAsked[],
  sheets: readonly Pick<CurrentSheet, 'properties' | 'data'>[] = [],
): Map<number, TabLines> =>
  new Map(
    asked.map(({ sheetId, spans }) => {
      const data = sheets.find(({ properties }) => properties.sheetId === sheetId)?.data ?? []
      const parts = spans.map((span) => {
        const before = data.filter(({ startRow = 0 }) => startRow <= span.from)
        return linesIn(span, before[before.length - 1])
      })
      return [sheetId, { columns: data[0]?.columnMetadata ?? [], rows: new Map(parts.flat()) }]
    }),
  )
