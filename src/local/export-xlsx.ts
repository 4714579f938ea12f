import type { Cell as SheetCell, Worksheet } from 'exceljs'
import type { Tab } from './books/book'
import { cellAt } from './books/book'
import type { Cell } from './books/cells'
import { isDatePattern } from './books/cells'
import { tabView } from './books/tab-view'
import type { CellLook, Store, TabView } from './contract'
import { patternAt } from './looks/tab-looks'
import { dayHeads, headRows, pageSetupOf } from './page-setup'
import { replaceFile } from './replace-file'
import { openStore } from './store'
import { xmlText } from './xml-text'

/** Serial day of 1970-01-01, which exceljs takes as a Date in UTC. */
const unixDay = 25_569
const dayMs = 86_400_000
/** Excel takes a list of choices only up to this length. */
const longestList = 255
const longestName = 31
/** Excel takes no more characters in a cell, and repairs away what has more. */
const longestText = 32_767
const tooLong = '……（文字过长，其余见工作簿）'
const argb = (hex: string): { argb: string } => ({ argb: `FF${hex.slice(1).toUpperCase()}` })

/**
 * Writes a workbook as an .xlsx file: values, widths, frozen rows, looks, drop-downs, hidden and
 * locked tabs. A formula that somebody typed is written as text, so that it cannot act elsewhere.
 *
 * @throws when no such workbook exists.
 */
export async function exportBook(store: Store, bookId: string, file: string): Promise<void> {
  const { default: excel } = await import('exceljs')
  const source = openStore(store.dir, 'read')
  try {
    const book = source.workbooks.load(bookId)
    const out = new excel.Workbook()
    for (const tab of book.tabs) {
      const view = tabView(book, tab)
      const taken = out.worksheets.map(({ name }) => name)
      const sheet = out.addWorksheet(sheetName(view.name, taken), {
        state: view.hidden ? 'hidden' : 'visible',
        views: [{ state: 'frozen', xSplit: view.frozenColumns, ySplit: headRows(view) }],
        pageSetup: pageSetupOf(view),
        headerFooter: { oddFooter: '&C第&P页　共&N页' },
        ...(view.tabColor === '' ? {} : { properties: { tabColor: argb(view.tabColor) } }),
      })
      setColumns(sheet, tab, view)
      setCells(sheet, tab, view)
      for (const { row, column, rows, columns } of view.merges) {
        sheet.mergeCells(row + 1, column + 1, row + rows, column + columns)
      }
      for (const [row, from, to] of dayHeads(view)) {
        sheet.mergeCells(row + 1, from + 1, row + 1, to + 1)
        sheet.getCell(row + 1, from + 1).alignment = { horizontal: 'center', vertical: 'middle' }
      }
      if (view.locked) await sheet.protect('', { selectLockedCells: true })
    }
    await replaceFile(file, new Uint8Array(await out.xlsx.writeBuffer()))
  } finally {
    source.close()
  }
}

/** Excel allows 31 characters, none of []:*?/\\, no ' at an end, and each name once. */
function sheetName(name: string, taken: readonly string[]): string {
  const plain = xmlText(name.replace(/[[\]:*?/\\]|^'|'$/g, '_')) || '表'
  const lower = taken.map((each) => each.toLowerCase())
  for (let nth = 1; ; nth += 1) {
    const end = nth === 1 ? '' : `(${nth})`
    const short = xmlText(plain.slice(0, longestName - end.length)) + end
    if (!lower.includes(short.toLowerCase())) return short
  }
}

/** What a cell of a workbook file may hold; what is beyond stands in the workbook itself. */
function cellText(text: string): string {
  const plain = xmlText(text)
  if (plain.length <= longestText) return plain
  return `${xmlText(plain.slice(0, longestText - tooLong.length))}${tooLong}`
}

function setColumns(sheet: Worksheet, tab: Tab, view: TabView): void {
  const folded = tab.looks.groups.filter((group) => group.range.dimension === 'COLUMNS')
  view.columns.slice(0, view.rows[0]?.length ?? 0).forEach((column, index) => {
    const target = sheet.getColumn(index + 1)
    target.width = Math.round((column.width / 7) * 10) / 10
    target.hidden = column.collapsed
    const isFolded = folded.some(({ range }) => index >= range.startIndex && index < range.endIndex)
    if (isFolded) target.outlineLevel = 1
  })
}

function setCells(sheet: Worksheet, tab: Tab, view: TabView): void {
  view.rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      const target = sheet.getCell(row + 1, column + 1)
      setValue(target, cellAt(tab, row, column), text, patternAt(tab.looks, row, column))
      setLook(target, view.looks[row]?.[column] ?? {})
    })
  })
}

function setValue(target: SheetCell, cell: Cell, text: string, pattern: string | undefined): void {
  if (cell === null) return
  if (typeof cell === 'object' && 'd' in cell) {
    target.value = new Date(Math.round((cell.d - unixDay) * dayMs))
    target.numFmt = isDatePattern(pattern) ? pattern : cell.f
    return
  }
  target.value = typeof cell === 'number' || typeof cell === 'boolean' ? cell : cellText(text)
  if (pattern !== undefined) target.numFmt = pattern
}

function setLook(target: SheetCell, look: CellLook): void {
  if (look.background !== undefined) {
    target.fill = { type: 'pattern', pattern: 'solid', fgColor: argb(look.background) }
  }
  target.font = {
    ...(look.color === undefined ? {} : { color: argb(look.color) }),
    ...(look.bold === undefined ? {} : { bold: look.bold }),
    ...(look.size === undefined ? {} : { size: look.size }),
  }
  target.alignment = {
    vertical: 'top',
    ...(look.align === undefined ? {} : { horizontal: look.align }),
    ...(look.wrap === undefined ? {} : { wrapText: look.wrap }),
  }
  const list = xmlText(`"${(look.choices ?? []).join(',')}"`)
  if (look.choices && look.choices.length > 0 && list.length <= longestList) {
    target.dataValidation = { type: 'list', allowBlank: true, formulae: [list] }
  }
}
