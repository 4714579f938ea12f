import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movesUp, type RowsMoved, type Standing } from '../../src/domain/waiting-first'

/** Rows after moves as MoveDimensionRequest of the Sheets API makes them. */
const moved = <T>(rows: readonly T[], moves: readonly RowsMoved[], first: number): T[] =>
  moves.reduce<T[]>(
    (now, { from, count, before }) => {
      const held = now.slice(from - first, from - first + count)
      const rest = now.filter((row) => !held.includes(row))
      const at = before - first
      return [...rest.slice(0, at), ...held, ...rest.slice(at)]
    },
    [...rows],
  )

const standing = fc.constantFrom<Standing>('waits', 'rests', 'other')

test('whatever the order, what waits comes to stand above what rests, and nothing else changes', () => {
  fc.assert(
    fc.property(
      fc.array(standing, { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      (kinds, first) => {
        const rows = kinds.map((kind, n) => ({ kind, n }))
        const after = moved(rows, movesUp(kinds, first), first)
        const lastWaits = after.findLastIndex(({ kind }) => kind === 'waits')
        const firstRests = after.findIndex(({ kind }) => kind === 'rests')
        expect(firstRests < 0 || lastWaits < firstRests).toBe(true)
        for (const kind of ['waits', 'rests'] as const) {
          const order = after.filter((row) => row.kind === kind).map(({ n }) => n)
          expect(order).toEqual([...order].sort((a, b) => a - b))
        }
        expect(after.map(({ n }) => n).sort((a, b) => a - b)).toEqual(rows.map(({ n }) => n))
        expect(
          movesUp(
            after.map(({ kind }) => kind),
            first,
          ),
        ).toEqual([])
      },
    ),
  )
})

test('one new row below forty decided ones is one move', () => {
  const rows: Standing[] = [
    'waits',
    ...Array.from({ length: 40 }, (): Standing => 'rests'),
    'waits',
  ]
  expect(movesUp(rows, 3)).toEqual([{ from: 44, count: 1, before: 4 }])
})
