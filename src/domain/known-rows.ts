import type { KnownRow } from './state'

type Rows = Map<string, KnownRow>

const within = (groups: Map<string, Rows>, name: string): Rows => {
  const rows = groups.get(name) ?? new Map<string, KnownRow>()
  groups.set(name, rows)
  return rows
}

const tabOf = (register: string, book: string): string => `${book}|${register}`

/**
 * The rows known, by their key. Those of one register, or of one tab, are asked for dozens of times
 * a run, so they stand together too, each in the order of first appearance.
 */
export class KnownRows extends Map<string, KnownRow> {
  private readonly registers = new Map<string, Rows>()
  private readonly tabs = new Map<string, Rows>()

  override set(key: string, row: KnownRow): this {
    within(this.registers, row.register).set(key, row)
    within(this.tabs, tabOf(row.register, row.book)).set(key, row)
    return super.set(key, row)
  }

  override delete(key: string): boolean {
    const row = this.get(key)
    if (!row) return false
    this.registers.get(row.register)?.delete(key)
    this.tabs.get(tabOf(row.register, row.book))?.delete(key)
    return super.delete(key)
  }

  override clear(): void {
    this.registers.clear()
    this.tabs.clear()
    super.clear()
  }

  /** The rows of one register, of all workbooks or of one. */
  of(register: string, book?: string): KnownRow[] {
    const rows =
      book === undefined ? this.registers.get(register) : this.tabs.get(tabOf(register, book))
    return rows ? [...rows.values()] : []
  }
}
