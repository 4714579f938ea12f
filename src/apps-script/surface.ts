/**
 * The calls to Google we use, and no others.
 *
 * Google's own types must satisfy these (surface.check.ts); the local runtime implements them.
 * Whatever is missing here cannot be called at all.
 */

export type CellValue = string | number | boolean | Date

export interface RangeLike {
  getValues(): CellValue[][]
  getFormulas(): string[][]
  setValues(values: CellValue[][]): RangeLike
}

export interface SheetLike {
  getSheetId(): number
  getName(): string
  getLastRow(): number
  getLastColumn(): number
  getMaxRows(): number
  getMaxColumns(): number
  getRange(row: number, column: number, numRows: number, numColumns: number): RangeLike
  appendRow(rowContents: CellValue[]): SheetLike
  insertRowsAfter(afterPosition: number, howMany: number): SheetLike
  insertColumnsAfter(afterPosition: number, howMany: number): SheetLike
}

export interface SpreadsheetLike {
  getId(): string
  getName(): string
  getUrl(): string
  getSpreadsheetTimeZone(): string
  getSheets(): SheetLike[]
  getSheetByName(name: string): SheetLike | null
}

export interface MenuLike {
  addItem(caption: string, functionName: string): MenuLike
  addToUi(): void
}

export interface UiLike {
  createMenu(caption: string): MenuLike
}

export interface SpreadsheetAppLike {
  openById(id: string): SpreadsheetLike
  getActiveSpreadsheet(): SpreadsheetLike | null
  create(name: string): SpreadsheetLike
  flush(): void
  getUi(): UiLike
}

export interface MailAppLike {
  sendEmail(message: {
    to: string
    subject: string
    body: string
    htmlBody: string
    name: string
    replyTo: string
  }): void
  getRemainingDailyQuota(): number
}

/** How the local MailApp begins to say what a mail server answered; Google's own says none of these. */
export type MailWords = {
  later: 'Mail not taken for now: '
  server: 'Mail server not available: '
  never: 'Mail refused: '
  unknown: 'Mail unanswered: '
}

export interface PropertiesLike {
  getProperties(): Record<string, string>
  getProperty(key: string): string | null
  setProperties(properties: Record<string, string>): PropertiesLike
  deleteProperty(key: string): PropertiesLike
}

export interface PropertiesServiceLike {
  getScriptProperties(): PropertiesLike
}

export interface LockLike {
  tryLock(timeoutInMillis: number): boolean
  releaseLock(): void
}

export interface LockServiceLike {
  getScriptLock(): LockLike
}

export interface SessionLike {
  getEffectiveUser(): { getEmail(): string }
  getActiveUser(): { getEmail(): string }
}

export interface UtilitiesLike {
  getUuid(): string
  sleep(milliseconds: number): void
}

export interface TriggerLike {
  getHandlerFunction(): string
}

export interface ScriptAppLike {
  getProjectTriggers(): TriggerLike[]
  deleteTrigger(trigger: TriggerLike): void
  newTrigger(functionName: string): {
    timeBased(): {
      everyMinutes(n: number): { create(): TriggerLike }
      everyDays(n: number): { atHour(hour: number): { create(): TriggerLike } }
    }
    forSpreadsheet(key: string): { onEdit(): { create(): TriggerLike } }
  }
}

/** A looks request of the Sheets API, such as `{ addSheet: { properties: … } }`. */
export type LooksRequest = Record<string, unknown>

/** The advanced Sheets service: looks only, values never pass here. */
export interface SheetsLike {
  Spreadsheets: {
    get(spreadsheetId: string, options: { fields: string; ranges?: string[] }): unknown
    batchUpdate(resource: { requests: LooksRequest[] }, spreadsheetId: string): unknown
  }
}

/** The advanced Drive service (v3), read-only metadata. */
export interface DriveLike {
  Files: {
    list(options: { q: string; fields: string; pageSize: number; pageToken?: string }): {
      files?: {
        id?: string
        modifiedTime?: string
        lastModifyingUser?: { emailAddress?: string; displayName?: string }
      }[]
      nextPageToken?: string
    }
  }
}

/** What an edit by a person hands to the handler of an onEdit trigger. */
export interface EditEventLike {
  range: { getSheet(): { getName(): string } }
}

export interface ConsoleLike {
  log(message: string): void
}

/** Everything of Google that main.ts hands to the adapters. */
export interface GoogleLike {
  SpreadsheetApp: SpreadsheetAppLike
  MailApp: MailAppLike
  PropertiesService: PropertiesServiceLike
  LockService: LockServiceLike
  Session: SessionLike
  Utilities: UtilitiesLike
  ScriptApp: ScriptAppLike
  Sheets: SheetsLike
  Drive: DriveLike
  console: ConsoleLike
}
