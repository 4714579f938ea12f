/** A looks request of the Sheets API, such as `{ addSheet: { properties: … } }`. */
export type LooksRequest = Record<string, unknown>
