import { apply, type Event, fold, type News } from '../domain/event'
import {
  eventHeadings,
  eventRows,
  namesTouched,
  numbered,
  readEventRows,
  standHeadings,
} from '../domain/ledger-rows'
import { dayOf, type Moment } from '../domain/moment'
import { parsedJson } from '../domain/parsed-json'
import { readLines, type StandLine, stateOf, toldBy } from '../domain/read-stand'
import { rowKey, type State } from '../domain/state'
import type { BookId, Ports } from '../ports'
import { type Readings, readingsIn } from './reading'
import { blocksOf, headRows, markName, standChanges } from './stand-changes'

export const ledgerTabs = ['事件', '现况', '页面', '运行'] as const

export const pageHeadings = ['工作簿', '表', '指纹'] as const
export const runHeadings = ['时间', '读取', '未读到', '事件', '说明', '至序号'] as const

export const ledgerHeadings: Record<(typeof ledgerTabs)[number], readonly string[]> = {
  事件: eventHeadings,
  现况: standHeadings,
  页面: pageHeadings,
  运行: runHeadings,
}

/** A line of 现况 that cannot be read; `isOver` once nobody waits for what it told. */
export type BrokenLine = { row: number; json: string; isOver?: true }

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
  /**
   * Names of which neither 现况 nor the events can be read, with the line there: it stays until
   * something else tells.
   */
  broken: Map<string, BrokenLine | undefined>
  lastRow: number
  /** Row after the last event. */
  nextEvent: number
  /** Row after the last line of the run log. */
  nextRun: number
  /** Fingerprint of each page as last written. */
  pages: Map<string, string>
  pagesWritten: string
  /** Rows of 页面 that say something. */
  pageRows: number
  /** What the last run knew of each workbook. */
  readings: Readings
}

type Mark = { no: number; next: number }

/** What cannot be read in 现况 is told by the events, as far as those can be read. */
const mended = (ports: Ports, book: BookId, lines: StandLine[]): StandLine[] => {
  if (!lines.some(({ isBroken }) => isBroken)) return lines
  const told = fold(readEventRows(ports.tables.tail(book, '事件', headRows + 1).shown))
  return lines.map((line) => (line.isBroken ? (toldBy(told, line) ?? line) : line))
}

const eventName = ({ happening, book, register, key }: Event): string =>
  happening === '记录' ? `${register}\t${key}` : `行\t${rowKey(book, register, key)}`

/** Reads a ledger: the state as last written, and the events that came after it. */
export const openLedger = (ports: Ports, book: BookId): Ledger => {
  // Nobody types here: what these tabs hold is read without asking for formulas.
  const whole = (tab: string): string[][] => ports.tables.tail(book, tab, 1).shown
  const [rows, marks] = [whole('现况'), whole('页面')]
  const below = readLines(rows).filter(({ row }) => row > headRows)
  const read = mended(
    ports,
    book,
    below.filter(({ name }) => name !== ''),
  )
  const free = below.flatMap(({ name, row }) => (name === '' ? [row] : [])).reverse()
  const isLost = ({ isBroken, sets }: StandLine): boolean => isBroken && !sets
  const lines: Ledger['lines'] = new Map(
    read.flatMap((line) => (isLost(line) ? [] : [[line.name, line]])),
  )
  const marked = lines.get(markName)?.json
  const mark = parsedJson<Mark>(marked ?? '') ?? { no: 0, next: headRows + 1 }
  const state = stateOf(read)
  state.no = mark.no
  const rest = ports.tables.tail(book, '事件', mark.next)
  const missed = readEventRows(rest.shown).filter((event) => event.no > mark.no)
  const unread = missed.filter((event) => !apply(state, event))
  const behind = missed.length === 0 ? new Set<string>() : namesTouched(state, missed)
  const broken: Ledger['broken'] = new Map(unread.map((event) => [eventName(event), undefined]))
  for (const line of read.filter(({ isBroken }) => isBroken)) {
    behind.add(line.name)
    if (isLost(line)) broken.set(line.name, { row: line.row, json: line.json })
  }
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
    broken,
    lastRow,
    nextEvent,
    nextRun,
    pages,
    pagesWritten,
    pageRows: Math.max(0, marks.length - headRows),
    readings: readingsIn(lines),
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

/** Writes changed lines of 现况, in as few blocks as that takes. */
export const writeLines = (ports: Ports, ledger: Ledger, changes: Map<number, string[]>): void => {
  if (changes.size === 0) return
  const blocks = blocksOf(changes, (row) => ledger.rows[row - 1] ?? [])
  ports.tables.write(ledger.book, '现况', blocks)
}

/** Writes events, and the state they lead to, as what one flush applies. */
export const writeEvents = (ports: Ports, ledger: Ledger, news: News[]): Event[] => {
  const events = numbered(news, ledger.state.no)
  const last = events[events.length - 1]
  if (last === undefined) return []
  const values = events.flatMap(eventRows)
  ports.tables.write(ledger.book, '事件', [{ row: ledger.nextEvent, column: 1, values }])
  ledger.nextEvent += values.length
  ledger.state.no = last.no
  writeLines(ports, ledger, standChanges(ledger, events))
  return events
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
