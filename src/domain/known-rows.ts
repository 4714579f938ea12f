import type { KnownRow } from './state'

type Rows = Map<string, KnownRow>
type Register = { all: Rows; books: Map<string, Rows> }

/**
 * The rows known, by their key. Those of one register, or of one tab, are asked for dozens of times
 * a run, so they stand together too, each in the order of first appearance.
 */
export class KnownRows extends Map<string, KnownRow> {
  private readonly registers = new Map<string, Register>()

  override set(key: string, row: KnownRow): this {
    const { all, books } = this.within(row.register)
    const own = books.get(row.book) ?? new Map<string, KnownRow>()
    books.set(row.book, own.set(key, row))
    all.set(key, row)
    return super.set(key, row)
  }

  override delete(key: string): boolean {
    const row = this.get(key)
    if (!row) return false
    const { all, books } = this.within(row.register)
    all.delete(key)
    books.get(row.book)?.delete(key)
    return super.delete(key)
  }

  override clear(): void {
    this.registers.clear()
    super.clear()
  }

  /** The rows of one register, of all workbooks or of one. */
  of(register: string, book?: string): KnownRow[] {
    const known = this.registers.get(register)
    const rows = book === undefined ? known?.all : known?.books.get(book)
    return rows ? [...rows.values()] : []
  }

  private within(register: string): Register {
    const known = this.registers.get(register)
    if (known) return known
    const fresh: Register = { all: new Map(), books: new Map() }
    this.registers.set(register, fresh)
    return fresh
  }
}
