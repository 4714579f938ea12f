import type { Tab } from '../books/book'
import type { Box } from '../looks/grid-range'
import { SheetsApiError } from './sheets-api-error'

/** The cells of one tab that a reading asks for. */
export type AskedRange = { tab: Tab; box: Box }

const form =
  /^(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^'!]+))(?:!(?<left>[A-Z]{1,3})?(?<top>[1-9]\d*)?(?::(?<right>[A-Z]{1,3})?(?<bottom>[1-9]\d*)?)?)?$/i

const columnOf = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce(
    (sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64,
    0,
  )

const last = Number.POSITIVE_INFINITY

type Edges = Partial<Record<'left' | 'top' | 'right' | 'bottom', string>>

/** Undefined where a cell is named by half only, as in `A:3`. */
function boxOf({ left, top, right, bottom }: Edges, isOne: boolean): Box | undefined {
  if (isOne && (left === undefined || top === undefined)) return undefined
  const [to, down] = isOne ? [left, top] : [right, bottom]
  if ((left === undefined) !== (to === undefined)) return undefined
  if (top === undefined && (left === undefined || down !== undefined)) return undefined
  return {
    top: top === undefined ? 0 : Number(top) - 1,
    bottom: down === undefined ? last : Number(down),
    left: left === undefined ? 0 : columnOf(left) - 1,
    right: to === undefined ? last : columnOf(to),
  }
}

/**
 * The cells that an A1 notation names, such as `'周计划填报'!1:3`.
 *
 * @throws SheetsApiError in Google's own words where it is malformed, names no tab, or leaves the grid.
 */
export function rangeOfA1(given: string, tabs: readonly Tab[]): AskedRange {
  const found = form.exec(given)?.groups
  const name = found?.quoted?.replaceAll("''", "'") ?? found?.plain
  const tab = tabs.find(({ title }) => title === name)
  if (!found || !tab) throw new SheetsApiError(`Unable to parse range: ${given}`, 'get')
  const whole = { top: 0, bottom: tab.rowCount, left: 0, right: tab.columnCount }
  if (!given.slice(given.lastIndexOf("'") + 1).includes('!')) return { tab, box: whole }
  const box = boxOf(found, !given.slice(given.lastIndexOf('!')).includes(':'))
  if (!box) throw new SheetsApiError(`Unable to parse range: ${given}`, 'get')
  if (box.top >= tab.rowCount || box.left >= tab.columnCount) {
    throw new SheetsApiError(
      `Range (${given}) exceeds grid limits. Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`,
      'get',
    )
  }
  return {
    tab,
    box: {
      ...box,
      bottom: Math.min(box.bottom, tab.rowCount),
      right: Math.min(box.right, tab.columnCount),
    },
  }
}
