import type { LooksRequest } from '../layout/looks-request'
import type { LooksRead } from '../layout/rows-to-read'
import type { TabLook } from '../layout/tab-look'

/** Takes away the empty tab every new workbook starts with. */
export const othersOf = ({ frame }: LooksRead, tabs: readonly TabLook[]): LooksRequest[] => {
  const { sheets = [] } = frame
  const own = new Set(tabs.map((tab) => tab.sheetId))
  return sheets
    .filter((sheet) => !own.has(sheet.properties.sheetId))
    .map((sheet) => ({ deleteSheet: { sheetId: sheet.properties.sheetId } }))
}
