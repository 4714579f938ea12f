import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KnownRows } from '../../src/domain/known-rows'
import { type KnownRow, rowKey } from '../../src/domain/state'

const row = (book: string, register: string, id: string, at = 0): KnownRow => ({
  ...{ book, register, id, at, after: 0, cells: {} },
})

describe('the rows known', () => {
  test('stand together by register and tab as they would be found one by one', () => {
    const one = fc.record({
      book: fc.constantFrom('d-QWB', 'd-ZFB'),
      register: fc.constantFrom('weekly-plan', 'task'),
      id: fc.constantFrom('1', '2', '3'),
      goes: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(one), (steps) => {
        const rows = new KnownRows()
        steps.forEach(({ book, register, id, goes }, at) => {
          const key = rowKey(book, register, id)
          if (goes) rows.delete(key)
          else rows.set(key, row(book, register, id, at))
        })
        const all = [...rows.values()]
        for (const register of ['weekly-plan', 'task']) {
          const own = all.filter((each) => each.register === register)
          expect(rows.of(register)).toEqual(own)
          expect(rows.of(register, 'd-QWB')).toEqual(own.filter(({ book }) => book === 'd-QWB'))
        }
      }),
    )
  })

  test('are gone from everywhere when all are cleared', () => {
    const rows = new KnownRows()
    rows.set('1', row('d-QWB', 'task', '1'))
    rows.clear()
    expect([rows.size, rows.of('task'), rows.of('task', 'd-QWB')]).toEqual([0, [], []])
  })
})
