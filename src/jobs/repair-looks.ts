import { isJobDue } from '../domain/schedule'
import { asHeaded } from '../layout/as-headed'
import { differences } from '../layout/differences'
import type { TabLook } from '../layout/tab-look'
import type { BookId, Ports } from '../ports'
import type { Run } from './run'
import { saidBy } from './said-by'
import { standingOf } from './standing'
import { controlLooks, dashboardLooks, deskLooks } from './tab-looks'

/** Makes a workbook look as declared; returns how many requests that took. */
export const repairBook = (ports: Ports, book: BookId, tabs: TabLook[]): number => {
  const standing = standingOf(ports.facts.all())
  const editors = [standing.role, standing.standby].filter((account) => account !== '')
  const requests = differences(ports.layout.read(book), tabs, editors)
  if (requests.length > 0) ports.layout.apply(book, requests)
  return requests.length
}

/** The tabs with their columns where people have put them. */
const asTheyStand = (ports: Ports, book: BookId, tabs: TabLook[]): TabLook[] => {
  const edited = tabs.filter((tab) => tab.headed && !tab.locked)
  const heads = new Map(
    ports.tables
      .read(
        book,
        edited.map((tab) => tab.name),
      )
      .map(({ name, shown }) => [name, shown[1]]),
  )
  return tabs.map((tab) => asHeaded(tab, heads.get(tab.name) ?? []))
}

/** What every workbook that people open is to look like. */
export const looksOfDistrict = ({
  registry,
  district,
  control,
  dashboard,
}: Run): Map<BookId, TabLook[]> =>
  new Map([
    [control, controlLooks(registry)],
    ...(dashboard === '' ? [] : [[dashboard, dashboardLooks()] as [BookId, TabLook[]]]),
    ...district.offices
      .filter((office) => office.desk !== '')
      .map((office): [BookId, TabLook[]] => [office.desk, deskLooks(registry, district, office)]),
  ])

/**
 * Repairs the looks of every tab once a night, or when a person asks: pasting destroys drop-downs
 * and colours. A workbook that cannot be opened waits for the next night.
 */
export const repairLooks = (run: Run, asked: boolean): number => {
  const { ports, journal, district } = run
  const due = isJobDue(district, '修复版面', journal.state.jobs.get('修复版面'), journal.at)
  if (!due && !asked) return 0
  let repaired = 0
  for (const [book, tabs] of looksOfDistrict(run)) {
    if (run.unread.has(book)) continue
    try {
      repaired += repairBook(ports, book, asTheyStand(ports, book, tabs))
    } catch (failure) {
      ports.log.line(`版面未修复 ${book}：${saidBy(failure)}`)
    }
  }
  journal.set('jobs', '修复版面', { at: journal.at, result: `改正${repaired}处` })
  return repaired
}
