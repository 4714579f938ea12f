import type { Run, Workspace } from './contract'
import { triggersOf } from './runtime/script-services'

/**
 * Fires what a script has installed for edits of a workbook, with the tab that was edited, as Google
 * does within seconds. On a set clock nothing is fired: what is typed at T is read by the tick of T.
 */
export async function fireEdit(workspace: Workspace, book: string, tab: string): Promise<Run[]> {
  if (workspace.clock !== 'real') return []
  const runs: Run[] = []
  for (const { kind, handler } of triggersOf(workspace.store)) {
    if (kind !== `onEdit:${book}`) continue
    runs.push(await workspace.call(handler, [{ $edited: { book, tab } }]))
  }
  return runs
}
