import { groupBy } from 'es-toolkit'
import type { Moment } from '../domain/moment'
import type { BookId } from '../ports'
import { type Draft, draftHash, draftTab, mustWrite } from './draft'
import { eraseRefused } from './erase-refused'
import type { Ledger } from './ledger'
import { controlDrafts } from './render-control'
import { dashboardDrafts } from './render-dashboard'
import { deskDrafts } from './render-desk'
import type { Run } from './run'
import { saidBy } from './said-by'
import { writeDrafts } from './write-drafts'

/** What came of writing: workbooks to be done again, and why. */
export type EverythingWritten = { behind: BookId[]; conflicts: string[] }

/** Every draft of a district as it stands, by workbook; of some workbooks only, where they are given. */
export const allDrafts = (run: Run, only?: ReadonlySet<BookId>): Map<BookId, Draft[]> => {
  const drafts = new Map<BookId, Draft[]>()
  const isWanted = (book: BookId): boolean => book !== '' && (only?.has(book) ?? true)
  for (const office of run.district.offices) {
    if (isWanted(office.desk)) drafts.set(office.desk, deskDrafts(run, office))
  }
  if (isWanted(run.control)) drafts.set(run.control, controlDrafts(run))
  if (isWanted(run.dashboard)) drafts.set(run.dashboard, dashboardDrafts(run, run.dashboard))
  return drafts
}

const changed = (ledger: Ledger, drafts: Draft[]): { draft: Draft; hash: string }[] =>
  drafts.flatMap((draft) => {
    const hash = draftHash(draft)
    const written = ledger.pages.get(`${draft.book}|${draftTab(draft)}`)
    if (mustWrite(draft, hash, written)) return [{ draft, hash }]
    ledger.pages.set(`${draft.book}|${draftTab(draft)}`, hash)
    return []
  })

/** Refused texts go first, whatever else is written or cannot be. */
const eraseFirst = (run: Run, result: EverythingWritten): void => {
  for (const [book, tabs] of Object.entries(groupBy(run.refused, (tab) => tab.book))) {
    try {
      eraseRefused(run.ports, tabs)
    } catch (failure) {
      result.behind.push(book)
      result.conflicts.push(saidBy(failure, '写入失败'))
    }
  }
}

/**
 * Writes what changed, workbook by workbook; one that fails leaves the others alone. With `only` the
 * other workbooks are known to stand as written.
 */
export const writeEverything = (
  run: Run,
  ledger: Ledger,
  until: Moment,
  only?: ReadonlySet<BookId>,
): EverythingWritten => {
  const result: EverythingWritten = { behind: [], conflicts: [] }
  eraseFirst(run, result)
  for (const [book, drafts] of allDrafts(run, only)) {
    if (run.unread.has(book)) continue
    const wanted = changed(ledger, drafts)
    if (wanted.length === 0) continue
    if (run.ports.clock.now() > until) {
      result.behind.push(book)
      continue
    }
    try {
      const written = writeDrafts(
        run.ports,
        book,
        wanted.map(({ draft }) => draft),
      )
      result.conflicts.push(...written.conflicts)
      for (const { draft, hash } of wanted) {
        if (written.done.includes(draft)) ledger.pages.set(`${book}|${draftTab(draft)}`, hash)
      }
      if (written.conflicts.length > 0) result.behind.push(book)
    } catch (failure) {
      result.behind.push(book)
      result.conflicts.push(saidBy(failure, '写入失败'))
    }
  }
  return result
}
