import { asHeaded } from '../layout/as-headed'
import { differences } from '../layout/differences'
import type { Band } from '../layout/rows-to-read'
import type { TabLook } from '../layout/tab-look'
import type { BookId, Ports } from '../ports'
import { addColumns } from './add-columns'
import { readLooks } from './read-looks'
import { addedBy, noteBlank, restoreTab } from './restore-tabs'
import type { Run } from './run'
import { standingOf } from './standing'

/** The accounts that may write where nobody else may. */
export const editorsOf = (ports: Ports): string[] => {
  const standing = standingOf(ports.facts.all())
  return [standing.role, standing.standby].filter((account) => account !== '')
}

/** The tabs of a workbook that people edit, by name, with what they show; one that is gone is not among them. */
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

/**
 * Makes a workbook look as declared, as far as its rows are looked at; tabs that people edit and
 * that are gone come back whole. Returns how many requests that took.
 */
export const repairLooks = (run: Run, book: BookId, tabs: TabLook[], band: Band): number => {
  const { ports } = run
  const shown = addColumns(run, book, shownIn(ports, book, tabs))
  // With their columns where people have put them.
  const standing = tabs.map((tab) => asHeaded(tab, shown.get(tab.name)?.[1] ?? []))
  const used = (tab: TabLook): number => shown.get(tab.name)?.length ?? 0
  const looks = readLooks(ports, book, standing, { band, used })
  const requests = differences(looks, standing, editorsOf(ports))
  noteBlank(ports, book, addedBy(requests))
  if (requests.length > 0) ports.layout.apply(book, requests)
  const gone = tabs.filter((tab) => tab.headed && !tab.locked && isBlank(shown.get(tab.name)))
  for (const tab of gone) restoreTab(run, book, tab)
  return requests.length
}
