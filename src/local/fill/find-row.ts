import { BadInput } from '../bad-input'
import type { TabTexts } from '../contract'
import type { HeadingColumns } from './heading-columns'
import { isoDay } from './iso-day'
import { isClear, type TypedRow } from './typing'

type Match = Record<string, string | readonly string[]>

/**
 * Columns that tell the rows of a tab apart where no 编号 is given; `made` rows come from the tick,
 * and what goes by the headings of `alike` stands in one or the other of them.
 */
const keys: Record<string, { by: readonly string[]; made: boolean; alike?: readonly string[] }> = {
  报送: { by: ['周次', '次数'], made: true },
  报送情况: { by: ['周次', '单位'], made: true },
  审定: { by: ['周次', '版本'], made: true },
  参数表: { by: ['参数', '生效日期'], made: false, alike: ['参数', '参数名称', '参数代号'] },
  工作日历: { by: ['日期'], made: false },
}

/** The row key of the row that a typed row is to change, or undefined when it is a new row. */
export function findRow(
  view: TabTexts,
  columns: HeadingColumns,
  row: TypedRow,
): string | undefined {
  const match = matchOf(view, columns, row)
  if (!match) return undefined
  const wanted = Object.entries(match).map(([heading, texts]) => ({
    among: headingsFor(view, columns, heading).map((each) => columns.column(each)),
    texts: (typeof texts === 'string' ? [texts] : texts).map((text) => isoDay(text)),
  }))
  const index = view.rows.findLastIndex(
    (cells, at) =>
      at > columns.headRow &&
      wanted.every(({ among, texts }) =>
        among.some((column) => texts.includes(isoDay(cells[column] ?? ''))),
      ),
  )
  return view.rowKeys[index]
}

/**
 * Lets a row that was not found become a new one.
 * @throws BadInput where only an existing row can be meant.
 */
export function mayBeNew(view: TabTexts, columns: HeadingColumns, row: TypedRow): void {
  const existing =
    row.match !== undefined ||
    row.cells['删除'] === '是' ||
    (given(row, '编号') && columns.script('编号')) ||
    keys[view.name]?.made === true
  if (!existing) return
  const match = Object.entries(matchOf(view, columns, row) ?? {})
  const told = match.map(([heading, texts]) => `${heading}=${[texts].flat().join('或')}`)
  throw new BadInput(
    told.length > 0
      ? `${view.name}：没有${told.join('、')}的行，应为表中已有的行。`
      : `${view.name}：看不出指哪一行，应填编号${(keys[view.name]?.by ?? []).map((key) => `或${key}`).join('')}。`,
  )
}

function matchOf(view: TabTexts, columns: HeadingColumns, row: TypedRow): Match | undefined {
  if (row.match) return row.match
  if (given(row, '编号') && columns.has('编号')) return { 编号: row.cells['编号'] ?? '' }
  const { by = [], alike = [] } = keys[view.name] ?? {}
  const told = by.flatMap((key) => {
    const names = alike.includes(key) ? alike : [key]
    const heading = names.find((name) => given(row, name))
    return heading === undefined ? [] : [{ key, heading }]
  })
  if (told[0]?.key === undefined || told[0].key !== by[0]) return undefined
  return Object.fromEntries(told.map(({ heading }) => [heading, row.cells[heading] ?? '']))
}

function headingsFor(view: TabTexts, columns: HeadingColumns, heading: string): readonly string[] {
  const { alike = [] } = keys[view.name] ?? {}
  if (!alike.includes(heading)) return [heading]
  const there = alike.filter((each) => columns.has(each))
  return there.length > 0 ? there : [heading]
}

function given(row: TypedRow, heading: string): boolean {
  const text = row.cells[heading] ?? ''
  return text !== '' && !isClear(text)
}
