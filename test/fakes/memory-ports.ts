import type { Delivery } from '../../src/domain/delivery'
import type { LooksRequest } from '../../src/layout/looks-request'
import { sheetIdOf } from '../../src/layout/tab-look'
import type { MailMessage, Ports } from '../../src/ports'
import { type MemoryTables, memoryTables } from './memory-tables'

type RowsMoved = {
  source: { sheetId: number; startIndex: number; endIndex: number }
  destinationIndex: number
}

/** Rows change their place as MoveDimensionRequest of the Sheets API has them do. */
const moveRows = (tables: MemoryTables, book: string, moved: RowsMoved): void => {
  const { source, destinationIndex: before } = moved
  for (const { name } of tables.others(book, [])) {
    if (sheetIdOf(name) !== source.sheetId) continue
    const rows = tables.shown(book, name)
    const held = rows.slice(source.startIndex, source.endIndex)
    const rest = [...rows.slice(0, source.startIndex), ...rows.slice(source.endIndex)]
    const at = before > source.startIndex ? before - held.length : before
    tables.put(book, name, [...rest.slice(0, at), ...held, ...rest.slice(at)])
  }
}

export type MemoryWorld = {
  ports: Ports
  tables: MemoryTables
  facts: Record<string, string>
  /** Looks requests that were applied, by workbook. */
  applied: Map<string, LooksRequest[]>
  letters: MailMessage[]
  log: string[]
  /** Moves the clock. */
  at(moment: number): void
}

export type MemoryOptions = {
  now?: number
  facts?: Record<string, string>
  actor?: string
  home?: string
  lockBusy?: boolean
  quota?: number | (() => number)
  /** What becomes of each letter; sent unless told otherwise. */
  mail?: (message: MailMessage) => Delivery
}

/** The jobs' world in memory: no Google, no database, a clock that stands until it is moved. */
export function memoryPorts(options: MemoryOptions = {}): MemoryWorld {
  let now = options.now ?? 0
  const facts = { ...options.facts }
  const tables = memoryTables()
  const applied = new Map<string, LooksRequest[]>()
  const letters: MailMessage[] = []
  const log: string[] = []
  let runs = 0
  const ports: Ports = {
    tables,
    layout: {
      read: () => ({}),
      apply: (book, requests) => {
        applied.set(book, [...(applied.get(book) ?? []), ...requests])
        for (const { addSheet } of requests as { addSheet?: { properties: { title: string } } }[])
          if (addSheet && tables.read(book, [addSheet.properties.title]).length === 0)
            tables.put(book, addSheet.properties.title, [])
        for (const { moveDimension } of requests as { moveDimension?: RowsMoved }[])
          if (moveDimension) moveRows(tables, book, moveDimension)
      },
    },
    mail: {
      quota: () => (typeof options.quota === 'function' ? options.quota() : (options.quota ?? 100)),
      send: (message) => {
        const delivery = options.mail?.(message) ?? { outcome: 'sent' }
        if (delivery.outcome === 'sent') letters.push(message)
        return delivery
      },
    },
    clock: { now: () => now },
    facts: {
      all: () => ({ ...facts }),
      fresh: () => ({ ...facts }),
      now: (name) => facts[name],
      put: (changes) => {
        for (const [key, value] of Object.entries(changes)) {
          if (value === undefined) Reflect.deleteProperty(facts, key)
          else facts[key] = value
        }
      },
    },
    lock: {
      within: (work) => {
        if (options.lockBusy) return false
        work()
        return true
      },
    },
    log: {
      line: (text) => {
        log.push(text)
      },
    },
    identity: {
      actor: () => options.actor ?? 'role@anlan.local',
      run: () => `run-${++runs}`,
      clicker: () => 'clerk@anlan.local',
      home: () => options.home,
    },
    triggers: { install: () => undefined },
  }
  const at = (moment: number) => {
    now = moment
  }
  return { ports, tables, facts, applied, letters, log, at }
}
