import type { Journal } from '../domain/event'
import type { RefusedCell } from '../domain/guard-cells'
import { heldUnread, holdUnread, idsHeld, type Stopped } from '../domain/held-row'
import type { Moment } from '../domain/moment'
import { plainText } from '../domain/plain-text'
import { blindMark } from '../domain/readers'
import { type Register, typedKeys } from '../domain/register'
import { type GoodReading, type Pin, type Remembered, remember } from '../domain/remember'
import { isTooLong, sayTooLong } from '../domain/row-size'
import { readTable, type Table, type TypedRow } from '../domain/table'
import type { TabContent } from '../ports'

/** What one tab said in this run. */
export type TakenIn = {
  register: Register
  /** Why the tab was left unread, in words for the desk. */
  fault: string | undefined
  remembered: Remembered
  /** What else is wrong with the tab, in words: formulas, headings, rows that are too long. */
  told: string[]
}

export type TakeIn = {
  book: string
  register: Register
  content: TabContent | undefined
  /** The cells the guard took out of it. */
  refused: readonly RefusedCell[]
  after: Moment
  by?: string | undefined
  prefix: string
  keeps: GoodReading['keeps']
  pin: Pin
}

const nothing: Remembered = { matched: [], missing: [] }

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

/** What is wrong with the headings of a tab that can be read all the same. */
const headingsTold = (register: Register, { missing, unknown }: Table): string[] => [
  ...missing.map((key) => {
    const heading = register.fields[key]?.heading ?? key
    const stands = register.fields[key]?.computed
      ? '系统填写的内容无处显示'
      : '这一列沿用上次读到的内容'
    return `「${register.title}」缺少标题“${heading}”，${stands}，请补上标题`
  }),
  ...unknown.map((heading) => `「${register.title}」的标题“${heading}”不认识，这一列不读取`),
]

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

/** The column of a tab by what the state calls it. */
const columnOf = ({ columns, headings }: Table, name: string): number => {
  if (name.startsWith('#')) return Number(name.slice(1))
  return name.startsWith('=') ? headings.indexOf(name.slice(1)) + 1 : (columns[name] ?? 0)
}

/** What the state calls a column; undefined for one of the script's, which writes it anew. */
const nameOf = (register: Register, table: Table, column: number): string | undefined => {
  const [key] = Object.entries(table.columns).find(([, at]) => at === column) ?? []
  if (key !== undefined) return register.fields[key]?.computed ? undefined : key
  const heading = table.headings[column - 1]
  return heading ? `=${heading}` : `#${column}`
}

/** Which rows of a reading are not taken in. */
const stoppedIn = (journal: Journal, given: TakeIn, table: Table): Stopped => {
  const { register, content, refused } = given
  const shown = content?.shown ?? []
  const secrets = refused.filter(({ isSecret }) => isSecret)
  const byPosition = new Map(table.rows.map((row) => [row.position, row]))
  const columns = new Map<TypedRow, string[]>()
  for (const { row, column } of [...secrets, ...heldUnread(journal, given, shown)]) {
    const line = byPosition.get(row)
    const name = nameOf(register, table, column)
    if (line && name !== undefined) columns.set(line, [...(columns.get(line) ?? []), name])
  }
  return {
    refused: columns,
    long: new Set(table.rows.filter((row) => isTooLong(register, row))),
    textAt: (row, name) =>
      plainText(shown[row.position - 1]?.[columnOf(table, name) - 1] ?? '').trim(),
  }
}

const hasContent = (register: Register, row: TypedRow, held: ReadonlySet<string>): boolean =>
  register.rows === 'script' ||
  held.has(row.cells.id ?? '') ||
  typedKeys(register).some((key) => row.cells[key])

/** Takes a tab in: finds its columns and compares what the guard let pass with what was last seen. */
export const takeIn = (journal: Journal, given: TakeIn): TakenIn => {
  const { register, content, book, after, prefix, keeps, pin } = given
  const unread = (fault: string): TakenIn => ({ register, fault, remembered: nothing, told: [] })
  if (!content) return unread(`找不到表「${register.title}」，夜间按上次读到的内容重建`)
  const held = idsHeld(
    journal.state,
    register,
    book,
    given.refused.map(({ row }) => content.shown[row - 1] ?? []),
  )
  const table = readTable(register, content.shown, content.formulas, held)
  if ('fault' in table) {
    const secrets = given.refused.filter(({ isSecret }) => isSecret)
    holdUnread(journal, given, content.shown, secrets)
    return unread(table.fault)
  }
  markBlind(register, content, table)
  const stopped = stoppedIn(journal, given, table)
  const rows = table.rows.filter((row) => hasContent(register, row, held))
  const { missing } = table
  const reading = { book, register, rows, after, by: given.by, prefix, keeps, stopped, missing }
  return {
    register,
    fault: undefined,
    remembered: remember(journal, reading, pin),
    told: [
      ...formulasIn(register, content, table),
      ...headingsTold(register, table),
      ...table.rows.flatMap((row) => (stopped.long.has(row) ? sayTooLong(register, row) : [])),
    ],
  }
}
