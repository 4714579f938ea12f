import { countBy } from 'es-toolkit'
import { contentOf, keyOf } from '../domain/match'
import { scriptKeys } from '../domain/register'
import { readTable, type Table, type TypedRow } from '../domain/table'
import type { Addition, Block, BookId, Ports } from '../ports'
import { type Draft, draftTab, type PageDraft, type TabDraft } from './draft'
import { orderRows } from './order-rows'

/** What came of writing one workbook: tabs written, and why a tab has to wait. */
export type Written = { done: Draft[]; conflicts: string[] }

/** Which line of the tab is which row now: by 编号, else by content in order. */
const placesOf = (draft: TabDraft, { rows, missing }: Table): Map<number, string> => {
  const { register, contents, cells } = draft
  const places = new Map<number, string>()
  const taken = new Set<string>()
  // Where no 编号 is shown a row is told by its key: two settings may otherwise read alike.
  const idOf = (row: TypedRow) => (register.fields.id ? (row.cells.id ?? '') : keyOf(register, row))
  const copies = countBy(rows, idOf)
  for (const row of rows) {
    const id = idOf(row)
    if (id === '' || taken.has(id) || !cells.has(id)) continue
    const expected = contents.get(id)
    const isSame = () =>
      expected && contentOf(register, expected, missing) === contentOf(register, row.cells, missing)
    if ((copies[id] ?? 0) > 1 && !isSame()) continue
    taken.add(id)
    places.set(row.position, id)
  }
  for (const row of rows.filter((each) => !places.has(each.position))) {
    const content = contentOf(register, row.cells, missing)
    const id = [...contents].find(
      ([each, known]) => !taken.has(each) && contentOf(register, known, missing) === content,
    )?.[0]
    if (id === undefined) continue
    taken.add(id)
    places.set(row.position, id)
  }
  return places
}

/** Whether somebody has decided on a row since it was read: the text it was decided beside must stay. */
const isDecidedMeanwhile = (draft: TabDraft, row: TypedRow | undefined): boolean => {
  const { binds } = draft.register
  if (!binds || !row) return false
  const known = draft.contents.get(row.cells.id ?? '')
  return (row.cells[binds.decision] ?? '') !== (known?.[binds.decision] ?? '')
}

/** The script's columns as blocks, from the first row to the last; other rows keep what they show. */
const columnBlocks = (draft: TabDraft, table: Table, places: Map<number, string>): Block[] => {
  const first = table.headRow + 1
  const last = Math.max(0, ...table.rows.map((row) => row.position))
  if (last < first) return []
  const byPosition = new Map(table.rows.map((row) => [row.position, row]))
  return scriptKeys(draft.register).flatMap((key) => {
    const column = table.columns[key]
    if (column === undefined) return []
    let changed = false
    const values: string[][] = []
    for (let position = first; position <= last; position++) {
      const row = byPosition.get(position)
      const id = isDecidedMeanwhile(draft, row) ? undefined : places.get(position)
      const shown = row?.shown?.[key] ?? row?.cells[key] ?? ''
      const wanted =
        id === undefined ? shown : key === 'id' ? id : (draft.cells.get(id)?.[key] ?? shown)
      if (wanted !== shown) changed = true
      values.push([wanted])
    }
    return changed ? [{ row: first, column, values }] : []
  })
}

const missingRows = (draft: TabDraft, table: Table, places: Map<number, string>): string[][] => {
  const present = new Set(places.values())
  const width = Math.max(0, ...Object.values(table.columns))
  return [...draft.rows]
    .filter(([id]) => !present.has(id))
    .map(([id, cells]) => {
      const line = Array.from({ length: width }, () => '')
      const all = { ...cells, ...draft.cells.get(id), id }
      for (const [key, text] of Object.entries(all)) {
        const column = table.columns[key]
        if (column !== undefined) line[column - 1] = text
      }
      return line
    })
}

/** What writing one draft takes: rows that are new, and what changes in those that are there. */
type Step = { added: string[][]; fill: () => void }

const tabStep = (ports: Ports, draft: TabDraft): Step | { conflict: string } => {
  const { book, register } = draft
  const content = ports.tables.reread(book, register.title)
  const table = content && readTable(register, content.shown, content.formulas, draft.held)
  if (!table) return { conflict: `找不到表「${register.title}」` }
  if ('fault' in table) return { conflict: table.fault }
  const places = placesOf(draft, table)
  const blocks = columnBlocks(draft, table, places)
  return {
    added: missingRows(draft, table, places),
    fill: () => {
      if (blocks.length > 0) ports.tables.write(book, register.title, blocks)
    },
  }
}

const pageStep = (ports: Ports, { book, tab, rows, figures }: PageDraft): Step => {
  const columns = Math.max(1, ...rows.map((row) => row.length))
  ports.tables.reserve(book, [{ tab, rows: rows.length, columns }])
  return { added: [], fill: () => ports.tables.replace(book, tab, rows, figures) }
}

const misplaced = ({ register, contents, held }: TabDraft, { rows, missing }: Table): boolean =>
  rows.some((row) => {
    const id = row.cells.id ?? ''
    const expected = contents.get(id)
    if (expected === undefined || held.has(id)) return false
    return contentOf(register, expected, missing) !== contentOf(register, row.cells, missing)
  })

/** After the flush: each 编号 must stand beside the content it belongs to, else the next tick repairs. */
const verify = (ports: Ports, drafts: Draft[], written: Written): void => {
  for (const draft of drafts) {
    if (draft.kind === 'page' || !written.done.includes(draft)) continue
    const content = ports.tables.reread(draft.book, draft.register.title)
    const table = content && readTable(draft.register, content.shown, content.formulas, draft.held)
    if (table && !('fault' in table) && !misplaced(draft, table)) {
      orderRows(ports, draft, table)
      continue
    }
    written.conflicts.push(`「${draftTab(draft)}」写入时有人改动，下次再写`)
    written.done = written.done.filter((each) => each !== draft)
  }
}

/**
 * Writes the drafts of one workbook: everything is read again first, new rows come before changes
 * of old ones (they are applied at once), then one flush, then a check.
 */
export const writeDrafts = (ports: Ports, book: BookId, drafts: Draft[]): Written => {
  const written: Written = { done: [], conflicts: [] }
  const steps: Step[] = []
  const additions: Addition[] = []
  for (const draft of drafts) {
    if (draft.kind === 'page' && draft.mayLack && !ports.tables.reread(book, draft.tab)) continue
    const step = draft.kind === 'page' ? pageStep(ports, draft) : tabStep(ports, draft)
    if ('conflict' in step) {
      written.conflicts.push(step.conflict)
      continue
    }
    steps.push(step)
    written.done.push(draft)
    if (step.added.length > 0) additions.push({ tab: draftTab(draft), rows: step.added })
  }
  if (additions.length > 0) ports.tables.append(book, additions)
  for (const { fill } of steps) fill()
  ports.tables.flush()
  verify(ports, drafts, written)
  return written
}
