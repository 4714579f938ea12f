import { type District, officeOf } from '../domain/district'
import { readEventRows } from '../domain/ledger-rows'
import type { Moment } from '../domain/moment'
import type { Letter } from '../domain/outbox-letter'
import { parsedJson } from '../domain/parsed-json'
import type { Ports } from '../ports'
import { sayLetterKind } from '../wording/pages/control-pages'
import { knownLedgers } from './ledger'
import { headRows } from './stand-changes'

/** A letter that went out, or of which nobody knows whether it did. */
export type SentLetter = {
  /** What it was about, in the office's words. */
  kind: string
  /** The receiver's 编号, name, and office. */
  id: string
  person: string
  office: string
  at: Moment
  uncertain: boolean
}

const isOut = ({ state }: Letter): boolean => state === 'sent' || state === 'uncertain'

/**
 * Every letter that ever went out, oldest first, from the events of every year: 现况 lets old ones
 * rest. What a later ledger repeats as its opening is counted once, a letter sent twice by a person's
 * wish twice.
 */
export const sentLetters = (ports: Ports, district: District): SentLetter[] => {
  const out = new Map<string, Letter>()
  for (const { book } of knownLedgers(ports.facts.all())) {
    const events = readEventRows(ports.tables.tail(book, '事件', headRows + 1).shown)
    for (const { happening, register, key, now } of events) {
      if (happening !== '记录' || register !== 'letters') continue
      const letter = parsedJson<Letter>(now)
      if (letter && isOut(letter)) out.set(`${key}\t${letter.at}`, letter)
    }
  }
  return [...out.values()]
    .map(({ kind, person, at, state }) => {
      const known = district.people.find(({ id }) => id === person)
      return {
        kind: sayLetterKind(kind),
        id: person,
        person: known?.name ?? person,
        office: (known && officeOf(district, known.office)?.short) ?? '',
        at,
        uncertain: state === 'uncertain',
      }
    })
    .sort((a, b) => a.at - b.at)
}
