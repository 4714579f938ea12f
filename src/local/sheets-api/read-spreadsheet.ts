import type { BookState, Tab } from '../books/book'
import type { Mask } from '../looks/field-mask'
import { asksFor, masked, maskOf } from '../looks/field-mask'
import type { GridRange } from '../looks/grid-range'
import { type Box, boxOf, holds } from '../looks/grid-range'
import type { Json, JsonObject } from '../looks/json'
import type { Conditional, Patch, Protection } from '../looks/tab-looks'
import { formatOf, patchesOfColumn } from '../looks/tab-looks'
import { rangeOfA1 } from './a1-range'
import { checkMask } from './against-schema'
import { chartOf } from './chart-requests'

/** What is asked of spreadsheets.get: members, and where only some cells are wanted, which. */
export type Asked = { fields: string; ranges?: readonly string[] | undefined }

/**
 * What spreadsheets.get answers (Sheets API v4): members at their default are left out, and where
 * ranges are asked for, so is every tab that none of them touches.
 */
export function readSpreadsheet(book: BookState, title: string, { fields, ranges }: Asked): Json {
  checkMask('Spreadsheet', fields)
  const mask = maskOf(fields)
  const parts = ranges?.map((range) => rangeOfA1(range, book.tabs))
  const { locale, timeZone } = book.props
  const answer: JsonObject = {
    spreadsheetId: book.id,
    properties: { title, locale, timeZone },
  }
  if (asksFor(mask, 'sheets')) {
    const below = mask.sheets ?? {}
    answer.sheets = book.tabs.flatMap((tab) => {
      const boxes = parts?.flatMap((part) => (part.tab === tab ? [part.box] : []))
      return boxes?.length === 0 ? [] : [readTab(tab, below, boxes ?? [wholeOf(tab)])]
    })
  }
  return masked(answer, mask, new Map())
}

function wholeOf(tab: Tab): Box {
  return { top: 0, bottom: tab.rowCount, left: 0, right: tab.columnCount }
}

function readTab(tab: Tab, mask: Mask, boxes: readonly Box[]): JsonObject {
  const { looks } = tab
  const answer: JsonObject = { properties: sheetPropertiesOf(tab) }
  if (looks.merges.length > 0) answer.merges = looks.merges.map(rangeOf)
  if (looks.conditional.length > 0) answer.conditionalFormats = looks.conditional.map(conditionalOf)
  if (looks.protections.length > 0) {
    answer.protectedRanges = looks.protections.map(protectedRangeOf)
  }
  if (looks.charts.length > 0) answer.charts = looks.charts.map(chartOf)
  const groups = looks.groups.filter((group) => group.range.dimension === 'COLUMNS')
  if (groups.length > 0) answer.columnGroups = groups.map((group) => ({ ...group }))
  // Grid data is costly and only given when named, as with includeGridData.
  if ('data' in mask) answer.data = boxes.map((box) => gridDataOf(tab, mask.data ?? {}, box))
  return answer
}

export function sheetPropertiesOf(tab: Tab): JsonObject {
  const grid: JsonObject = { rowCount: tab.rowCount, columnCount: tab.columnCount }
  if (tab.frozenRows > 0) grid.frozenRowCount = tab.frozenRows
  if (tab.frozenColumns > 0) grid.frozenColumnCount = tab.frozenColumns
  const properties: JsonObject = {
    sheetId: tab.sheetId,
    title: tab.title,
    index: tab.index,
    sheetType: 'GRID',
    gridProperties: grid,
  }
  if (tab.hidden) properties.hidden = true
  if (tab.tabColor) {
    properties.tabColor = tab.tabColor
    properties.tabColorStyle = { rgbColor: tab.tabColor }
  }
  return properties
}

export function conditionalOf(rule: Conditional): JsonObject {
  return { ranges: rule.ranges.map(rangeOf), booleanRule: rule.booleanRule }
}

export function protectedRangeOf(protection: Protection): JsonObject {
  const answer: JsonObject = {
    protectedRangeId: protection.protectedRangeId,
    range: rangeOf(protection.range),
    requestingUserCanEdit: true,
  }
  if (protection.description) answer.description = protection.description
  // In warning mode editors are ignored and not given back (ProtectedRange, Sheets API v4).
  if (protection.warningOnly) answer.warningOnly = true
  else answer.editors = { users: [], ...protection.editors }
  const open = protection.unprotectedRanges ?? []
  if (open.length > 0) answer.unprotectedRanges = open.map(rangeOf)
  return answer
}

function rangeOf(range: GridRange): JsonObject {
  return Object.fromEntries(Object.entries(range).filter(([, edge]) => edge !== undefined))
}

function gridDataOf(tab: Tab, mask: Mask, box: Box): JsonObject {
  const data: JsonObject = {}
  if (box.top > 0) data.startRow = box.top
  if (box.left > 0) data.startColumn = box.left
  if (asksFor(mask, 'columnMetadata')) {
    data.columnMetadata = Array.from({ length: box.right - box.left }, (_, index) => {
      const { pixelSize, hiddenByUser } = tab.looks.columns[box.left + index] ?? {}
      const size = { pixelSize: pixelSize ?? 100 }
      return hiddenByUser ? { ...size, hiddenByUser } : size
    })
  }
  if (asksFor(mask, 'rowData')) data.rowData = rowDataOf(tab, box)
  return data
}

/** One entry a row that carries a look, equal rows shared: 1000 rows cost no more than 10. */
function rowDataOf(tab: Tab, box: Box): Json[] {
  const { patches } = tab.looks
  const bottoms = patches.map((patch) => Math.min(boxOf(patch.range).bottom, box.bottom))
  const height = Math.max(0, Math.max(0, ...bottoms) - box.top)
  const known = new Map<string, Json>()
  return Array.from({ length: height }, (_, index) => {
    const row = box.top + index
    const key = patches
      .map(({ range }) => (row >= boxOf(range).top && row < boxOf(range).bottom ? '1' : '0'))
      .join('')
    const values = known.get(key) ?? rowValues(tab, row, box)
    known.set(key, values)
    return values
  })
}

function rowValues(tab: Tab, row: number, { left, right }: Box): Json {
  const cells = Array.from({ length: right - left }, (_, index) => {
    const column = left + index
    const patches = patchesOfColumn(tab.looks, column)
    return cellDataOf(patches.filter((patch) => holds(patch.range, row, column)))
  })
  const used = cells.findLastIndex((cell) => Object.keys(cell).length > 0) + 1
  return used === 0 ? {} : { values: cells.slice(0, used) }
}

function cellDataOf(patches: readonly Patch[]): JsonObject {
  const cell: JsonObject = {}
  const format = formatOf(patches)
  if (Object.keys(format).length > 0) cell.userEnteredFormat = format
  const rule = patches.findLast((patch) => patch.validation !== undefined)?.validation
  if (rule) cell.dataValidation = rule
  return cell
}
