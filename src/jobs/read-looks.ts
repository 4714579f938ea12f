import { type CurrentLooks, frameFields, rowFields } from '../layout/current-looks'
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

/**
 * How a workbook looks: its tabs, and of those that are declared the rows that are looked at. Two
 * readings, since a range of a tab that is gone is refused.
 */
export const readLooks = (
  ports: Ports,
  book: BookId,
  tabs: readonly TabLook[],
  { band = everyRow, used }: { band?: Band; used?: (tab: TabLook) => number | undefined } = {},
): LooksRead => {
  const frame = ports.layout.read(book, { fields: frameFields }) as CurrentLooks
  const asked = rowsToRead(frame, tabs, band, used)
  if (asked.length === 0) return { frame, lines: new Map() }
  const answer = ports.layout.read(book, { fields: rowFields, ranges: rangesOf(asked) })
  return { frame, lines: linesRead(asked, (answer as CurrentLooks).sheets) }
}
