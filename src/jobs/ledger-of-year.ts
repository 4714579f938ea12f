import { openingEvents } from '../domain/event'
import { dayOf, type Moment } from '../domain/moment'
import { stampOf } from '../domain/stamp'
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
  logRun,
  openLedger,
  reserveLedger,
  writeEvents,
} from './ledger'
import { readLooks } from './read-looks'
import { writeReadings } from './write-readings'

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

/** The open state of the last year as the opening events of a new one, and what was read when. */
const openYear = (ports: Ports, ledger: Ledger, last: Ledger, now: Moment): void => {
  const from = last.state
  const opening = openingEvents(from, now)
  ledger.state = from
  writeEvents(ports, ledger, opening)
  writeReadings(ports, ledger, last.readings)
  logRun(ports, ledger, [stampOf(now), '', '', String(opening.length), '承接上年未结事项'])
  ports.tables.flush()
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
  const last = earlier && openLedger(ports, earlier.book)
  if (last && last.state.no > 0) openYear(ports, ledger, last, now)
  return ledger
}
