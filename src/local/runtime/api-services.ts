import type { LooksRequest } from '../../apps-script/surface'
import { applyRequests } from '../sheets-api/apply-requests'
import type { Asked } from '../sheets-api/read-spreadsheet'
import { DriveApiError, SheetsApiError } from '../sheets-api/sheets-api-error'
import { layoutText } from './layout-text'
import type { RunState } from './run-state'
import type { ServiceObject } from './service'
import { notImitated, plainObject, text, value } from './service'
import { canOpen } from './spreadsheet-services'

/** The advanced Sheets service: looks only. */
export function sheetsService(run: RunState): ServiceObject {
  const open = (given: unknown, method: string): string => {
    const bookId = text(given, method)
    if (!canOpen(run, bookId)) throw new SheetsApiError('The caller does not have permission')
    return bookId
  }
  const spreadsheets: ServiceObject = {
    name: 'Sheets.Spreadsheets',
    members: {
      get: (spreadsheetId, options) => {
        if (options === undefined) throw notImitated('Sheets.Spreadsheets.get')
        const asked = askedOf(options)
        const { workbooks } = run.store
        const ss = String(spreadsheetId)
        try {
          const bookId = open(spreadsheetId, 'Sheets.Spreadsheets.get')
          const title = workbooks.find(bookId)?.name ?? ''
          const { text: answer, kb } = layoutText(workbooks.load(bookId), title, asked)
          run.charge('api.ss.getMeta', { ss, kb: Math.round(kb * 10) / 10 })
          return { kind: 'shared', text: answer }
        } catch (failure) {
          if (run.death === undefined) run.charge('api.ss.getMeta', { ss })
          throw failure
        }
      },
      batchUpdate: (resource, spreadsheetId) => {
        const requests = requestsOf(resource)
        run.charge('api.ss.batchUpdate', { ss: String(spreadsheetId), requests: requests.length })
        const bookId = open(spreadsheetId, 'Sheets.Spreadsheets.batchUpdate')
        if (run.hasPending(bookId)) {
          throw new SheetsApiError(
            `${bookId} has pending SpreadsheetApp writes: call SpreadsheetApp.flush() first`,
          )
        }
        const replies = run.store.workbooks.change(bookId, run.author, (change) =>
          applyRequests(change, requests),
        )
        return value({ spreadsheetId: bookId, replies })
      },
    },
  }
  return { name: 'Sheets', members: { Spreadsheets: spreadsheets } }
}

/** What spreadsheets.get takes (Sheets API v4) and is imitated here. */
function askedOf(options: unknown): Asked {
  const { fields, ranges, ...more } = plainObject(options, 'Sheets.Spreadsheets.get')
  const [other] = Object.keys(more)
  if (other !== undefined) throw new Error(`spreadsheets.get: ${other} is not imitated here`)
  if (ranges === undefined) return { fields: text(fields, 'fields') }
  if (!Array.isArray(ranges)) {
    throw new SheetsApiError(`Invalid value at 'ranges' (list), ${JSON.stringify(ranges)}`, 'get')
  }
  return { fields: text(fields, 'fields'), ranges: ranges.map((each) => text(each, 'ranges')) }
}

function requestsOf(resource: unknown): LooksRequest[] {
  const { requests } = plainObject(resource, 'Sheets.Spreadsheets.batchUpdate')
  if (!Array.isArray(requests) || requests.length === 0) {
    throw new SheetsApiError('Must specify at least one request.')
  }
  return requests as LooksRequest[]
}

/** What files.list takes (Drive API v3); what is true of the second kind is not imitated here. */
const imitated = ['q', 'fields', 'pageSize', 'pageToken']
const others = [
  ...['corpora', 'corpus', 'driveId', 'includeItemsFromAllDrives', 'includeLabels'],
  ...['includePermissionsForView', 'includeTeamDriveItems', 'orderBy', 'spaces'],
  ...['supportsAllDrives', 'supportsTeamDrives', 'teamDriveId'],
]
const workbooksOnly = "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false"
const user = 'lastModifyingUser\\(emailAddress,displayName\\)'
const field = `(?:id|name|modifiedTime|${user})`
const listFields = new RegExp(`^nextPageToken,files\\(${field}(?:,${field})*\\)$`)

/** @throws for an option that Google lacks, and for what is only imitated in part. */
function refuseUnknown(given: { [member: string]: unknown }): void {
  for (const [name, option] of Object.entries(given)) {
    if (others.includes(name)) throw new Error(`files.list: ${name} is not imitated here`)
    if (!imitated.includes(name)) {
      throw new DriveApiError(
        `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
      )
    }
    if (
      name === 'pageSize' &&
      !(Number.isInteger(option) && Number(option) >= 1 && Number(option) <= 1000)
    ) {
      throw new DriveApiError(
        `Invalid value '${String(option)}'. Values must be within the range: [1, 1000]`,
      )
    }
  }
  if (given.q !== undefined && given.q !== workbooksOnly) {
    throw new Error(`files.list: the query ${JSON.stringify(given.q)} is not imitated here`)
  }
  const { fields } = given
  if (fields !== undefined && !(typeof fields === 'string' && listFields.test(fields))) {
    throw new Error(`files.list: fields ${JSON.stringify(fields)} is not imitated here`)
  }
}

/** A person of the workspace as Google shows a user: by the address, or the name where there is none. */
const lastChangedBy = (who: string): { lastModifyingUser?: { [member: string]: string } } => {
  if (who === '') return {}
  const address = who.includes('@') ? { emailAddress: who } : {}
  return { lastModifyingUser: { ...address, displayName: who } }
}

/** The advanced Drive service: every workbook of the workspace with its last change. */
export function driveService(run: RunState): ServiceObject {
  const files: ServiceObject = {
    name: 'Drive.Files',
    members: {
      list: (options) => {
        run.charge('drive.list')
        const given = plainObject(options, 'Drive.Files.list')
        refuseUnknown(given)
        const from = Number(given.pageToken ?? 0)
        const size = Number(given.pageSize ?? 100)
        const books = run.store.books()
        const asksWho =
          typeof given.fields === 'string' && given.fields.includes('lastModifyingUser')
        const page = books.slice(from, from + size).map((book) => ({
          id: book.id,
          name: book.name,
          modifiedTime: new Date(book.modified).toISOString(),
          ...(asksWho ? lastChangedBy(run.store.editorOf(book.id)) : {}),
        }))
        const isLast = from + size >= books.length
        return value(isLast ? { files: page } : { files: page, nextPageToken: String(from + size) })
      },
    },
  }
  return { name: 'Drive', members: { Files: files } }
}
