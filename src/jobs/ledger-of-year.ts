import { dayOf, type Moment } from '../domain/moment'
import { emptyState } from '../domain/state'
import { differences } from '../layout/differences'
import { tabsOfLedger } from '../layout/ledger-looks'
import type { BookId, Ports } from '../ports'
import { banner } from '../wording/pages/page'
import { othersOf } from './drop-others'
import {
  knownLedgers,
  type Ledger,
  ledgerFact,
  ledgerHeadings,
  openLedger,
  openYear,
  reserveLedger,
} from './ledger'
import { readLooks } from './read-looks'

const makeLedger = (ports: Ports, now: Moment): BookId => {
  const book = ports.tables.create(`机器账${dayOf(now).slice(0, 4)}`)
  const looks = tabsOfLedger(ledgerHeadings)
  const current = readLooks(ports, book, looks)
  ports.layout.apply(book, [...differences(current, looks), ...othersOf(current, looks)])
  ports.tables.reserve(
    book,
    looks.map((look) => ({ tab: look.name, rows: 2, columns: look.columns.length })),
  )
  for (const look of looks) {
    ports.tables.write(book, look.name, [
      { row: 1, column: 1, values: [[banner]] },
      { row: 2, column: 1, values: [look.columns.map((column) => column.heading)] },
    ])
  }
  ports.tables.flush()
  ports.facts.put({ [ledgerFact(now)]: book })
  return book
}

/** The machine ledger of this year; the first run of a year makes it and hands on what is open. */
export const openLedgerOfYear = (ports: Ports, now: Moment): Ledger => {
  const facts = ports.facts.all()
  const book = facts[ledgerFact(now)] ?? makeLedger(ports, now)
  const ledger = reserveLedger(ports, openLedger(ports, book))
  if (ledger.state.no > 0) return ledger
  const earlier = knownLedgers(facts)
    .filter((each) => each.book !== book)
    .pop()
  const from = earlier ? openLedger(ports, earlier.book).state : emptyState()
  if (from.no > 0) openYear(ports, ledger, from, now)
  return ledger
}
