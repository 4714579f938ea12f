import type { CurrentLooks } from '../layout/current-looks'
import type { TabLook } from '../layout/tab-look'
import type { BookId, Ports } from '../ports'

/** Takes away the empty tab every new workbook starts with. */
export const dropOthers = (ports: Ports, book: BookId, tabs: TabLook[]): void => {
  const { sheets = [] } = ports.layout.read(book) as CurrentLooks
  const own = new Set(tabs.map((tab) => tab.sheetId))
  const others = sheets.filter((sheet) => !own.has(sheet.properties.sheetId))
  if (others.length === 0) return
  ports.layout.apply(
    book,
    others.map((sheet) => ({ deleteSheet: { sheetId: sheet.properties.sheetId } })),
  )
}
