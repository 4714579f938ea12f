import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movesUp, type Rank, type RowsMoved } from '../../src/domain/row-order'

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

const ranks = fc.array(fc.constantFrom<Rank>('0', '1', '2', undefined), { maxLength: 30 })

test('whatever the order, the higher ranks come to stand above, and those of one rank keep theirs', () => {
  fc.assert(
    fc.property(ranks, fc.integer({ min: 1, max: 9 }), (given, first) => {
      const rows = given.map((rank, n) => ({ rank, n }))
      const after = moved(rows, movesUp(given, first), first)
      const ours = after.flatMap(({ rank }) => rank ?? [])
      expect(ours).toEqual(ours.toSorted().toReversed())
      for (const rank of ['0', '1', '2']) {
        const order = after.filter((row) => row.rank === rank).map(({ n }) => n)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }
      expect(after.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual(rows.map(({ n }) => n))
      expect(
        movesUp(
          after.map(({ rank }) => rank),
          first,
        ),
      ).toEqual([])
    }),
  )
})

test('one new row below forty decided ones is one move, and so are the rows of a new week', () => {
  const decided = Array.from({ length: 40 }, () => '0')
  expect(movesUp(['1', ...decided, '1'], 3)).toEqual([{ from: 44, count: 1, before: 4 }])
  const weeks = ['2024-11-18', '2024-11-18', '2024-11-25', '2024-11-25', '2024-11-25']
  expect(movesUp(weeks, 3)).toEqual([{ from: 5, count: 3, before: 3 }])
})
