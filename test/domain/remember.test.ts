import { describe, expect, test } from 'vitest'
import { journalOf, type News } from '../../src/domain/event'
import type { Register } from '../../src/domain/register'
import { remember } from '../../src/domain/remember'
import { emptyState, rowKey, type State } from '../../src/domain/state'
import type { TypedRow } from '../../src/domain/table'
import { handIn } from '../../src/registers/hand-in'
import { suggestion } from '../../src/registers/suggestion'
import { weeklyPlan } from '../../src/registers/weekly-plan'

type Given = {
  register?: Register
  keeps?: (id: string) => boolean
  held?: number[]
  pin?: (cells: Record<string, string>) => void
}

/** Reads a tab with these rows, as the tick of a moment would. */
const read = (state: State, at: number, lines: Record<string, string>[], given: Given = {}) => {
  const { register = weeklyPlan, keeps = () => false, held = [], pin = () => undefined } = given
  const rows: TypedRow[] = lines.map((cells, i) => ({ position: i + 3, cells: { ...cells } }))
  const journal = journalOf(state, at)
  const remembered = remember(
    journal,
    {
      book: 'd-QWB',
      register,
      rows,
      after: at - 10,
      prefix: 'QWB',
      keeps,
      missing: [],
      stopped: {
        refused: new Map(held.flatMap((i) => (rows[i] ? [[rows[i], ['what']]] : []))),
        long: new Set(),
        textAt: (row, column) => row.cells[column] ?? '',
      },
    },
    pin,
  )
  return { ...remembered, rows, news: journal.news }
}

const said = (news: News[]) =>
  news.map(({ happening, key, field, now }) => [happening, key, field, now])

const rowOf = (state: State, id: string, register: Register = weeklyPlan) =>
  state.rows.get(rowKey('d-QWB', register.id, id))

describe('what happened between two readings', () => {
  test('a new row appeared, and the same reading again is nothing', () => {
    const state = emptyState()
    const first = read(state, 100, [{ leader: '江岳', what: '会' }])
    expect(first.news).toMatchObject([{ happening: '出现', key: 'QWB-0001', after: 90, at: 100 }])
    const again = read(state, 200, [{ id: 'QWB-0001', leader: '江岳', what: '会' }])
    expect(again.news).toEqual([])
  })

  test('a changed cell is told with what it was, in the interval it changed in', () => {
    const state = emptyState()
    read(state, 100, [{ leader: '江岳', what: '会' }])
    const { news } = read(state, 200, [{ id: 'QWB-0001', leader: '江岳', what: '调研' }])
    expect(news).toMatchObject([
      { happening: '改动', field: 'what', old: '会', now: '调研', after: 190, at: 200 },
    ])
    expect(rowOf(state, 'QWB-0001')).toMatchObject({ after: 190, at: 200, cells: { what: '调研' } })
  })

  test('an emptied cell is a change, and what a row shows in the script’s columns is none', () => {
    const state = emptyState()
    read(state, 100, [{ leader: '江岳', what: '会', place: '三楼' }])
    const shown = {
      id: 'QWB-0001',
      leader: '江岳',
      what: '会',
      place: '',
      state: '改过',
      carried: '9',
    }
    expect(said(read(state, 200, [shown]).news)).toEqual([['改动', 'QWB-0001', 'place', '']])
  })

  test('a deleted row vanished; one with its 编号 again has come back', () => {
    const state = emptyState()
    read(state, 100, [{ leader: '江岳', what: '会' }])
    expect(said(read(state, 200, []).news)).toEqual([['消失', 'QWB-0001', '', '']])
    const back = read(state, 300, [{ id: 'QWB-0001', leader: '江岳', what: '会' }])
    expect(back.news).toMatchObject([{ happening: '恢复', key: 'QWB-0001' }])
  })

  test('a published row that is deleted does not vanish: it is missing, to be put back', () => {
    const state = emptyState()
    read(state, 100, [{ leader: '江岳', what: '会' }])
    const { news, missing } = read(state, 200, [], { keeps: (id) => id === 'QWB-0001' })
    expect([news, missing]).toEqual([[], ['QWB-0001']])
    expect(rowOf(state, 'QWB-0001')?.cells.what).toBe('会')
  })
})

describe('refused rows', () => {
  test('wait, known or new, tell nothing of themselves, and a known one keeps its last good content', () => {
    const state = emptyState()
    read(state, 100, [{ leader: '江岳', what: '会' }])
    const rows = [
      { id: 'QWB-0001', leader: '江岳', what: '' },
      { leader: '江岳', what: '' },
    ]
    const { news, matched } = read(state, 200, rows, { held: [0, 1] })
    expect(news.filter(({ happening }) => happening !== '记录')).toEqual([])
    expect(matched.map(({ id }) => id)).toEqual(['QWB-0001', 'QWB-0002'])
    expect(rowOf(state, 'QWB-0001')?.cells.what).toBe('会')
    expect(rowOf(state, 'QWB-0002')).toBeUndefined()
    expect([...state.held.values()].map(({ id, counted }) => [id, counted])).toEqual([
      ['QWB-0001', true],
      ['QWB-0002', false],
    ])
    const again = read(state, 300, [{ id: 'QWB-0001', leader: '江岳', what: '' }])
    expect(rowOf(state, 'QWB-0001')?.cells.what).toBe('会')
    expect(again.news.map(({ now }) => now)).toEqual([''])
    read(state, 400, [{ id: 'QWB-0001', leader: '江岳', what: '无' }])
    expect(rowOf(state, 'QWB-0001')?.cells.what).toBe('无')
    expect(state.held.size).toBe(0)
  })
})

describe('E38: a blank cell means as in the row above', () => {
  const two = [
    { leader: '江岳', on: '11月20日', what: '会' },
    { leader: '', on: '', what: '调研' },
  ]

  test('over several rows, and what it was read as is kept apart from what was typed', () => {
    const state = emptyState()
    read(state, 100, [...two, { leader: '', on: '21日', what: '接待' }])
    expect(rowOf(state, 'QWB-0002')?.cells).toMatchObject({ '^leader': '江岳', '^on': '11月20日' })
    expect(rowOf(state, 'QWB-0002')?.cells.leader).toBeUndefined()
    expect(rowOf(state, 'QWB-0003')?.cells).toMatchObject({ '^leader': '江岳', on: '21日' })
  })

  test('a row sorted away from the row it stood under keeps what it meant', () => {
    const state = emptyState()
    read(state, 100, two)
    const sorted = [
      { id: 'QWB-0002', leader: '', on: '', what: '调研' },
      { id: 'QWB-0001', leader: '江岳', on: '11月20日', what: '会' },
    ]
    expect(read(state, 200, sorted).news).toEqual([])
  })

  test('when the row above is corrected, the row under it follows', () => {
    const state = emptyState()
    read(state, 100, two)
    const corrected = [
      { id: 'QWB-0001', leader: '程波', on: '11月20日', what: '会' },
      { id: 'QWB-0002', leader: '', on: '', what: '调研' },
    ]
    expect(said(read(state, 200, corrected).news)).toEqual([
      ['改动', 'QWB-0001', 'leader', '程波'],
      ['改动', 'QWB-0002', '^leader', '程波'],
    ])
  })

  test('a register without such columns keeps nothing of the kind', () => {
    const state = emptyState()
    read(state, 100, [{ what: '表太宽' }], { register: suggestion })
    expect(rowOf(state, 'QWB-0001', suggestion)?.cells).toEqual({ what: '表太宽' })
  })
})

describe('marks of the script', () => {
  test('no reading changes them, and they do not move the time of a change', () => {
    const state = emptyState()
    read(state, 100, [{ leader: '江岳', what: '会' }])
    const mark = { book: 'd-QWB', register: weeklyPlan.id, key: 'QWB-0001', old: '', after: 150 }
    journalOf(state, 150).row({ ...mark, happening: '改动', field: '~next', now: 'QWB-0002' })
    expect(rowOf(state, 'QWB-0001')?.at).toBe(100)
    expect(read(state, 200, [{ id: 'QWB-0001', leader: '江岳', what: '会' }]).news).toEqual([])
    expect(rowOf(state, 'QWB-0001')?.cells['~next']).toBe('QWB-0002')
  })

  test('a carried row is placed once it has been read at its desk', () => {
    const state = emptyState()
    const now = JSON.stringify({ leader: '江岳', what: '会', '~from': 'QWB-0001' })
    const appeared = { book: 'd-QWB', register: weeklyPlan.id, field: '', old: '', after: 50 }
    journalOf(state, 50).row({ ...appeared, happening: '出现', key: 'QWB-0002', now })
    const { news } = read(state, 100, [{ id: 'QWB-0002', leader: '江岳', what: '会' }])
    expect(said(news)).toEqual([['改动', 'QWB-0002', '~placed', '1']])
    expect(read(state, 200, [{ id: 'QWB-0002', leader: '江岳', what: '会' }]).news).toEqual([])
  })
})

test('what a script-made row is about stands, whatever people type over it', () => {
  const state = emptyState()
  const shown = { id: '2024-11-18-1', week: '2024-11-18', cutoff: '…', attempt: '1', done: '' }
  read(state, 100, [shown], { register: handIn })
  const typed = { ...shown, week: '2024-11-25', done: '是' }
  expect(said(read(state, 200, [typed], { register: handIn }).news)).toEqual([
    ['改动', '2024-11-18-1', 'done', '是'],
  ])
})

test('the pin sees each row with what its blanks mean', () => {
  const state = emptyState()
  const seen: (string | undefined)[] = []
  read(
    state,
    100,
    [
      { leader: '江岳', what: '会' },
      { leader: '', what: '调研' },
    ],
    {
      pin: (cells) => {
        seen.push(cells.leader || cells['^leader'])
        cells['^week'] = '2024-11-18'
      },
    },
  )
  expect(seen).toEqual(['江岳', '江岳'])
  expect(rowOf(state, 'QWB-0001')?.cells['^week']).toBe('2024-11-18')
})
