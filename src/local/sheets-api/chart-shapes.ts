import * as v from 'valibot'

import { gridRange, id, index } from './range-shapes'

const sources = v.strictObject({
  sourceRange: v.strictObject({ sources: v.pipe(v.array(gridRange), v.minLength(1)) }),
})
const colour = v.strictObject({
  rgbColor: v.strictObject({
    red: v.optional(v.number()),
    green: v.optional(v.number()),
    blue: v.optional(v.number()),
  }),
})
const spec = v.strictObject({
  title: v.optional(v.string()),
  altText: v.optional(v.string()),
  hiddenDimensionStrategy: v.optional(
    v.picklist([
      'SKIP_HIDDEN_ROWS_AND_COLUMNS',
      'SKIP_HIDDEN_ROWS',
      'SKIP_HIDDEN_COLUMNS',
      'SHOW_ALL',
    ]),
  ),
  basicChart: v.strictObject({
    chartType: v.picklist(['COLUMN', 'LINE']),
    stackedType: v.optional(v.picklist(['NOT_STACKED', 'STACKED'])),
    legendPosition: v.optional(
      v.picklist(['BOTTOM_LEGEND', 'LEFT_LEGEND', 'RIGHT_LEGEND', 'TOP_LEGEND', 'NO_LEGEND']),
    ),
    headerCount: v.optional(index),
    domains: v.pipe(v.array(v.strictObject({ domain: sources })), v.length(1)),
    series: v.pipe(
      v.array(
        v.strictObject({
          series: sources,
          targetAxis: v.optional(v.literal('LEFT_AXIS')),
          colorStyle: v.optional(colour),
        }),
      ),
      v.minLength(1),
    ),
  }),
})
const position = v.strictObject({
  overlayPosition: v.strictObject({
    anchorCell: v.optional(
      v.strictObject({
        sheetId: v.optional(id, 0),
        rowIndex: v.optional(index, 0),
        columnIndex: v.optional(index, 0),
      }),
    ),
    offsetXPixels: v.optional(index),
    offsetYPixels: v.optional(index),
    widthPixels: v.optional(index),
    heightPixels: v.optional(index),
  }),
})

/** The requests about charts that the local store understands (Sheets API v4). */
export const chartShapes = {
  addChart: v.strictObject({
    chart: v.strictObject({ chartId: v.optional(id), spec, position }),
  }),
  updateChartSpec: v.strictObject({ chartId: id, spec }),
  updateEmbeddedObjectPosition: v.strictObject({
    objectId: id,
    newPosition: position,
    fields: v.string(),
  }),
  deleteEmbeddedObject: v.strictObject({ objectId: id }),
} as const
