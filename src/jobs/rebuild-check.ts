import { districtOf } from '../domain/district'
import { fold, journalOf } from '../domain/event'
import { readEventRow } from '../domain/ledger-rows'
import { readStamp } from '../domain/stamp'
import { emptyState, type State } from '../domain/state'
import { readTable } from '../domain/table'
import { judgeWeekly } from '../domain/weekly'
import type { Digest, Ports, TabContent } from '../ports'
import { type Draft, draftTab, type TabDraft } from './draft'
import { knownLedgers } from './ledger'
import { type Registry, weeklyRegisters } from './registry'
import type { Run } from './run'
import { coveredAt, standingOf } from './standing'
import { allDrafts } from './write-everything'

/** One published cell that is not what workbooks and events say it must be. */
export type Difference = {
  book: string
  tab: string
  row: number
  column: number
  shown: string
  rebuilt: string
}

/** The state rebuilt from every event of every year, trusting no cache. */
const stateFromEvents = (ports: Ports): { state: State; lastRun: number } => {
  const state = emptyState()
  let lastRun = 0
  for (const { book } of knownLedgers(ports.facts.all())) {
    const tabs = ports.tables.read(book, ['事件', '运行'])
    const rows = tabs.find((tab) => tab.name === '事件')?.shown.slice(2) ?? []
    const events = rows
      .flatMap((row) => readEventRow(row) ?? [])
      .filter((event) => event.no > state.no)
    fold(events, state)
    for (const [at = ''] of tabs.find((tab) => tab.name === '运行')?.shown.slice(2) ?? []) {
      if (at !== '') lastRun = Math.max(lastRun, readStamp(at))
    }
  }
  return { state, lastRun }
}

const pageDifferences = (
  book: string,
  tab: string,
  shown: string[][],
  rebuilt: string[][],
): Difference[] => {
  const found: Difference[] = []
  for (let r = 0; r < Math.max(shown.length, rebuilt.length); r++) {
    const width = Math.max(shown[r]?.length ?? 0, rebuilt[r]?.length ?? 0)
    for (let c = 0; c < width; c++) {
      const is = (shown[r]?.[c] ?? '').trim()
      const ought = (rebuilt[r]?.[c] ?? '').trim()
      if (is !== ought)
        found.push({ book, tab, row: r + 1, column: c + 1, shown: is, rebuilt: ought })
    }
  }
  return found
}

const tabDifferences = (draft: TabDraft, content: TabContent): Difference[] => {
  const { book, register } = draft
  const table = readTable(register, content.shown)
  const where = { book, tab: register.title }
  if ('fault' in table) return [{ ...where, row: 1, column: 1, shown: table.fault, rebuilt: '' }]
  const byId = new Map(table.rows.map((row) => [row.cells.id ?? '', row]))
  return [...draft.cells].flatMap(([id, cells]) => {
    const row = byId.get(id)
    if (!row)
      return register.fields.id ? [{ ...where, row: 0, column: 1, shown: '', rebuilt: id }] : []
    return Object.entries(cells).flatMap(([key, text]) => {
      const column = table.columns[key]
      const shown = row.cells[key] ?? ''
      return column === undefined || shown === text.trim()
        ? []
        : [{ ...where, row: row.position, column, shown, rebuilt: text }]
    })
  })
}

/** Renders everything again from workbooks and events and compares it with what is published. */
export const rebuildCheck = (ports: Ports, registry: Registry, digest: Digest) => {
  const standing = standingOf(ports.facts.all())
  const { state, lastRun } = stateFromEvents(ports)
  const journal = journalOf(state, lastRun)
  const district = districtOf(state, registry.house.district)
  const run: Run = {
    ports,
    registry,
    control: standing.control,
    journal,
    district,
    weekly: [],
    taken: new Map(),
    unread: new Map(),
  }
  run.weekly = weeklyRegisters(registry).map((registers) =>
    judgeWeekly(journal, registers, district, {
      control: standing.control,
      covered: (book) => coveredAt(standing, book),
      unread: new Set(),
      asked: new Set(),
      digest,
    }),
  )
  const differences: Difference[] = []
  let pages = 0
  for (const [book, drafts] of allDrafts(run)) {
    const tabs = ports.tables.read(book, drafts.map(draftTab))
    for (const draft of drafts) {
      pages += 1
      const content = tabs.find((tab) => tab.name === draftTab(draft))
      differences.push(...compare(book, draft, content))
    }
  }
  return { differences, pages }
}

const compare = (book: string, draft: Draft, content: TabContent | undefined): Difference[] => {
  const tab = draftTab(draft)
  if (!content) return [{ book, tab, row: 0, column: 0, shown: '没有这张表', rebuilt: tab }]
  return draft.kind === 'page'
    ? pageDifferences(book, tab, content.shown, draft.rows)
    : tabDifferences(draft, content)
}
