/** Rows of a tab that change their place: `count` of them from row `from`, to before row `before`; rows count from 1. */
export type RowsMoved = { from: number; count: number; before: number }

/** How high a row stands in its tab, highest first as texts compare; undefined for one that is none of ours. */
export type Rank = string | undefined

const isBelow = (rank: Rank, other: Rank): boolean =>
  rank !== undefined && other !== undefined && rank < other

/**
 * The moves, one after the other, after which no row stands above one of a higher rank; those of one
 * rank keep their order, and there are none where all is in order. `first` is the row of the first.
 */
export const movesUp = (ranks: readonly Rank[], first: number): RowsMoved[] => {
  const moves: RowsMoved[] = []
  const rows = [...ranks]
  for (let row = 0; row < rows.length; ) {
    const rank = rows[row]
    const before = rows.findIndex((above, at) => at < row && isBelow(above, rank))
    let count = 1
    if (before >= 0) {
      while (row + count < rows.length && rows[row + count] === rank) count += 1
      rows.splice(before, 0, ...rows.splice(row, count))
      moves.push({ from: first + row, count, before: first + before })
    }
    row += count
  }
  return moves
}
