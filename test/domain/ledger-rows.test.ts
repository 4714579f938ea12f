import { describe, expect, test } from 'vitest'
import type { Event } from '../../src/domain/event'
import {
  eventHeadings,
  eventRows,
  numbered,
  readEventRows,
  standOf,
} from '../../src/domain/ledger-rows'
import { readLines, stateOf } from '../../src/domain/read-stand'
import { emptyState } from '../../src/domain/state'
import { paperDistrict, when } from '../fakes/paper-district'
import { issuedWeek } from '../fakes/paper-week'

const event: Event = {
  no: 12,
  at: when('2024-11-15 12:00'),
  after: when('2024-11-15 11:50'),
  happening: '改动',
  book: 'd-QWB',
  register: 'weekly-plan',
  key: 'QWB-0001',
  field: 'what',
  old: '会',
  now: '调研',
}

describe('a line of the ledger', () => {
  test('reads back as the event it was written from', () => {
    const [row = [], ...more] = eventRows(event)
    expect(more).toEqual([])
    expect(row).toHaveLength(eventHeadings.length)
    expect(row.slice(0, 3)).toEqual(['12', '2024-11-15 12:00:00', '2024-11-15 11:50:00'])
    expect(readEventRows([row])).toEqual([event])
  })

  test('goes on below where a cell does not hold it, never within a character', () => {
    const long = { ...event, old: '𠮷'.repeat(100_000), now: `a${'𠮷'.repeat(60_000)}` }
    const rows = eventRows(long)
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.flat().every((cell) => cell.length < 50_000 && !/\p{Cs}/u.test(cell))).toBe(true)
    expect(readEventRows([...rows, ...eventRows(event)])).toEqual([long, event])
  })

  test('that is blank is no event', () => {
    expect(readEventRows([['', '', ''], []])).toEqual([])
  })

  test('news is numbered on from the last', () => {
    const { no: _, ...news } = event
    expect(numbered([news, news], 41).map(({ no }) => no)).toEqual([42, 43])
  })
})

describe('现况', () => {
  test('holds the whole state, and gives it back the same', () => {
    const paper = paperDistrict()
    paper.set('weekly.grace', '10', '2024-11-01')
    issuedWeek(paper)
    const rows = [...standOf(paper.state)].map(([name, json]) => [...name.split('\t'), json])
    const again = stateOf(readLines(rows))
    expect({ ...again, no: paper.state.no }).toEqual(paper.state)
  })

  test('a line of a category nobody knows is passed over', () => {
    const state = stateOf(
      readLines([
        ['天气', '今天', '"晴"'],
        ['', '', ''],
      ]),
    )
    expect(state).toEqual(emptyState())
  })
})
