import type { Workspace } from '../../src/local/contract'

/** Columns that say when something was seen or done: a run later in time shows other moments there. */
const seenTimes: Record<string, readonly string[]> = {
  报送情况: ['报送时间'],
  发件情况: ['时间'],
  手动操作: ['时间'],
  问题: ['自何时'],
}

/** Tabs of the machine ledger in which a later run rightly writes other lines. */
const ownBusiness = new Set(['运行', '页面', '事件'])

const withoutTimes = (json: string): string =>
  json
    .replace(/"(at|after|issuedAt|next|no|covered|touched)":-?\d+/g, '"$1":0')
    .replace(/"mark":"[^"]*"/g, '"mark":""')
    // A letter that may not have arrived is the one thing a kill may leave behind.
    .replace(/"state":"(sent|uncertain)"/g, '"state":"sent or uncertain"')

/** When a text was refused stands in the fourth column. */
const withoutMoment = (row: string[]): string[] => row.map((text, at) => (at === 3 ? '' : text))

const doubtful = '不确定，请核实是否收到'

const page = (name: string, rows: string[][]): string[] => {
  const headings = rows[1] ?? []
  const left = new Set((seenTimes[name] ?? []).map((heading) => headings.indexOf(heading)))
  const lines = rows
    .filter(([kind]) => !(name === '问题' && kind === '不确定的信'))
    .map((row) => (name === '本办待办' && row[0] === '已拒收' ? withoutMoment(row) : row))
    .map((row) =>
      row.flatMap((text, at) => {
        if (left.has(at)) return []
        return [text === doubtful && name === '发件情况' ? '已发' : text]
      }),
    )
    .map((row) => row.join('\t').trimEnd())
  // Its order is that of its times.
  return name === '发件情况' ? lines.sort() : lines
}

/** What a workspace shows, workbook by workbook and tab by tab, the moments left out. */
export function whatStands({ store }: Workspace): Record<string, string[]> {
  const shown: Record<string, string[]> = {}
  for (const { id, name, kind } of store.books()) {
    for (const tab of store.view(id)) {
      const key = `${name} ${tab.name}`
      if (kind !== 'ledger') shown[key] = page(tab.name, tab.rows).filter((line) => line !== '')
      else if (!ownBusiness.has(tab.name))
        shown[key] = tab.rows
          .map((row) => withoutTimes(row.join('\t')).trimEnd())
          .filter((line) => line !== '')
          .sort()
    }
  }
  return shown
}

/** Letters of which nobody knows whether they arrived. */
export function uncertainLetters({ store }: Workspace): number {
  const control = store.books().find(({ kind }) => kind === 'control')
  const tab = control && store.view(control.id).find(({ name }) => name === '发件情况')
  return (tab?.rows ?? []).filter((row) => row.includes(doubtful)).length
}
