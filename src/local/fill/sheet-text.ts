import ExcelJS from 'exceljs'

/** A line of a table as text; `line` is its number in the file, counted from 1. */
export type Line = { line: number; cells: string[] }

/** One line below the headings of a table. */
export type HeadedLine = { line: number; cells: Record<string, string> }

/** The cells of a sheet as text, and where a cell says nothing that can be read (`C5 #DIV/0!`). */
export function sheetText(sheet: ExcelJS.Worksheet): { lines: Line[]; unread: string[] } {
  const lines: Line[] = []
  const unread: string[] = []
  sheet.eachRow((row, line) => {
    const cells: string[] = []
    row.eachCell((cell, column) => {
      const said = cellText(cell)
      if (said.error !== undefined) unread.push(`${cell.address} ${said.error}`)
      while (cells.length < column - 1) cells.push('')
      cells.push(said.text)
    })
    if (cells.length > 0) lines.push({ line, cells })
  })
  return { lines, unread }
}

/**
 * The lines of a table under its headings: the first line with more than one filled cell. `loose`
 * names the cells that stand under no heading.
 */
export function underHeadings(lines: readonly Line[]): {
  headings: string[]
  rows: HeadedLine[]
  loose: string[]
} {
  const filled = ({ cells }: Line) => cells.filter((cell) => cell.trim() !== '').length
  const wide = lines.findIndex((line) => filled(line) > 1)
  const head = wide >= 0 ? wide : lines.findIndex((line) => filled(line) > 0)
  const headings = (lines[head]?.cells ?? []).map((heading) => heading.replace(/\s+/g, ''))
  const below = head < 0 ? [] : lines.slice(head + 1).filter((line) => filled(line) > 0)
  const rows = below.map(({ line, cells }) => {
    const named = headings.flatMap((heading, column) =>
      heading === '' ? [] : [[heading, (cells[column] ?? '').trim()] as const],
    )
    return { line, cells: Object.fromEntries(named) }
  })
  const loose = below.flatMap(({ line, cells }) =>
    cells.flatMap((text, column) =>
      text.trim() !== '' && !headings[column] ? [`${columnName(column)}${line}`] : [],
    ),
  )
  return { headings: headings.filter((heading) => heading !== ''), rows, loose }
}

/** The letters of a column, counted from 0. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

type Said = { text: string; error?: string }

function cellText({ type, value, result, numFmt }: ExcelJS.Cell): Said {
  if (type !== ExcelJS.ValueType.Formula) return valueText(value, numFmt)
  // A formula that no program has computed yet says nothing.
  return result === undefined ? { text: '', error: '公式没有结果' } : valueText(result, numFmt)
}

function valueText(value: unknown, numFmt: string | undefined): Said {
  if (value === null || value === undefined) return { text: '' }
  if (value instanceof Date) return { text: dateText(value) }
  const places = /^0\.(0+)$/.exec(numFmt ?? '')?.[1]?.length
  if (typeof value === 'number') return { text: places ? value.toFixed(places) : String(value) }
  if (typeof value === 'boolean') return { text: value ? '是' : '否' }
  if (typeof value === 'string') return { text: value.trim() }
  return objectText(value)
}

function objectText(value: object): Said {
  if ('error' in value) return { text: '', error: String(value.error) }
  if ('richText' in value && Array.isArray(value.richText)) {
    const parts = value.richText as { text?: unknown }[]
    return {
      text: parts
        .map(({ text }) => (typeof text === 'string' ? text : ''))
        .join('')
        .trim(),
    }
  }
  if ('text' in value) return valueText(value.text, undefined)
  return { text: '', error: '不能识别的内容' }
}

// exceljs gives a sheet's wall time as UTC, and a time without a day as a day of 1899.
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const iso = value.toISOString()
  const time = iso.slice(11, 16)
  if (value.getUTCFullYear() < 1901) return time
  return time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`
}
