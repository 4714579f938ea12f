import * as v from 'valibot'

/** A row, column or pixel, counted from 0. */
export const index = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The number of a tab, chart or protected range. */
export const id = v.pipe(v.number(), v.integer())

/** A range of the Sheets API: half open, an edge that is missing is unbounded. */
export const gridRange = v.strictObject({
  sheetId: v.optional(id),
  startRowIndex: v.optional(index),
  endRowIndex: v.optional(index),
  startColumnIndex: v.optional(index),
  endColumnIndex: v.optional(index),
})
