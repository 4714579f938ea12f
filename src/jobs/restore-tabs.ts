import { asTyped } from '../domain/as-typed'
import { parsedJson } from '../domain/parsed-json'
import type { Register } from '../domain/register'
import { type KnownRow, rowsOf } from '../domain/state'
import type { LooksRequest } from '../layout/looks-request'
import type { TabLook } from '../layout/tab-look'
import type { BookId, Ports } from '../ports'
import { banner } from '../wording/pages/page'
import type { Ledger } from './ledger'
import type { Run } from './run'

/** The names of the tabs that looks requests make anew. */
export const addedBy = (requests: readonly LooksRequest[]): string[] =>
  requests.flatMap(({ addSheet }) => {
    const { properties } = (addSheet ?? {}) as { properties?: { title?: string } }
    return properties?.title ?? []
  })

/** Writes the notice and the headings of new tabs. */
export const writeHeads = (ports: Ports, book: BookId, tabs: readonly TabLook[]): void => {
  for (const tab of tabs) {
    const head = tab.headed
      ? [{ row: 2, column: 1, values: [tab.columns.map((column) => column.heading)] }]
      : []
    ports.tables.write(book, tab.name, [{ row: 1, column: 1, values: [[banner]] }, ...head])
  }
}

const lineOf = (register: Register, row: KnownRow): string[] => {
  const cells: Record<string, string> = { ...asTyped(register, row), id: row.id }
  return Object.keys(register.fields).map((key) => cells[key] ?? '')
}

/**
 * Writes a tab that people edit and that had gone: its headings, and every row as it was last seen.
 * Its own columns the script fills once it has read them.
 */
export const restoreTab = ({ ports, journal, registry }: Run, book: BookId, tab: TabLook): void => {
  const register = registry.all.find(({ title }) => title === tab.name)
  if (!register) return
  const rows = rowsOf(journal.state, register.id, book).map((row) => lineOf(register, row))
  ports.tables.reserve(book, [
    { tab: tab.name, rows: rows.length + 2, columns: tab.columns.length },
  ])
  writeHeads(ports, book, [tab])
  if (rows.length > 0) ports.tables.write(book, tab.name, [{ row: 3, column: 1, values: rows }])
  ports.tables.flush()
}

/** So many letters of names at most are noted: a fact may not grow with the district. */
const mostNoted = 1000
const everyTab = '*'

/** What was noted; where that cannot be read, it may have been any tab. */
const blankTabs = (ports: Ports): string[] => {
  const noted = ports.facts.all().blank
  if (!noted) return []
  const names = parsedJson<unknown>(noted)
  return Array.isArray(names) ? names.map(String) : [everyTab]
}

/** Notes, before they are made anew, tabs that will be blank whatever the ledger says of them. */
export const noteBlank = (ports: Ports, book: BookId, tabs: readonly string[]): void => {
  if (tabs.length === 0) return
  const names = [...blankTabs(ports), ...tabs.map((tab) => `${book}|${tab}`)]
  const text = JSON.stringify([...new Set(names)])
  ports.facts.put({ blank: text.length > mostNoted ? JSON.stringify([everyTab]) : text })
}

/** Forgets what was written to blank tabs, so that they are written again; whether there are any. */
export const forgetBlank = (ports: Ports, ledger: Ledger): boolean => {
  const names = blankTabs(ports)
  if (names.includes(everyTab)) ledger.pages.clear()
  for (const name of names) ledger.pages.delete(name)
  return names.length > 0
}

/** The ledger has forgotten what was written to blank tabs: nothing of it is left to do. */
export const settleBlank = (ports: Ports): void => ports.facts.put({ blank: undefined })
