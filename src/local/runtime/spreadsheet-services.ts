import type { RunState } from './run-state'
import type { Reply, ServiceObject } from './service'
import { none, object, ServiceError, text, value } from './service'
import { sheetService } from './sheet-service'
import { uiService } from './ui-service'

const denied = 'You do not have permission to access the requested document.'

/** SpreadsheetApp of a script that is bound to the control workbook. */
export function spreadsheetApp(run: RunState): ServiceObject {
  return {
    name: 'SpreadsheetApp',
    members: {
      openById: (id) => {
        const bookId = text(id, 'SpreadsheetApp.openById')
        run.charge('ss.open', { ss: bookId })
        if (!canOpen(run, bookId)) throw new ServiceError(denied)
        return object(spreadsheetService(run, bookId))
      },
      getActiveSpreadsheet: () => {
        const control = run.store.books().find((book) => book.kind === 'control')
        run.charge('ss.open', { ss: control?.id ?? '' })
        return control ? object(spreadsheetService(run, control.id)) : value(null)
      },
      create: (name) => {
        run.charge('ss.create')
        const title = text(name, 'SpreadsheetApp.create')
        return object(spreadsheetService(run, run.store.createBook(title, 'ledger')))
      },
      flush: () => {
        if (!run.flushAll()) run.charge('handle')
        return none
      },
      getUi: () => {
        run.charge('handle')
        return object(uiService(run))
      },
    },
  }
}

/** Whether the run may open a workbook of this id. */
export function canOpen(run: RunState, bookId: string): boolean {
  if (run.faults.unreadable?.includes(bookId)) return false
  return run.store.workbooks.find(bookId) !== undefined
}

function spreadsheetService(run: RunState, bookId: string): ServiceObject {
  const { workbooks } = run.store
  const handle = (reply: () => Reply) => () => {
    run.charge('ss.handle', { ss: bookId })
    return reply()
  }
  const read = (reply: () => Reply) => () => {
    run.reads(bookId)
    run.charge('ss.name', { ss: bookId })
    return reply()
  }
  const sheet = (sheetId: number): ServiceObject => sheetService(run, bookId, sheetId)
  return {
    name: 'Spreadsheet',
    members: {
      getId: handle(() => value(bookId)),
      getUrl: handle(() => value(`${run.store.fact('pageUrl') ?? defaultPage}/book/${bookId}`)),
      getName: read(() => value(workbooks.find(bookId)?.name ?? '')),
      getSpreadsheetTimeZone: read(() => value(workbooks.load(bookId).props.timeZone)),
      getSheets: () => {
        run.charge('ss.sheets', { ss: bookId })
        const { tabs } = workbooks.load(bookId)
        return { kind: 'objects', objects: tabs.map((tab) => sheet(tab.sheetId)) }
      },
      getSheetByName: (name) => {
        run.charge('ss.handle', { ss: bookId })
        const title = text(name, 'SpreadsheetApp.Spreadsheet.getSheetByName')
        const tab = run.seen(bookId).tabs.find((candidate) => candidate.title === title)
        return tab ? object(sheet(tab.sheetId)) : value(null)
      },
    },
  }
}

/** Where the local page stands unless the fact `pageUrl` says otherwise. */
const defaultPage = 'http://127.0.0.1:4280'
