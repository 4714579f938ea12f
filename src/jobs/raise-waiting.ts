import type { Table } from '../domain/table'
import { movesUp, type Standing } from '../domain/waiting-first'
import { sheetIdOf } from '../layout/tab-look'
import { PlatformError, type Ports } from '../ports'
import type { TabDraft } from './draft'

const standingOf = (draft: TabDraft, id: string): Standing => {
  const { state = '', rests = [] } = draft.register
  const said = draft.cells.get(id)?.[state]
  if (said === undefined) return 'other'
  return rests.some((start) => said.startsWith(start)) ? 'rests' : 'waits'
}

/** Whether of the rows in this order one that waits stands below one of which nothing is asked any more. */
export const isOutOfOrder = (draft: TabDraft, ids: Iterable<string>): boolean =>
  draft.register.rests !== undefined &&
  movesUp(
    [...ids].map((id) => standingOf(draft, id)),
    1,
  ).length > 0

/**
 * Moves the rows that wait for a decision above those that are decided. Nothing in a row changes, and
 * whoever types there goes on typing in the same row; where it cannot be done, the order is left as it is.
 */
export const raiseWaiting = (ports: Ports, draft: TabDraft, { rows, headRow }: Table): void => {
  const { book, register } = draft
  if (register.rests === undefined) return
  const at = new Map(rows.map((row) => [row.position, row.cells.id ?? '']))
  const first = headRow + 1
  const last = Math.max(headRow, ...at.keys())
  const standings = Array.from({ length: last - headRow }, (_, i) =>
    standingOf(draft, at.get(first + i) ?? ''),
  )
  const requests = movesUp(standings, first).map(({ from, count, before }) => ({
    moveDimension: {
      source: {
        sheetId: sheetIdOf(register.title),
        dimension: 'ROWS',
        startIndex: from - 1,
        endIndex: from - 1 + count,
      },
      destinationIndex: before - 1,
    },
  }))
  if (requests.length === 0) return
  try {
    ports.layout.apply(book, requests)
  } catch (failure) {
    if (!(failure instanceof PlatformError)) throw failure
    ports.log.line(`「${register.title}」待办行未能上移：${failure.message}`)
  }
}
