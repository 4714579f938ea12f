import type { Ports } from '../ports'
import { type Ledger, writeLines } from './ledger'
import { type Readings, readingName } from './reading'
import { lineChanges } from './stand-changes'

/** Writes what is known of each workbook, as far as that changed. */
export const writeReadings = (ports: Ports, ledger: Ledger, readings: Readings): void => {
  const gone = [...ledger.readings.keys()].filter((book) => !readings.has(book))
  const said = new Map<string, string | undefined>([
    ...gone.map((book): [string, undefined] => [readingName(book), undefined]),
    ...[...readings].map(([book, reading]): [string, string] => [
      readingName(book),
      JSON.stringify(reading),
    ]),
  ])
  writeLines(ports, ledger, lineChanges(ledger, said))
  ledger.readings = readings
}
