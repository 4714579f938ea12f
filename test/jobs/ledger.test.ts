import { expect, test } from 'vitest'
import { journalOf, type PartValue } from '../../src/domain/event'
import { type Ledger, writeEvents } from '../../src/jobs/ledger'
import { openLedgerOfYear } from '../../src/jobs/ledger-of-year'
import { memoryPorts } from '../fakes/memory-ports'
import { when } from '../fakes/paper-district'

const now = when('2024-11-20 09:00')

const letter = (key: string): PartValue<'letters'> => ({
  ...{ key, kind: 'digest', person: 'P001', about: '2024-11-20', state: 'queued', at: now },
})

/** A ledger in memory; each step writes what it notes as one flush and opens the ledger again. */
const inMemory = () => {
  const { ports, tables } = memoryPorts({ now })
  let ledger: Ledger = openLedgerOfYear(ports, now)
  const step = (change: Partial<Record<string, PartValue<'letters'> | number | undefined>>) => {
    const journal = journalOf(ledger.state, now)
    for (const [key, value] of Object.entries(change)) {
      if (typeof value === 'number') journal.set('closed', key, value)
      else journal.set('letters', key, value)
    }
    writeEvents(ports, ledger, journal.news.splice(0))
    ports.tables.flush()
    const { state } = ledger
    ledger = openLedgerOfYear(ports, now)
    expect(Object.fromEntries(ledger.state.letters)).toEqual(Object.fromEntries(state.letters))
    expect(Object.fromEntries(ledger.state.closed)).toEqual(Object.fromEntries(state.closed))
  }
  const keys = () =>
    tables
      .shown(ledger.book, '现况')
      .slice(2)
      .map(([category = '', key = '']) => `${category} ${key}`.trim())
  return { step, keys }
}

test('a new letter takes the row of a line that is gone; all else stands as it appeared', () => {
  const { step, keys } = inMemory()
  step({ a: letter('a'), b: letter('b'), c: letter('c') })
  expect(keys()).toEqual(['letters a', 'letters b', 'letters c', '序号'])
  step({ a: undefined, b: undefined })
  expect(keys()).toEqual(['', '', 'letters c', '序号'])
  step({ week: 1, d: letter('d') })
  expect(keys()).toEqual(['letters d', '', 'letters c', '序号', 'closed week'])
  step({ e: letter('e'), f: letter('f') })
  expect(keys()).toEqual([
    ...['letters d', 'letters e', 'letters c', '序号', 'closed week', 'letters f'],
  ])
})

test('a letter that goes while another comes leaves both as they are', () => {
  const { step, keys } = inMemory()
  step({ a: letter('a'), b: letter('b') })
  step({ a: undefined, c: letter('c') })
  step({ c: { ...letter('c'), state: 'sent' }, d: letter('d') })
  expect(keys()).toEqual(['letters d', 'letters b', '序号', 'letters c'])
})
