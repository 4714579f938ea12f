import { apply, type Event, type News, openingEvents } from '../domain/event'
import {
  eventHeadings,
  eventRow,
  namesTouched,
  numbered,
  readEventRow,
  standHeadings,
  standLine,
} from '../domain/ledger-rows'
import { dayOf, type Moment } from '../domain/moment'
import { readLines, stateOf } from '../domain/read-stand'
import { stampOf } from '../domain/stamp'
import type { State } from '../domain/state'
import type { Block, BookId, Ports } from '../ports'

export const ledgerTabs = ['事件', '现况', '页面', '运行'] as const

export const pageHeadings = ['工作簿', '表', '指纹'] as const
export const runHeadings = ['时间', '读取', '未读到', '事件', '说明', '至序号'] as const

export const ledgerHeadings: Record<(typeof ledgerTabs)[number], readonly string[]> = {
  事件: eventHeadings,
  现况: standHeadings,
  页面: pageHeadings,
  运行: runHeadings,
}

/** Rows above the first line of a ledger tab: the notice and the headings. */
const headRows = 2

/** The machine ledger of a year, opened: the state, and what was written about it. */
export type Ledger = {
  book: BookId
  state: State
  /** Lines of 现况 by name: where they stand, and what they say. */
  lines: Map<string, { row: number; json: string }>
  /** The rows of 现况 as they stand. */
  rows: string[][]
  /** Rows of 现况 whose line is gone, the last first. */
  free: number[]
  /** Names of 现况 whose lines are behind the events. */
  behind: Set<string>
  lastRow: number
  /** Row after the last event. */
  nextEvent: number
  /** Row after the last line of the run log. */
  nextRun: number
  /** Fingerprint of each page as last written. */
  pages: Map<string, string>
  pagesWritten: string
}

/** The line that says up to which event, and up to which row of 事件, the others tell. */
const markName = '序号\t'
type Mark = { no: number; next: number }

/** Reads a ledger: the state as last written, and the events that came after it. */
export const openLedger = (ports: Ports, book: BookId): Ledger => {
  // Nobody types here: what these tabs hold is read without asking for formulas.
  const whole = (tab: string): string[][] => ports.tables.tail(book, tab, 1).shown
  const [rows, marks] = [whole('现况'), whole('页面')]
  const below = readLines(rows).filter(({ row }) => row > headRows)
  const read = below.filter(({ name }) => name !== '')
  const free = below.flatMap(({ name, row }) => (name === '' ? [row] : [])).reverse()
  const lines: Ledger['lines'] = new Map(read.map((line) => [line.name, line]))
  const marked = lines.get(markName)?.json
  const mark = marked ? (JSON.parse(marked) as Mark) : { no: 0, next: headRows + 1 }
  const state = stateOf(read)
  state.no = mark.no
  const rest = ports.tables.tail(book, '事件', mark.next)
  const later = rest.shown.flatMap((row) => readEventRow(row) ?? [])
  const missed = later.filter((event) => event.no > mark.no)
  for (const event of missed) apply(state, event)
  const behind = missed.length === 0 ? new Set<string>() : namesTouched(state, missed)
  const pages = new Map(
    marks
      .slice(headRows)
      .flatMap(([where = '', tab = '', hash = '']): [string, string][] =>
        where === '' ? [] : [[`${where}|${tab}`, hash]],
      ),
  )
  const pagesWritten = JSON.stringify([...pages])
  const nextEvent = Math.max(rest.last + 1, headRows + 1)
  const runs = ports.tables.tail(book, '运行', Number.MAX_SAFE_INTEGER)
  const nextRun = Math.max(runs.last, headRows) + 1
  const lastRow = rows.length
  return {
    book,
    state,
    lines,
    rows,
    free,
    behind,
    lastRow,
    nextEvent,
    nextRun,
    pages,
    pagesWritten,
  }
}

/** Makes room for what a run may add: a tab that grew in between would be flushed for it. */
export const reserveLedger = (ports: Ports, ledger: Ledger): Ledger => {
  ports.tables.reserve(ledger.book, [
    { tab: '事件', rows: ledger.nextEvent + 500, columns: eventHeadings.length },
    { tab: '现况', rows: ledger.lastRow + 200, columns: standHeadings.length },
    { tab: '页面', rows: ledger.pages.size + 100, columns: pageHeadings.length },
    { tab: '运行', rows: ledger.nextRun + 10, columns: runHeadings.length },
  ])
  return ledger
}

/** Lines of 现况 as few blocks: neighbours within twenty rows go together. */
const blocksOf = (changes: Map<number, string[]>, current: (row: number) => string[]): Block[] => {
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

// Letters come and go by the thousand, and nothing goes by their order: they take the rows of lines
// that are gone, or a year would leave more blank rows to be read than full ones. The lines of all
// else stand in the order in which they appeared.
const roomFor = (ledger: Ledger, category: string): number =>
  (category === 'letters' ? ledger.free.pop() : undefined) ?? Math.max(ledger.lastRow, headRows) + 1

const standChanges = (ledger: Ledger, events: Event[]): Map<number, string[]> => {
  const changes = new Map<number, string[]>()
  const names = namesTouched(ledger.state, events)
  for (const name of [...ledger.behind, ...names, markName]) {
    const json = name === markName ? markOf(ledger) : standLine(ledger.state, name)
    const before = ledger.lines.get(name)
    if (before?.json === json) continue
    if (json === undefined) {
      if (before) changes.set(before.row, blank)
      ledger.lines.delete(name)
      continue
    }
    const [category = '', key = ''] = name.split('\t')
    const row = before?.row ?? roomFor(ledger, category)
    ledger.lastRow = Math.max(ledger.lastRow, row)
    ledger.lines.set(name, { row, json })
    changes.set(row, [category, key, json])
  }
  ledger.behind = new Set()
  for (const [row, cells] of changes) ledger.rows[row - 1] = cells
  return changes
}

/** Writes events, and the state they lead to, as what one flush applies. */
export const writeEvents = (ports: Ports, ledger: Ledger, news: News[]): Event[] => {
  const events = numbered(news, ledger.state.no)
  const last = events[events.length - 1]
  if (last === undefined) return []
  ports.tables.write(ledger.book, '事件', [
    { row: ledger.nextEvent, column: 1, values: events.map(eventRow) },
  ])
  ledger.nextEvent += events.length
  ledger.state.no = last.no
  const changes = standChanges(ledger, events)
  if (changes.size > 0) {
    ports.tables.write(
      ledger.book,
      '现况',
      blocksOf(changes, (row) => ledger.rows[row - 1] ?? blank),
    )
  }
  return events
}

/** Notes which pages stand as written. */
export const writePageMarks = (ports: Ports, ledger: Ledger): void => {
  const written = JSON.stringify([...ledger.pages])
  if (written === ledger.pagesWritten) return
  const rows = [...ledger.pages].map(([key, hash]) => [...key.split('|'), hash])
  ports.tables.write(ledger.book, '页面', [{ row: headRows + 1, column: 1, values: rows }])
  ledger.pagesWritten = written
}

/** Appends a line to the run log, with the event up to which its pages tell. */
export const logRun = (ports: Ports, ledger: Ledger, line: string[]): void => {
  const values = [[...line, String(ledger.state.no)]]
  ports.tables.write(ledger.book, '运行', [{ row: ledger.nextRun, column: 1, values }])
  ledger.nextRun += 1
}

export const ledgerFact = (now: Moment): string => `ledger.${dayOf(now).slice(0, 4)}`

/** The ledgers there are, newest year last. */
export const knownLedgers = (facts: Record<string, string>): { year: string; book: BookId }[] =>
  Object.entries(facts)
    .flatMap(([key, book]) => (key.startsWith('ledger.') ? [{ year: key.slice(7), book }] : []))
    .sort((a, b) => (a.year < b.year ? -1 : 1))

/** The open state of the last year as the opening events of a new one. */
export const openYear = (ports: Ports, ledger: Ledger, from: State, now: Moment): void => {
  const opening = openingEvents(from, now)
  ledger.state = from
  writeEvents(ports, ledger, opening)
  logRun(ports, ledger, [stampOf(now), '', '', String(opening.length), '承接上年未结事项'])
  ports.tables.flush()
}
