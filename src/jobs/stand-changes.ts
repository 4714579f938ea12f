import type { Event } from '../domain/event'
import { nameParts, namesTouched, standLine, standRow } from '../domain/ledger-rows'
import type { Block } from '../ports'
import type { Ledger } from './ledger'

/** Rows above the first line of a ledger tab: the notice and the headings. */
export const headRows = 2

/** The line that says up to which event, and up to which row of 事件, the others tell. */
export const markName = '序号\t'

/** Lines of 现况 as few blocks: neighbours within twenty rows go together. */
export const blocksOf = (
  changes: Map<number, string[]>,
  current: (row: number) => string[],
): Block[] => {
  const rows = [...changes.keys()].sort((a, b) => a - b)
  const blocks: Block[] = []
  for (const row of rows) {
    const last = blocks[blocks.length - 1]
    const end = last ? last.row + last.values.length : 0
    if (last && row - end < 20) {
      for (let between = end; between < row; between++) last.values.push(current(between))
      last.values.push(changes.get(row) ?? [])
    } else blocks.push({ row, column: 1, values: [changes.get(row) ?? []] })
  }
  return blocks
}

const markOf = (ledger: Ledger): string =>
  JSON.stringify({ no: ledger.state.no, next: ledger.nextEvent })

const blank = ['', '', '']

/** The cells of a line, and blank ones as far as it went before. */
const widened = (cells: string[], width: number): string[] => [
  ...cells,
  ...Array.from({ length: Math.max(0, width - cells.length) }, () => ''),
]

/** A line that can be told anew, or that nobody waits for, leaves the place where it cannot be read. */
const clearBroken = (ledger: Ledger): Map<number, string[]> => {
  const changes = new Map<number, string[]>()
  for (const [name, line] of ledger.broken) {
    if (!line || (!line.isOver && standLine(ledger.state, name) === undefined)) continue
    changes.set(line.row, widened(blank, standRow(name, line.json).length))
    ledger.broken.delete(name)
  }
  return changes
}

// Letters come and go by the thousand, and nothing goes by their order: they take the rows of lines
// that are gone, or a year would leave more blank rows to be read than full ones. The lines of all
// else stand in the order in which they appeared.
const roomFor = (ledger: Ledger, category: string): number =>
  (category === 'letters' ? ledger.free.pop() : undefined) ?? Math.max(ledger.lastRow, headRows) + 1

/** What changes in 现况, by row, where lines are to say this; the ledger takes it as written. */
export const lineChanges = (
  ledger: Ledger,
  said: Iterable<[name: string, json: string | undefined]>,
): Map<number, string[]> => {
  const changes = new Map<number, string[]>()
  for (const [name, json] of said) {
    const before = ledger.lines.get(name)
    if (before?.json === json) continue
    const width = before ? standRow(name, before.json).length : 0
    if (json === undefined) {
      if (before) changes.set(before.row, widened(blank, width))
      ledger.lines.delete(name)
      continue
    }
    const row = before?.row ?? roomFor(ledger, nameParts(name)[0])
    ledger.lastRow = Math.max(ledger.lastRow, row)
    ledger.lines.set(name, { row, json })
    changes.set(row, widened(standRow(name, json), width))
  }
  for (const [row, cells] of changes) ledger.rows[row - 1] = cells
  return changes
}

/** What changes in 现况 by these events, by row; the ledger takes it as written. */
export const standChanges = (ledger: Ledger, events: Event[]): Map<number, string[]> => {
  const names = new Set([...ledger.behind, ...namesTouched(ledger.state, events), markName])
  const said = [...names].map((name): [string, string | undefined] => [
    name,
    name === markName ? markOf(ledger) : standLine(ledger.state, name),
  ])
  const changes = lineChanges(ledger, said)
  ledger.behind = new Set()
  const cleared = clearBroken(ledger)
  for (const [row, cells] of cleared) ledger.rows[row - 1] = cells
  return new Map([...changes, ...cleared])
}
