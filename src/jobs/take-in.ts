import type { Journal } from '../domain/event'
import type { Moment } from '../domain/moment'
import { blindMark } from '../domain/readers'
import { type Register, typedKeys } from '../domain/register'
import { type GoodReading, type Pin, type Remembered, remember } from '../domain/remember'
import { judgeText } from '../domain/secrecy'
import { readTable, type Table, type TypedRow } from '../domain/table'
import type { TabContent } from '../ports'

/** A cell to be emptied, provided it still shows what was refused. The text lives in memory only. */
export type Erasure = { position: number; key: string; text: string }

/** What one tab said in this run. */
export type TakenIn = {
  register: Register
  /** Why the tab was left unread, in words for the desk. */
  fault: string | undefined
  remembered: Remembered
  erasures: Erasure[]
  /** Cells where somebody typed a formula, in words. */
  formulas: string[]
}

export type TakeIn = {
  book: string
  register: Register
  content: TabContent | undefined
  after: Moment
  prefix: string
  keeps: GoodReading['keeps']
  pin: Pin
}

const nothing: Remembered = { matched: [], missing: [] }

/** Judges what people typed: a secret holds the whole row, a number of a person only its cell. */
const guard = (register: Register, rows: TypedRow[]) => {
  const erasures: (Erasure & { rule: string })[] = []
  const held = new Set<TypedRow>()
  for (const row of rows) {
    for (const key of typedKeys(register)) {
      const text = row.cells[key] ?? ''
      if (text.length < 2) continue
      const { level, rule } = judgeText(text)
      if (level !== 'refuse' && level !== 'refuse-cell') continue
      erasures.push({ position: row.position, key, text, rule })
      row.cells[key] = ''
      if (level === 'refuse') held.add(row)
    }
  }
  return { erasures, held }
}

const noteRefusals = (
  journal: Journal,
  { book, register }: TakeIn,
  erasures: (Erasure & { rule: string })[],
): void => {
  for (const { position, key, rule } of erasures) {
    const heading = register.fields[key]?.heading ?? key
    const where = `${book}|${register.id}|${position}|${key}`
    journal.set('refusals', where, {
      book,
      register: register.id,
      heading,
      position,
      rule,
      at: journal.at,
    })
  }
}

const formulasIn = (register: Register, content: TabContent, table: Table): string[] => {
  const columns = new Map(Object.entries(table.columns).map(([key, column]) => [column, key]))
  return content.formulas.flatMap(({ row, column }) => {
    const key = columns.get(column)
    const line = table.rows.find((each) => each.position === row)
    if (!key || !line) return []
    const heading = register.fields[key]?.heading ?? key
    return [`「${register.title}」第${row}行“${heading}”填了公式，请改填文字`]
  })
}

/** Marks the rows whose 知悉范围 nobody can read: the column is not there, or a formula stands in it. */
const markBlind = (register: Register, content: TabContent, table: Table): void => {
  const audience = register.sensitivity?.audience
  if (audience === undefined) return
  const column = table.columns[audience]
  const formulas = new Set(
    content.formulas.filter((cell) => cell.column === column).map(({ row }) => row),
  )
  for (const row of table.rows)
    if (column === undefined || formulas.has(row.position)) row.cells[blindMark] = '1'
}

/** Takes a tab in: finds its columns, guards against secrets, compares with what was last seen. */
export const takeIn = (journal: Journal, given: TakeIn): TakenIn => {
  const { register, content, book, after, prefix, keeps, pin } = given
  const unread = (fault: string): TakenIn => ({
    register,
    fault,
    remembered: nothing,
    erasures: [],
    formulas: [],
  })
  if (!content) return unread(`找不到表「${register.title}」，夜间按上次读到的内容重建`)
  const table = readTable(register, content.shown, content.formulas)
  if ('fault' in table) return unread(table.fault)
  const formulas = formulasIn(register, content, table)
  markBlind(register, content, table)
  const { erasures, held } = guard(register, table.rows)
  noteRefusals(journal, given, erasures)
  const rows = table.rows.filter((row) => held.has(row) || hasContent(register, row))
  const reading = { book, register, rows, after, prefix, keeps, held }
  return {
    register,
    fault: undefined,
    remembered: remember(journal, reading, pin),
    erasures,
    formulas,
  }
}

const hasContent = (register: Register, row: TypedRow): boolean =>
  register.rows === 'script' || typedKeys(register).some((key) => row.cells[key])
