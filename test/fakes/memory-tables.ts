import { neutralise, textOf } from '../../src/domain/neutralise'
import type { Block, BookId, TabContent, Tables } from '../../src/ports'

type Tab = { rows: string[][]; formulas: TabContent['formulas'] }

type Pending = { book: BookId; tab: string; apply: (tab: Tab) => void }

export type MemoryTables = Tables & {
  /** Puts a tab there as people left it. */
  put(book: BookId, tab: string, rows: string[][], formulas?: TabContent['formulas']): void
  /** What a tab shows; nothing that waits for `flush`. */
  shown(book: BookId, tab: string): string[][]
  /** Runs before the next flush, as a person who types meanwhile. */
  beforeFlush(typing: () => void): void
  /** A workbook that cannot be opened from now on. */
  shut(book: BookId): void
  flushes: number
}

const trimmed = (rows: string[][]): string[][] => {
  const kept = rows.map((row) => [...row])
  while (kept.length > 0 && kept[kept.length - 1]?.every((cell) => cell === '')) kept.pop()
  return kept
}

/** What a cell shows of a text that was handed over so that it stays text. */
const asShown = (text: string): string => textOf(neutralise(text))

const putBlock = (rows: string[][], { row, column, values }: Block): void => {
  values.forEach((line, r) => {
    line.forEach((text, c) => {
      const at = row - 1 + r
      while (rows.length <= at) rows.push([])
      const cells = rows[at]
      if (!cells) return
      while (cells.length < column - 1 + c) cells.push('')
      cells[column - 1 + c] = asShown(text)
    })
  })
}

/** Workbooks in memory, with writes that wait for `flush` as Google's do. */
export function memoryTables(): MemoryTables {
  const books = new Map<BookId, Map<string, Tab>>()
  const shut = new Set<BookId>()
  let pending: Pending[] = []
  let typing: (() => void) | undefined
  const open = (book: BookId): Map<string, Tab> => {
    const found = books.get(book)
    if (!found || shut.has(book)) throw new Error(`打不开工作簿 ${book}`)
    return found
  }
  const needed = (book: BookId, tab: string): Tab => {
    const found = open(book).get(tab)
    if (!found) throw new Error(`找不到表「${tab}」，请恢复这张表`)
    return found
  }
  const later = (book: BookId, tab: string, apply: (content: Tab) => void): void => {
    needed(book, tab)
    pending.push({ book, tab, apply })
  }
  const contentOf = (name: string, { rows, formulas }: Tab): TabContent => {
    const width = Math.max(0, ...rows.map((row) => row.length))
    const shown = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
    return { name, shown, formulas }
  }
  const flush = (): void => {
    typing?.()
    typing = undefined
    for (const { book, tab, apply } of pending) {
      const content = needed(book, tab)
      apply(content)
      content.rows = trimmed(content.rows)
    }
    pending = []
    tables.flushes += 1
  }
  const reread = (book: BookId, tab: string): TabContent | undefined => {
    if (pending.some((each) => each.book === book)) flush()
    const content = open(book).get(tab)
    return content && contentOf(tab, content)
  }
  const tables: MemoryTables = {
    flushes: 0,
    put: (book, tab, rows, formulas = []) => {
      const tabs = books.get(book) ?? new Map<string, Tab>()
      books.set(book, tabs.set(tab, { rows: trimmed(rows), formulas }))
    },
    shown: (book, tab) => needed(book, tab).rows,
    beforeFlush: (type) => {
      typing = type
    },
    shut: (book) => {
      shut.add(book)
    },
    read: (book, tabs) => tabs.flatMap((tab) => reread(book, tab) ?? []),
    others: (book, tabs) =>
      [...open(book).keys()]
        .filter((name) => !tabs.includes(name))
        .flatMap((tab) => reread(book, tab) ?? []),
    reread,
    tail: (book, tab, from) => {
      const rows = reread(book, tab)?.shown
      if (!rows) throw new Error(`找不到表「${tab}」，请恢复这张表`)
      return { last: rows.length, shown: rows.slice(from - 1) }
    },
    write: (book, tab, blocks) => {
      later(book, tab, ({ rows }) => {
        for (const block of blocks) putBlock(rows, block)
      })
    },
    reserve: () => {},
    append: (book, additions) => {
      for (const { tab, rows: values } of additions) {
        later(book, tab, ({ rows }) => {
          putBlock(rows, { row: trimmed(rows).length + 1, column: 1, values })
        })
      }
    },
    replace: (book, tab, rows) => {
      later(book, tab, (content) => {
        content.rows = rows.map((row) => row.map(asShown))
      })
    },
    flush,
    create: (name) => {
      books.set(name, new Map())
      return name
    },
    url: (book) => `https://sheets.local/${book}`,
    marks: () => undefined,
    editors: () => ({}),
    timeZone: () => 'Asia/Shanghai',
  }
  return tables
}
