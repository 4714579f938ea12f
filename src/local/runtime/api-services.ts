import type { LooksRequest } from '../../apps-script/surface'
import { applyRequests } from '../sheets-api/apply-requests'
import { SheetsApiError } from '../sheets-api/sheets-api-error'
import { layoutText } from './layout-text'
import type { RunState } from './run-state'
import type { ServiceObject } from './service'
import { plainObject, text, value } from './service'
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
        const fields = text(plainObject(options, 'Sheets.Spreadsheets.get').fields, 'fields')
        run.charge('api.ss.getMeta', { ss: String(spreadsheetId) })
        const bookId = open(spreadsheetId, 'Sheets.Spreadsheets.get')
        const { workbooks } = run.store
        const title = workbooks.find(bookId)?.name ?? ''
        return {
          kind: 'shared',
          text: layoutText(workbooks.load(bookId), title, fields),
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

function requestsOf(resource: unknown): LooksRequest[] {
  const { requests } = plainObject(resource, 'Sheets.Spreadsheets.batchUpdate')
  if (!Array.isArray(requests) || requests.length === 0) {
    throw new SheetsApiError('Must specify at least one request.')
  }
  return requests as LooksRequest[]
}

/** The advanced Drive service: every workbook of the workspace with its last change. */
export function driveService(run: RunState): ServiceObject {
  const files: ServiceObject = {
    name: 'Drive.Files',
    members: {
      list: (options) => {
        run.charge('drive.list')
        const given = plainObject(options, 'Drive.Files.list')
        const from = Number(given.pageToken ?? 0)
        const size = Number(given.pageSize ?? 100)
        const books = run.store.books()
        const page = books.slice(from, from + size).map((book) => ({
          id: book.id,
          name: book.name,
          modifiedTime: new Date(book.modified).toISOString(),
        }))
        const isLast = from + size >= books.length
        return value(isLast ? { files: page } : { files: page, nextPageToken: String(from + size) })
      },
    },
  }
  return { name: 'Drive', members: { Files: files } }
}
