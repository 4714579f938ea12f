import type { Ports } from '../ports'
import type { Ledger } from './ledger'
import { headRows } from './stand-changes'

const noPage = ['', '', '']

/** Notes which pages stand as written. */
export const writePageMarks = (ports: Ports, ledger: Ledger): void => {
  const written = JSON.stringify([...ledger.pages])
  if (written === ledger.pagesWritten) return
  const rows = [...ledger.pages].map(([key, hash]) => [...key.split('|'), hash])
  const gone = Array.from({ length: Math.max(0, ledger.pageRows - rows.length) }, () => noPage)
  const values = [...rows, ...gone]
  ports.tables.write(ledger.book, '页面', [{ row: headRows + 1, column: 1, values }])
  ledger.pageRows = rows.length
  ledger.pagesWritten = written
}
