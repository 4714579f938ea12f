import type { CellLook, TabTexts, TabView } from '../contract'
import { hexOf } from '../looks/color'
import { conditionOf, formatOfRule } from '../looks/conditional'
import { boxOf, holds, isWholeTab } from '../looks/grid-range'
import type { JsonObject } from '../looks/json'
import { valueAt } from '../looks/json'
import { formatOf, patchesOfColumn } from '../looks/tab-looks'
import type { BookState, Tab } from './book'
import { lastColumnOf, lastRowOf, shownAt } from './book'
import { chartsOf } from './chart-view'
import { choicesOf } from './choices'

/** A tab as a person sees it. */
export function tabView(book: BookState, tab: Tab): TabView {
  const texts = tabTexts(tab)
  return {
    ...texts,
    index: tab.index,
    frozenRows: tab.frozenRows,
    frozenColumns: tab.frozenColumns,
    maxRows: tab.rowCount,
    maxColumns: tab.columnCount,
    tabColor: hexOf(tab.tabColor) ?? '',
    columns: columnsOf(tab),
    looks: looksOf(book, tab, texts.rows),
    merges: mergesOf(tab),
    charts: chartsOf(book, tab),
    locked: isLocked(tab),
  }
}

/** What a tab says. */
export function tabTexts(tab: Tab): TabTexts {
  const [height, width] = [lastRowOf(tab), lastColumnOf(tab)]
  const lines = tab.lines.slice(0, height)
  return {
    sheetId: tab.sheetId,
    name: tab.title,
    hidden: tab.hidden,
    rowKeys: lines.map((line) => line.key),
    rows: lines.map((_, row) =>
      Array.from({ length: width }, (_unused, column) => shownAt(tab, row, column)),
    ),
  }
}

/** Whether nobody but the script may edit the whole tab. */
export function isLocked(tab: Tab): boolean {
  return tab.looks.protections.some(
    (protection) =>
      !protection.warningOnly &&
      isWholeTab(protection.range) &&
      (protection.unprotectedRanges ?? []).length === 0,
  )
}

function columnsOf(tab: Tab): TabView['columns'] {
  const folded = tab.looks.groups.filter(
    (group) => group.collapsed && group.range.dimension === 'COLUMNS',
  )
  return Array.from({ length: tab.columnCount }, (_, index) => {
    const dimension = tab.looks.columns[index]
    const isFolded = folded.some(({ range }) => index >= range.startIndex && index < range.endIndex)
    return { width: dimension?.pixelSize ?? 100, collapsed: isFolded || !!dimension?.hiddenByUser }
  })
}

function mergesOf(tab: Tab): TabView['merges'] {
  return tab.looks.merges.map((range) => {
    const { top, bottom, left, right } = boxOf(range)
    return { row: top, column: left, rows: bottom - top, columns: right - left }
  })
}

function looksOf(book: BookState, tab: Tab, rows: readonly string[][]): CellLook[][] {
  const read = (row: number, column: number): string => rows[row]?.[column] ?? ''
  const conditions = tab.looks.conditional.map((rule) => ({
    applies: conditionOf(rule, read),
    format: formatOfRule(rule),
  }))
  const known = new Map<string, CellLook>()
  return rows.map((texts, row) =>
    texts.map((_, column) => {
      const patches = patchesOfColumn(tab.looks, column)
      const laid = indexes(patches, (patch) => holds(patch.range, row, column))
      const applied = indexes(conditions, (condition) => condition.applies(row, column))
      const key = `${column}:${laid.join()}/${applied.join()}`
      const look = known.get(key) ?? lookOf(book, at(patches, laid), at(conditions, applied))
      known.set(key, look)
      return look
    }),
  )
}

function indexes<T>(list: readonly T[], test: (entry: T) => boolean): number[] {
  return list.flatMap((entry, index) => (test(entry) ? [index] : []))
}

function at<T>(list: readonly T[], which: readonly number[]): T[] {
  return list.filter((_, index) => which.includes(index))
}

function lookOf(
  book: BookState,
  patches: Tab['looks']['patches'],
  applied: readonly { format: JsonObject }[],
): CellLook {
  const look = cellLook(formatOf(patches))
  // Of two rules that both set a member, the earlier one wins (Sheets: rules in order of priority).
  for (const { format } of applied.toReversed()) Object.assign(look, cellLook(format))
  const rule = patches.findLast((patch) => patch.validation !== undefined)?.validation
  const choices = rule ? choicesOf(book, rule) : undefined
  if (choices) look.choices = choices
  return look
}

function cellLook(format: JsonObject): CellLook {
  const look: CellLook = {}
  const fill = valueAt(format, 'backgroundColorStyle.rgbColor') ?? format.backgroundColor
  const ink =
    valueAt(format, 'textFormat.foregroundColorStyle.rgbColor') ??
    valueAt(format, 'textFormat.foregroundColor')
  const [background, color] = [hexOf(fill), hexOf(ink)]
  if (background !== undefined) look.background = background
  if (color !== undefined) look.color = color
  const bold = valueAt(format, 'textFormat.bold')
  if (typeof bold === 'boolean') look.bold = bold
  const size = valueAt(format, 'textFormat.fontSize')
  if (typeof size === 'number') look.size = size
  const given = format.horizontalAlignment
  const align = typeof given === 'string' ? given.toLowerCase() : ''
  if (align === 'left' || align === 'center' || align === 'right') look.align = align
  if (format.wrapStrategy !== undefined) look.wrap = format.wrapStrategy === 'WRAP'
  return look
}
