import { type Exported, type Fill, type SheetRow, TypedTab, tabRows, unseen } from './sheets'

/** Tabs whose rows people themselves add. */
const added = ['周计划填报', '意见建议', '任务交办']

const nameOfBook = (books: Exported): Map<string, string> =>
  new Map(
    tabRows(books, '总台账', '单位').map((row): [string, string] => {
      const short = row['简称'] ?? ''
      return [row['工作台'] ?? '', short.endsWith('台') ? short : `${short}工作台`]
    }),
  )

// Whatever a day was typed as, its month and date stand in it.
const datesIn = (text: string): string =>
  /(\d+)\s*[-.月/]\s*(\d+)日?$/.exec(text)?.slice(1, 3).map(Number).join('.') ?? text

const sameText = (shown: string, typed: string): boolean => {
  if (shown.trim() === typed.trim()) return true
  return /^\d{4}-\d{2}-\d{2}$/.test(shown) && datesIn(shown) === datesIn(typed.trim())
}

const holds = (shown: SheetRow, typed: SheetRow): boolean =>
  Object.entries(typed).every(
    ([heading, text]) => text === '（已拒收）' || sameText(shown[heading] ?? '', text),
  )

/** Rows that people typed and did not delete and that no exported tab shows any more, in words. */
export const lostRows = (books: Exported, fills: Fill[]): string[] => {
  const names = nameOfBook(books)
  const tabs = new Map<string, TypedTab>()
  for (const fill of fills.filter(({ tab }) => added.includes(tab))) {
    const key = `${names.get(fill.book) ?? '总台账'}\t${fill.tab}`
    const tab = tabs.get(key) ?? new TypedTab()
    tabs.set(key, tab)
    for (const row of fill.rows) tab.type(row)
  }
  return [...tabs].flatMap(([key, { rows }]) => {
    const [book = '', tab = ''] = key.split('\t')
    const left = [...tabRows(books, book, tab)]
    return rows
      .filter((row) => row[unseen] === undefined)
      .flatMap((typed) => {
        const at = left.findIndex((shown) => holds(shown, typed))
        if (at >= 0) left.splice(at, 1)
        return at >= 0 ? [] : [`${book}「${tab}」${JSON.stringify(typed)}`]
      })
  })
}
