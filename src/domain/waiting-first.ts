/** Rows of a tab that change their place: `count` of them from row `from`, to before row `before`; rows count from 1. */
export type RowsMoved = { from: number; count: number; before: number }

/** How a row of a tab stands: it waits for somebody, nothing of it does, or it is none of ours. */
export type Standing = 'waits' | 'rests' | 'other'

/**
 * The moves, one after the other, after which every row that waits stands above all that rest, each
 * kind in the order it was in; none where it stands so already. `first` is the row of the first of them.
 */
export const movesUp = (rows: readonly Standing[], first: number): RowsMoved[] => {
  const moves: RowsMoved[] = []
  let before = rows.indexOf('rests')
  if (before < 0) return moves
  for (let row = before; row < rows.length; ) {
    if (rows[row] !== 'waits') {
      row += 1
      continue
    }
    const from = row
    while (rows[row] === 'waits') row += 1
    moves.push({ from: first + from, count: row - from, before: first + before })
    before += row - from
  }
  return moves
}
