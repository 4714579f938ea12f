import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentOf, matchRows, type Naming } from '../../src/domain/match'
import type { KnownRow } from '../../src/domain/state'
import type { TypedRow } from '../../src/domain/table'
import { setting } from '../../src/registers/setting'
import { suggestion } from '../../src/registers/suggestion'

const naming: Naming = { prefix: 'QWB', used: 3, free: false }

const typed = (id: string, what: string, position = 3): TypedRow => ({
  position,
  cells: { id, what, on: '', by: '', reply: '' },
})

const known = (id: string, what: string): KnownRow => ({
  book: 'd-QWB',
  register: suggestion.id,
  id,
  cells: { what },
  after: 0,
  at: 0,
})

const ids = (rows: TypedRow[], before: KnownRow[], how = naming) =>
  matchRows(suggestion, rows, before, how).map(({ id }) => id)

describe('recognising rows', () => {
  const before = [known('QWB-0001', '甲'), known('QWB-0002', '乙')]

  test('by 编号, although the content changed', () => {
    expect(ids([typed('QWB-0001', '甲改')], before)).toEqual(['QWB-0001'])
  })

  test('a 编号 of the series that stands in another workbook is not taken over from there', () => {
    const how: Naming = { ...naming, elsewhere: new Set(['QWB-0003']) }
    expect(ids([typed('QWB-0003', '抄来')], before, how)).toEqual(['QWB-0004'])
    expect(ids([typed('QWB-0003', '回来')], before)).toEqual(['QWB-0003'])
  })

  test('sorting changes nothing', () => {
    const rows = [typed('QWB-0002', '乙'), typed('QWB-0001', '甲', 4)]
    const found = matchRows(suggestion, rows, before, naming)
    expect(found.map(({ id, known: row }) => [id, row?.cells.what])).toEqual([
      ['QWB-0002', '乙'],
      ['QWB-0001', '甲'],
    ])
  })

  test('an erased 编号 is found again by content', () => {
    expect(ids([typed('', '乙'), typed('QWB-0001', '甲', 4)], before)).toEqual([
      'QWB-0002',
      'QWB-0001',
    ])
  })

  test('a copied 编号 gets a new one; the row that reads as before keeps it', () => {
    expect(ids([typed('QWB-0001', '抄来'), typed('QWB-0001', '甲', 4)], before)).toEqual([
      'QWB-0004',
      'QWB-0001',
    ])
    expect(ids([typed('QWB-0001', '甲'), typed('QWB-0001', '甲', 4)], before)).toEqual([
      'QWB-0001',
      'QWB-0004',
    ])
  })

  test('new rows go on after the highest number ever given', () => {
    expect(ids([typed('', '丙'), typed('', '丁', 4)], before)).toEqual(['QWB-0004', 'QWB-0005'])
  })

  test('a 编号 of this office that once was comes back; one nobody gave does not stand', () => {
    const [back] = matchRows(suggestion, [typed('QWB-0003', '丙')], before, naming)
    expect(back).toMatchObject({ id: 'QWB-0003', returned: true })
    expect(ids([typed('QWB-0009', '丙')], before)).toEqual(['QWB-0004'])
    expect(ids([typed('QZF-0001', '丙')], before)).toEqual(['QWB-0004'])
  })

  test('where people give the 编号 themselves it stands as typed', () => {
    expect(ids([typed('P009', '丙')], before, { ...naming, free: true })).toEqual(['P009'])
  })

  test('two rows of one content and no 编号 are two rows', () => {
    const twice = [known('QWB-0001', '甲'), known('QWB-0002', '甲')]
    expect(ids([typed('', '甲'), typed('', '甲', 4)], twice)).toEqual(['QWB-0001', 'QWB-0002'])
  })

  test('a register with a key of its own goes by it', () => {
    const row = { position: 3, cells: { key: 'weekly.grace', from: '', value: '15' } }
    const [found] = matchRows(setting, [row], [], { prefix: 'setting', used: 0, free: true })
    expect(found?.id).toBe('weekly.grace|')
  })
})

test('content is what people typed, wherever it stands and whatever the script wrote beside it', () => {
  const one = contentOf(suggestion, { id: 'QWB-0001', what: '甲', by: '乙' })
  expect(contentOf(suggestion, { by: '乙', what: '甲' })).toBe(one)
  expect(contentOf(suggestion, { by: '甲', what: '乙' })).not.toBe(one)
})

test('however rows are shuffled, copied and erased, no two rows get one 编号', () => {
  const cell = fc.constantFrom('', 'QWB-0001', 'QWB-0002', 'QWB-0003', 'QWB-0009', 'X')
  const text = fc.constantFrom('甲', '乙', '丙')
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, text)), (lines) => {
      const rows = lines.map(([id, what], i) => typed(id, what, i + 3))
      const given = ids(rows, [known('QWB-0001', '甲'), known('QWB-0002', '乙')])
      return new Set(given).size === rows.length && given.every((id) => id !== '')
    }),
  )
})
