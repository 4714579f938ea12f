import { briefFields, type CurrentLooks, frameFields, rowFields } from '../layout/current-looks'
import {
  type Band,
  everyRow,
  type LooksRead,
  linesRead,
  rangesOf,
  rowsToRead,
} from '../layout/rows-to-read'
import type { TabLook } from '../layout/tab-look'
import type { BookId, Ports } from '../ports'

const isWhole = ({ sheets = [] }: CurrentLooks, tabs: readonly TabLook[]): boolean => {
  const standing = new Set(sheets.map(({ properties }) => properties.sheetId))
  return tabs.every(({ sheetId }) => standing.has(sheetId))
}

/**
 * How a workbook looks: its tabs, and of those that are declared the rows that are looked at. Two
 * readings, since a range of a tab that is gone is refused; in brief for a band alone, unless a tab
 * is gone.
 */
export const readLooks = (
  ports: Ports,
  book: BookId,
  tabs: readonly TabLook[],
  { band = everyRow, used }: { band?: Band; used?: (tab: TabLook) => number | undefined } = {},
): LooksRead => {
  const read = (fields: string, ranges?: readonly string[]) =>
    ports.layout.read(book, { fields, ...(ranges ? { ranges } : {}) }) as CurrentLooks
  const brief = band.alone === true ? read(briefFields) : undefined
  const isBrief = brief !== undefined && isWhole(brief, tabs)
  const frame = isBrief ? brief : read(frameFields)
  const asked = rowsToRead(frame, tabs, isBrief ? band : { ...band, alone: false }, used)
  if (asked.length === 0) return { frame, isBrief, lines: new Map() }
  const answer = read(rowFields, rangesOf(asked))
  return { frame, isBrief, lines: linesRead(asked, answer.sheets) }
}
