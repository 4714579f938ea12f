import ExcelJS from 'exceljs'
import { BadInput } from '../bad-input'

/** One line below the headings of a table; `line` is its number in the file, counted from 1. */
export type HeadedLine = { line: number; cells: Record<string, string> }

/**
 * Opens an .xlsx file.
 * @throws BadInput when it is none.
 */
export async function openWorkbook(file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  try {
    return await workbook.xlsx.readFile(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new BadInput(`${file}：打不开（${reason}），应为 .xlsx 工作簿。`)
  }
}

/** The cells of a sheet as text; a merged cell stands once, where it begins. */
export function sheetText(sheet: ExcelJS.Worksheet): string[][] {
  const lines: string[][] = []
  for (let row = 1; row <= sheet.rowCount; row++) {
    const line: string[] = []
    for (let column = 1; column <= sheet.columnCount; column++) {
      const cell = sheet.getCell(row, column)
      line.push(cell.isMerged && cell.master.address !== cell.address ? '' : cellText(cell))
    }
    lines.push(line)
  }
  return lines
}

/** The lines of a table under its headings: the first line with more than one filled cell. */
export function underHeadings(lines: readonly (readonly string[])[]): {
  headings: string[]
  rows: HeadedLine[]
} {
  const filled = (line: readonly string[]) => line.filter((cell) => cell.trim() !== '').length
  const wide = lines.findIndex((line) => filled(line) > 1)
  const head = wide >= 0 ? wide : lines.findIndex((line) => filled(line) > 0)
  const headings = (lines[head] ?? []).map((heading) => heading.replace(/\s+/g, ''))
  const rows = lines.flatMap((line, index) => {
    if (head < 0 || index <= head || filled(line) === 0) return []
    const named = headings.flatMap((heading, column) =>
      heading === '' ? [] : [[heading, (line[column] ?? '').trim()] as const],
    )
    return [{ line: index + 1, cells: Object.fromEntries(named) }]
  })
  return { headings: headings.filter((heading) => heading !== ''), rows }
}

function cellText(cell: ExcelJS.Cell): string {
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  const places = /^0\.(0+)$/.exec(cell.numFmt ?? '')?.[1]?.length
  if (typeof value === 'number') return places ? value.toFixed(places) : String(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return value.trim()
  return cell.text.trim()
}

// exceljs gives a sheet's wall time as UTC, and a time without a day as a day of 1899.
function dateText(value: Date): string {
  const iso = value.toISOString()
  const time = iso.slice(11, 16)
  if (value.getUTCFullYear() < 1901) return time
  return time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`
}
