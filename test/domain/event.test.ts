import { describe, expect, test } from 'vitest'
import { apply, type Event, fold, journalOf, openingEvents, parts } from '../../src/domain/event'
import { numbered } from '../../src/domain/ledger-rows'
import { emptyState, rowKey } from '../../src/domain/state'
import { paperDistrict } from '../fakes/paper-district'
import { issuedWeek } from '../fakes/paper-week'

const appeared: Event = {
  no: 1,
  at: 100,
  after: 90,
  happening: '出现',
  book: 'd-QWB',
  register: 'weekly-plan',
  key: 'QWB-0007',
  field: '',
  old: '',
  now: '{"what":"会"}',
}

describe('the state is a fold over events', () => {
  test('a row appears, changes, vanishes and comes back', () => {
    const state = fold([
      appeared,
      { ...appeared, no: 2, happening: '改动', field: 'what', old: '会', now: '调研', at: 200 },
    ])
    const key = rowKey('d-QWB', 'weekly-plan', 'QWB-0007')
    expect(state.rows.get(key)).toMatchObject({ cells: { what: '调研' }, at: 200 })
    fold([{ ...appeared, no: 3, happening: '消失', now: '' }], state)
    expect(state.rows.has(key)).toBe(false)
    fold([{ ...appeared, no: 4, happening: '恢复' }], state)
    expect([state.rows.get(key)?.cells.what, state.no]).toEqual(['会', 4])
  })

  test('the highest 编号 given is remembered although its row vanished', () => {
    const state = fold([appeared, { ...appeared, no: 2, happening: '消失' }])
    expect(state.counters.get('weekly-plan|QWB')).toBe(7)
    fold([{ ...appeared, no: 3, key: 'QWB-0002' }], state)
    expect(state.counters.get('weekly-plan|QWB')).toBe(7)
  })

  test('a change of a row nobody knows is none', () => {
    const state = emptyState()
    apply(state, { ...appeared, happening: '改动', field: 'what', now: '会' })
    expect(state.rows.size).toBe(0)
  })

  test('cells given before a change stay as they were in what was read out of the state', () => {
    const state = fold([appeared])
    const before = [...state.rows.values()]
    fold([{ ...appeared, no: 2, happening: '改动', field: 'what', now: '调研' }], state)
    expect(before[0]?.cells.what).toBe('会')
  })
})

describe('the journal of a run', () => {
  test('is taken in at once, and notes nothing where nothing changed', () => {
    const state = emptyState()
    const journal = journalOf(state, 100)
    journal.set('closed', 'weekly-plan|2024-11-18', 100)
    journal.set('closed', 'weekly-plan|2024-11-18', 100)
    journal.set('closed', 'weekly-plan|2024-11-25', undefined)
    expect(journal.news).toHaveLength(1)
    expect(state.closed.get('weekly-plan|2024-11-18')).toBe(100)
    journal.set('closed', 'weekly-plan|2024-11-18', undefined)
    expect([journal.news.length, state.closed.size]).toEqual([2, 0])
  })
})

describe('a new year’s ledger', () => {
  test('opens with events that make the whole state again', () => {
    const paper = paperDistrict()
    issuedWeek(paper)
    const rebuilt = fold(numbered(openingEvents(paper.state, 500), 0))
    expect({ ...rebuilt, no: 0 }).toEqual({ ...paper.state, no: 0 })
  })

  test('names every part of the state there is', () => {
    const known = Object.keys(emptyState()).filter((key) => key !== 'no' && key !== 'rows')
    expect([...parts].sort()).toEqual(known.sort())
  })
})
