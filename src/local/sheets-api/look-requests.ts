import type { Tab } from '../books/book'
import { tabOf } from '../books/book'
import type { BookChange } from '../books/book-change'
import { conditionOf } from '../looks/conditional'
import { maskOf, pathsOf } from '../looks/field-mask'
import type { GridRange } from '../looks/grid-range'
import { boxOf, covers, overlaps } from '../looks/grid-range'
import type { Json, JsonObject } from '../looks/json'
import { isObject, valueAt } from '../looks/json'
import type { Conditional } from '../looks/tab-looks'
import { addPatch } from '../looks/tab-looks'
import { keptFormat } from './kept-format'
import { conditionalOf } from './read-spreadsheet'
import type { RequestOf } from './request-shapes'

/** Requests about formats, drop-downs, conditional formats and merged cells. */
export const lookRequests = {
  addConditionalFormatRule(change: BookChange, request: RequestOf<'addConditionalFormatRule'>) {
    const { tab, rule } = checkedRule(change, request.rule)
    tab.looks.conditional.splice(request.index, 0, rule)
    return undefined
  },

  updateConditionalFormatRule(
    change: BookChange,
    request: RequestOf<'updateConditionalFormatRule'>,
  ) {
    const tab = touched(change, request.sheetId)
    const old = ruleAt(tab, request.index)
    tab.looks.conditional.splice(request.index, 1)
    const next = request.rule ? checkedRule(change, request.rule).rule : old
    tab.looks.conditional.splice(request.newIndex ?? request.index, 0, next)
    return { oldRule: conditionalOf(old), newRule: conditionalOf(next) }
  },

  deleteConditionalFormatRule(
    change: BookChange,
    request: RequestOf<'deleteConditionalFormatRule'>,
  ) {
    const tab = touched(change, request.sheetId)
    const rule = ruleAt(tab, request.index)
    tab.looks.conditional.splice(request.index, 1)
    return { rule: conditionalOf(rule) }
  },

  setDataValidation(change: BookChange, { range, rule }: RequestOf<'setDataValidation'>) {
    const tab = touchedRange(change, range)
    addPatch(tab.looks, { range, validation: rule ? (asJson(rule) as JsonObject) : null })
    return undefined
  },

  /** Looks only: values never pass here. */
  repeatCell(change: BookChange, { range, cell, fields }: RequestOf<'repeatCell'>) {
    const given = Object.keys(cell).find((member) => member !== 'userEnteredFormat')
    if (given !== undefined) throw new Error(`${given} is refused: only looks may be sent`)
    const paths = pathsOf(maskOf(fields))
    const other = paths.find((path) => path.split('.')[0] !== 'userEnteredFormat')
    if (other !== undefined) throw new Error(`field ${other} is refused: only looks may be sent`)
    const tab = touchedRange(change, range)
    const format = isObject(cell.userEnteredFormat) ? cell.userEnteredFormat : {}
    addPatch(tab.looks, { range, format: keptFormat(format, paths) })
    return undefined
  },

  mergeCells(change: BookChange, { range, mergeType }: RequestOf<'mergeCells'>) {
    if (mergeType !== 'MERGE_ALL') {
      throw new Error(`${mergeType} is not implemented in the local store`)
    }
    const tab = touchedRange(change, range)
    const crossed = tab.looks.merges.find(
      (other) => overlaps(boxOf(other), boxOf(range)) && !covers(range, other),
    )
    if (crossed) throw new Error('You must select all cells in a merged range to merge them.')
    tab.looks.merges = tab.looks.merges.filter((other) => !covers(range, other))
    tab.looks.merges.push(range)
    return undefined
  },

  unmergeCells(change: BookChange, { range }: RequestOf<'unmergeCells'>) {
    const tab = touchedRange(change, range)
    tab.looks.merges = tab.looks.merges.filter((other) => !covers(range, other))
    return undefined
  },
}

function touched(change: BookChange, sheetId: number): Tab {
  const tab = tabOf(change.book, sheetId)
  change.tabs.add(tab)
  return tab
}

function touchedRange(change: BookChange, range: GridRange): Tab {
  const tab = touched(change, range.sheetId ?? 0)
  const box = boxOf(range)
  const isOutside =
    (range.endRowIndex ?? 0) > tab.rowCount || (range.endColumnIndex ?? 0) > tab.columnCount
  if (isOutside || box.top >= box.bottom || box.left >= box.right) {
    throw new Error('range is outside the sheet or empty')
  }
  return tab
}

function ruleAt(tab: Tab, index: number): Conditional {
  const rule = tab.looks.conditional[index]
  if (!rule) throw new Error(`No conditional format on sheet: ${tab.sheetId} at index: ${index}`)
  return rule
}

function checkedRule(change: BookChange, given: RequestOf<'addConditionalFormatRule'>['rule']) {
  const tab = touchedRange(change, given.ranges[0] ?? {})
  const format = valueAt(given.booleanRule, 'format')
  const kept = isObject(format) ? format : {}
  const rule: Conditional = {
    ranges: given.ranges,
    booleanRule: { ...given.booleanRule, format: keptFormat(kept, Object.keys(kept)) },
  }
  // A condition that the page could not draw is refused here, by name.
  conditionOf(rule, () => '')
  return { tab, rule }
}

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}
