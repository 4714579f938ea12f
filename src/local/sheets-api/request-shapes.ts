import * as v from 'valibot'
import type { Json } from '../looks/json'
import { chartShapes } from './chart-shapes'
import { gridRange, id, index } from './range-shapes'

const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([v.null(), v.boolean(), v.number(), v.string(), v.array(json), jsonObject]),
)
const jsonObject = v.record(v.string(), json)

const dimension = v.picklist(['ROWS', 'COLUMNS'])
const span = v.strictObject({
  sheetId: v.optional(id, 0),
  dimension,
  startIndex: v.optional(index, 0),
  endIndex: index,
})
const sheetProperties = v.strictObject({
  sheetId: v.optional(id),
  title: v.optional(v.string()),
  index: v.optional(index),
  sheetType: v.optional(v.literal('GRID')),
  hidden: v.optional(v.boolean()),
  rightToLeft: v.optional(v.literal(false)),
  gridProperties: v.optional(
    v.strictObject({
      rowCount: v.optional(index),
      columnCount: v.optional(index),
      frozenRowCount: v.optional(index),
      frozenColumnCount: v.optional(index),
    }),
  ),
  tabColor: v.optional(jsonObject),
  tabColorStyle: v.optional(jsonObject),
})
const protectedRange = v.strictObject({
  protectedRangeId: v.optional(id),
  range: v.optional(gridRange),
  description: v.optional(v.string()),
  warningOnly: v.optional(v.boolean()),
  requestingUserCanEdit: v.optional(v.boolean()),
  unprotectedRanges: v.optional(v.array(gridRange)),
  editors: v.optional(
    v.strictObject({
      users: v.optional(v.array(v.string())),
      groups: v.optional(v.array(v.string())),
      domainUsersCanEdit: v.optional(v.boolean()),
    }),
  ),
})
const rule = v.strictObject({ ranges: v.array(gridRange), booleanRule: jsonObject })

/** The requests of spreadsheets.batchUpdate that the local store understands (Sheets API v4). */
export const requestShapes = {
  addSheet: v.strictObject({ properties: v.optional(sheetProperties, {}) }),
  deleteSheet: v.strictObject({ sheetId: id }),
  updateSheetProperties: v.strictObject({ properties: sheetProperties, fields: v.string() }),
  updateSpreadsheetProperties: v.strictObject({
    properties: v.strictObject({
      title: v.optional(v.string()),
      locale: v.optional(v.string()),
      timeZone: v.optional(v.string()),
    }),
    fields: v.string(),
  }),
  updateDimensionProperties: v.strictObject({
    range: span,
    properties: v.strictObject({
      pixelSize: v.optional(index),
      hiddenByUser: v.optional(v.boolean()),
    }),
    fields: v.string(),
  }),
  appendDimension: v.strictObject({ sheetId: v.optional(id, 0), dimension, length: index }),
  moveDimension: v.strictObject({ source: span, destinationIndex: index }),
  addDimensionGroup: v.strictObject({ range: span }),
  deleteDimensionGroup: v.strictObject({ range: span }),
  updateDimensionGroup: v.strictObject({
    dimensionGroup: v.strictObject({
      range: span,
      depth: v.optional(index, 1),
      collapsed: v.optional(v.boolean(), false),
    }),
    fields: v.string(),
  }),
  addProtectedRange: v.strictObject({ protectedRange }),
  updateProtectedRange: v.strictObject({ protectedRange, fields: v.string() }),
  deleteProtectedRange: v.strictObject({ protectedRangeId: id }),
  addConditionalFormatRule: v.strictObject({ rule, index: v.optional(index, 0) }),
  updateConditionalFormatRule: v.strictObject({
    index,
    sheetId: v.optional(id, 0),
    rule: v.optional(rule),
    newIndex: v.optional(index),
  }),
  deleteConditionalFormatRule: v.strictObject({ index, sheetId: v.optional(id, 0) }),
  setDataValidation: v.strictObject({
    range: gridRange,
    rule: v.optional(
      v.strictObject({
        condition: v.strictObject({ type: v.string(), values: v.optional(v.array(jsonObject)) }),
        inputMessage: v.optional(v.string()),
        strict: v.optional(v.boolean()),
        showCustomUi: v.optional(v.boolean()),
      }),
    ),
    filteredRowsIncluded: v.optional(v.boolean()),
  }),
  repeatCell: v.strictObject({ range: gridRange, cell: jsonObject, fields: v.string() }),
  mergeCells: v.strictObject({
    range: gridRange,
    mergeType: v.picklist(['MERGE_ALL', 'MERGE_ROWS', 'MERGE_COLUMNS']),
  }),
  unmergeCells: v.strictObject({ range: gridRange }),
  ...chartShapes,
} as const

export type RequestShapes = typeof requestShapes
export type RequestName = keyof RequestShapes
export type RequestOf<Name extends RequestName> = v.InferOutput<RequestShapes[Name]>
