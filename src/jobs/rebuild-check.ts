import { districtOf } from '../domain/district-of'
import { fold, journalOf } from '../domain/event'
import { readEventRows } from '../domain/ledger-rows'
import { neutralise, textOf } from '../domain/neutralise'
import { readStamp } from '../domain/stamp'
import { emptyState, type State } from '../domain/state'
import { readTable } from '../domain/table'
import type { Digest, Ports, TabContent } from '../ports'
import { type Draft, draftTab, type TabDraft } from './draft'
import { knownLedgers } from './ledger'
import { rememberedRun } from './open-run'
import type { Registry } from './registry'
import { saidBy } from './said-by'
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

/** The last line of the run log: when the pages were written, and up to which event. */
const lastRunOf = (log: string[][]): { at: number; no: number } | undefined => {
  const [at = '', , , , , no = ''] = log.filter(([when]) => when).pop() ?? []
  return at === '' ? undefined : { at: readStamp(at), no: Number(no) }
}

/** The state as the last run wrote its pages, from every event of every year, trusting no cache. */
const rebuiltState = (ports: Ports): { state: State; lastRun: number } => {
  const ledgers = knownLedgers(ports.facts.all()).map(({ book }) => {
    const tabs = ports.tables.read(book, ['事件', '运行'])
    const rows = (name: string) => tabs.find((tab) => tab.name === name)?.shown.slice(2) ?? []
    return { events: readEventRows(rows('事件')), log: rows('运行') }
  })
  const last = ledgers.flatMap(({ log }) => lastRunOf(log) ?? []).pop()
  const state = emptyState()
  for (const { events } of ledgers) {
    fold(
      events.filter((event) => event.no > state.no && event.no <= (last?.no ?? 0)),
      state,
    )
  }
  return { state, lastRun: last?.at ?? 0 }
}

/** What a cell shows of a text: what no cell holds is written shortened. */
const asShown = (text: string): string => textOf(neutralise(text)).trim()

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
      const ought = asShown(rebuilt[r]?.[c] ?? '')
      if (is !== ought)
        found.push({ book, tab, row: r + 1, column: c + 1, shown: is, rebuilt: ought })
    }
  }
  return found
}

const tabDifferences = (draft: TabDraft, content: TabContent): Difference[] => {
  const { book, register } = draft
  const table = readTable(register, content.shown, content.formulas, draft.held)
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
      return column === undefined || shown === asShown(text)
        ? []
        : [{ ...where, row: row.position, column, shown, rebuilt: text }]
    })
  })
}

/** Renders everything again from workbooks and events and compares it with what is published. */
export const rebuildCheck = (ports: Ports, registry: Registry, digest: Digest) => {
  const { state, lastRun } = rebuiltState(ports)
  const district = districtOf(state, registry.house.district)
  const run = rememberedRun(ports, registry, digest, journalOf(state, lastRun), district)
  const differences: Difference[] = []
  const unread: string[] = []
  let pages = 0
  for (const [book, drafts] of allDrafts(run)) {
    // What a desk shows that the last run could not read was not written by it.
    const tabs = run.unread.has(book) ? undefined : tabsOf(ports, book, drafts)
    if (!tabs) unread.push(book)
    for (const draft of tabs ? drafts : []) {
      pages += 1
      const content = tabs?.find((tab) => tab.name === draftTab(draft))
      differences.push(...compare(book, draft, content))
    }
  }
  return { differences, pages, unread }
}

const tabsOf = (ports: Ports, book: string, drafts: Draft[]): TabContent[] | undefined => {
  try {
    return ports.tables.read(book, drafts.map(draftTab))
  } catch (failure) {
    ports.log.line(`${book}：${saidBy(failure, '打不开')}`)
    return undefined
  }
}

const compare = (book: string, draft: Draft, content: TabContent | undefined): Difference[] => {
  const tab = draftTab(draft)
  if (!content && draft.kind === 'page' && draft.mayLack) return []
  if (!content) return [{ book, tab, row: 0, column: 0, shown: '没有这张表', rebuilt: tab }]
  return draft.kind === 'page'
    ? pageDifferences(book, tab, content.shown, draft.rows)
    : tabDifferences(draft, content)
}
