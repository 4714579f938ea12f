/** A refused request of the Sheets API, named as the advanced service names it. */
export class SheetsApiError extends Error {
  override name = 'GoogleJsonResponseException'

  constructor(message: string, method: 'batchUpdate' | 'get' = 'batchUpdate') {
    super(`API call to sheets.spreadsheets.${method} failed with error: ${message}`)
  }
}

/** A refused request of the Drive API, named as the advanced service names it. */
export class DriveApiError extends Error {
  override name = 'GoogleJsonResponseException'

  constructor(message: string) {
    super(`API call to drive.files.list failed with error: ${message}`)
  }
}
