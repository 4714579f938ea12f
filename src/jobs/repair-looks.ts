import { isJobDue } from '../domain/schedule'
import { asHeaded } from '../layout/as-headed'
import { differences } from '../layout/differences'
import type { TabLook } from '../layout/tab-look'
import type { BookId, Ports } from '../ports'
import { addedBy, noteBlank, restoreTab } from './restore-tabs'
import type { Run } from './run'
import { saidBy } from './said-by'
import { standingOf } from './standing'
import { controlLooks, dashboardLooks, deskLooks } from './tab-looks'

/** The accounts that may write where nobody else may. */
export const editorsOf = (ports: Ports): string[] => {
  const standing = standingOf(ports.facts.all())
  return [standing.role, standing.standby].filter((account) => account !== '')
}

/** Makes a workbook look as declared; returns how many requests that took. */
export const repairBook = (ports: Ports, book: BookId, tabs: TabLook[]): number => {
  const requests = differences(ports.layout.read(book), tabs, editorsOf(ports))
  noteBlank(ports, book, addedBy(requests))
  if (requests.length > 0) ports.layout.apply(book, requests)
  return requests.length
}

/** What the tabs of a workbook that people edit show, by name; one that is gone is not among them. */
const shownIn = (ports: Ports, book: BookId, tabs: TabLook[]): Map<string, string[][]> => {
  const edited = tabs.filter((tab) => tab.headed && !tab.locked)
  const contents = ports.tables.read(
    book,
    edited.map((tab) => tab.name),
  )
  return new Map(contents.map(({ name, shown }) => [name, shown]))
}

const isBlank = (shown: string[][] = []): boolean =>
  shown.every((row) => row.every((cell) => cell.trim() === ''))

/** Repairs the looks of one workbook; tabs that people edit and that are gone come back whole. */
const repairTabs = (run: Run, book: BookId, tabs: TabLook[]): number => {
  const { ports } = run
  const shown = shownIn(ports, book, tabs)
  // With their columns where people have put them.
  const standing = tabs.map((tab) => asHeaded(tab, shown.get(tab.name)?.[1] ?? []))
  const repaired = repairBook(ports, book, standing)
  const gone = tabs.filter((tab) => tab.headed && !tab.locked && isBlank(shown.get(tab.name)))
  for (const tab of gone) restoreTab(run, book, tab)
  return repaired
}

/** What every workbook that people open is to look like. */
export const looksOfDistrict = ({
  registry,
  district,
  control,
  dashboard,
}: Run): Map<BookId, TabLook[]> =>
  new Map([
    [control, controlLooks(registry, district)],
    ...(dashboard === '' ? [] : [[dashboard, dashboardLooks()] as [BookId, TabLook[]]]),
    ...district.offices
      .filter((office) => office.desk !== '')
      .map((office): [BookId, TabLook[]] => [office.desk, deskLooks(registry, district, office)]),
  ])

/**
 * Repairs the looks of every tab once a night, or when a person asks: pasting destroys drop-downs
 * and colours, and whole tabs get deleted. A workbook that cannot be opened waits for the next night.
 */
export const repairLooks = (run: Run, asked: boolean): number => {
  const { ports, journal, district } = run
  const due = isJobDue(district, '修复版面', journal.state.jobs.get('修复版面'), journal.at)
  if (!due && !asked) return 0
  let repaired = 0
  for (const [book, tabs] of looksOfDistrict(run)) {
    if (run.unread.has(book)) continue
    try {
      repaired += repairTabs(run, book, tabs)
    } catch (failure) {
      ports.log.line(`版面未修复 ${book}：${saidBy(failure)}`)
    }
  }
  journal.set('jobs', '修复版面', { at: journal.at, result: `改正${repaired}处` })
  return repaired
}
