import { movesUp, type Rank } from '../domain/row-order'
import type { Table } from '../domain/table'
import { sheetIdOf } from '../layout/tab-look'
import { PlatformError, type Ports } from '../ports'
import type { TabDraft } from './draft'

type Cells = Record<string, string>

const rankOf = (draft: TabDraft, id: string, shown: Cells | undefined): Rank => {
  const { state = '', rests, newest } = draft.register
  if (!shown || !draft.cells.has(id)) return undefined
  const cells = { ...shown, ...draft.cells.get(id) }
  if (newest !== undefined) return cells[newest] || undefined
  return rests?.some((start) => cells[state]?.startsWith(start)) === true ? '0' : '1'
}

const isOrdered = ({ register: { rests, newest } }: TabDraft): boolean =>
  rests !== undefined || newest !== undefined

/** Whether of the rows as they stand one is below another that ought to stand beneath it. */
export const isOutOfOrder = (draft: TabDraft, seen: ReadonlyMap<string, Cells>): boolean =>
  isOrdered(draft) &&
  movesUp(
    [...seen].map(([id, cells]) => rankOf(draft, id, cells)),
    1,
  ).length > 0

/**
 * Moves rows that wait for a decision above those that are decided, and newer ones above older ones.
 * Nothing in a row changes, and whoever types there goes on typing in the same row; where it cannot
 * be done, the order is left as it is.
 */
export const orderRows = (ports: Ports, draft: TabDraft, { rows, headRow }: Table): void => {
  const { book, register } = draft
  if (!isOrdered(draft)) return
  const at = new Map(rows.map((row) => [row.position, row.cells]))
  const first = headRow + 1
  const last = Math.max(headRow, ...at.keys())
  const ranks = Array.from({ length: last - headRow }, (_, i) => {
    const shown = at.get(first + i)
    return rankOf(draft, shown?.id ?? '', shown)
  })
  const requests = movesUp(ranks, first).map(({ from, count, before }) => ({
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
    ports.log.line(`「${register.title}」的行序未能调整：${failure.message}`)
  }
}
