import { sheetIdOf, type TabLook } from './tab-look'

/** The tabs of a machine ledger: nobody edits them. */
export const tabsOfLedger = (headings: Record<string, readonly string[]>): TabLook[] =>
  Object.entries(headings).map(([name, columns], index) => ({
    name,
    sheetId: sheetIdOf(name),
    index,
    columns: columns.map((heading) => ({
      heading,
      width: /内容|新值|原值|说明/.test(heading) ? 360 : 130,
      script: true,
      folded: false,
      choices: [],
    })),
    frozenRows: 2,
    frozenColumns: 0,
    tabColour: '#777777',
    locked: true,
    hidden: false,
    colourings: [],
    headed: true,
  }))
