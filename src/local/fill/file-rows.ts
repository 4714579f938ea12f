import { BadInput } from '../bad-input'
import type { TabTexts } from '../contract'
import type { Description } from '../description'
import type { HeadingColumns } from './heading-columns'
import { isoDay } from './iso-day'
import { isClear, type TypedRow } from './typing'

type DescribedTab = Description['tabs'][number]

/** The rows of a file as they are typed, and what of it is not. */
export type FileRows = {
  rows: TypedRow[]
  /** Headings the tab has no column for. */
  unknown: string[]
  /** Which rows of the file stand in the tab already, counted from 1. */
  same: number[]
}

/** States of lines of a week that is given back or over: next week's may well read like them. */
const settled = ['已印发', '已结', '已通知', '已调整', '已取消']

/**
 * What of a file is typed: known columns only, and no new row that stands there already, equal in all
 * cells people type (a line takes the leader and day of the one above, here and there).
 * @throws BadInput when the tab has none of its columns.
 */
export function fileRows(
  view: TabTexts,
  columns: HeadingColumns,
  described: DescribedTab | undefined,
  given: readonly TypedRow[],
): FileRows {
  const headings = [...new Set(given.flatMap(({ cells }) => Object.keys(cells)))]
  const known = (heading: string) => heading === '删除' || columns.has(heading)
  const unknown = headings.filter((heading) => !known(heading))
  // Nothing of it belongs here: whoever typed it meant another tab.
  if (!headings.some((heading) => heading !== '删除' && known(heading))) {
    const wanted = (described?.headings ?? []).filter(({ script }) => !script)
    throw new BadInput(
      `${view.name} 表头：没有${unknown.join('、')}这些列，应为${wanted.map(({ heading }) => heading).join('、')}之一。`,
    )
  }
  const rows = given.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).filter(([heading]) => known(heading))),
  }))
  const filled = rows.map((row, at) => ({ row, at })).filter(({ row }) => !isEmpty(row))
  const standing = new Standing(view, columns, described).know(headings, columns)
  const same = filled.filter(({ row }) => standing.take(row)).map(({ at }) => at)
  return {
    rows: filled.filter(({ at }) => !same.includes(at)).map(({ row }) => row),
    unknown,
    same: same.map((at) => at + 1),
  }
}

function isEmpty({ cells }: TypedRow): boolean {
  return Object.values(cells).every((text) => text === '' || isClear(text))
}

/** The rows of a tab as they read with what they take from above; each stands for one row of a file. */
class Standing {
  private readonly left = new Map<string, { week: boolean; settled: boolean }[]>()
  private readonly typed: { heading: string; column: number; inherits: boolean }[]
  private readonly columnOf = new Map<string, number>()
  private above: string[] = []

  constructor(view: TabTexts, columns: HeadingColumns, described: DescribedTab | undefined) {
    this.typed = (described?.headings ?? [])
      .filter(({ script, heading }) => !script && columns.has(heading))
      .map(({ heading, inherits }) => ({
        heading,
        column: columns.column(heading),
        inherits: inherits === true,
      }))
    const state = columns.has('状态') ? columns.column('状态') : -1
    let above: string[] = []
    for (const cells of view.rows.slice(columns.headRow + 1)) {
      const own = this.typed.map(({ column }) => isoDay(cells[column] ?? ''))
      if (own.every((text) => text === '')) continue
      above = this.withAbove(own, above)
      const key = JSON.stringify(above)
      const one = { week: this.saysWeek(own), settled: settled.includes(cells[state] ?? '') }
      this.left.set(key, [...(this.left.get(key) ?? []), one])
    }
  }

  /** Whether a row of the file stands there already; what it takes from above goes on either way. */
  take(row: TypedRow): boolean {
    const own = this.typed.map(({ column }) => this.textIn(row, column))
    this.above = this.withAbove(own, this.above)
    if (row.match !== undefined || row.cells['编号'] || row.cells['删除']) return false
    const found = this.left.get(JSON.stringify(this.above)) ?? []
    const at = found.findIndex((each) => each.week || !each.settled)
    if (at < 0) return false
    found.splice(at, 1)
    return true
  }

  private textIn({ cells }: TypedRow, column: number): string {
    for (const [heading, text] of Object.entries(cells))
      if (this.columnFor(heading) === column) return isClear(text) ? '' : isoDay(text)
    return ''
  }

  private columnFor(heading: string): number {
    return this.columnOf.get(heading) ?? -1
  }

  /** Names the columns of a file's headings once. */
  know(headings: readonly string[], columns: HeadingColumns): this {
    for (const heading of headings)
      if (columns.has(heading)) this.columnOf.set(heading, columns.column(heading))
    return this
  }

  private withAbove(own: string[], above: string[]): string[] {
    return own.map((text, i) => (text === '' && this.typed[i]?.inherits ? (above[i] ?? '') : text))
  }

  private saysWeek(own: string[]): boolean {
    const at = this.typed.findIndex(({ heading }) => heading === '周次')
    return at < 0 || own[at] !== ''
  }
}
