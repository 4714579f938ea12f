import { fitWidth, textWidth } from './text-width'

/** Lines of a table aligned for a terminal; the first row is the heading. */
export function textTable(rows: string[][], widest = 36): string[] {
  const flat = rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()))
  const count = Math.max(0, ...flat.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, column) =>
    Math.min(widest, Math.max(1, ...flat.map((row) => textWidth(row[column] ?? '')))),
  )
  const lines = flat.map((row) =>
    widths
      .map((width, column) => fitWidth(row[column] ?? '', width))
      .join('  ')
      .trimEnd(),
  )
  const [head, ...rest] = lines
  if (head === undefined) return []
  return [head, widths.map((width) => '─'.repeat(width)).join('  '), ...rest]
}
