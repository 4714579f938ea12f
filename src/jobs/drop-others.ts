import type { CurrentLooks } from '../layout/current-looks'
import type { LooksRequest } from '../layout/looks-request'
import type { TabLook } from '../layout/tab-look'

/** Takes away the empty tab every new workbook starts with. */
export const othersOf = (looks: unknown, tabs: readonly TabLook[]): LooksRequest[] => {
  const { sheets = [] } = looks as CurrentLooks
  const own = new Set(tabs.map((tab) => tab.sheetId))
  return sheets
    .filter((sheet) => !own.has(sheet.properties.sheetId))
    .map((sheet) => ({ deleteSheet: { sheetId: sheet.properties.sheetId } }))
}
