import { judgeText } from './secrecy'

/** A cell as it was read: counted from 1, with the text it shows or the formula typed in it. */
export type ReadCell = { row: number; column: number; text: string }

/** A cell that may not stay: its text lives in memory only. */
export type RefusedCell = ReadCell & {
  rule: string
  /** Whether the whole row waits (a secret), or the rest of it counts (a number of a person). */
  isSecret: boolean
  /** Whether it is known by its place only: what a formula shows may differ in each reading. */
  isFormula: boolean
}

type Formula = { row: number; column: number; text?: string }

const refusal = (cell: ReadCell, text: string, isFormula: boolean): RefusedCell[] => {
  if (text.length < 2) return []
  const { level, rule } = judgeText(text)
  const isSecret = level === 'refuse'
  return isSecret || level === 'refuse-cell' ? [{ ...cell, rule, isSecret, isFormula }] : []
}

/**
 * Judges every cell of a tab by the secrecy guard: columns nobody knows, the script's own, headings
 * and what stands above them, and the words of formulas too (保守国家秘密法 Art. 31).
 */
export const refusedCells = (
  shown: readonly string[][],
  formulas: readonly Formula[],
): RefusedCell[] => {
  const found = shown.flatMap((cells, r) =>
    cells.flatMap((text, c) => refusal({ row: r + 1, column: c + 1, text }, text, false)),
  )
  const places = new Set(found.map(({ row, column }) => `${row}|${column}`))
  const typed = formulas
    .filter(({ row, column }) => !places.has(`${row}|${column}`))
    .flatMap(({ row, column, text = '' }) => {
      const cell = { row, column, text: shown[row - 1]?.[column - 1] ?? '' }
      return refusal(cell, text, true)
    })
  return [...found, ...typed]
}

/** What is left of a tab without its refused cells. */
export const withoutRefused = (shown: string[][], refused: readonly RefusedCell[]): string[][] => {
  if (refused.length === 0) return shown
  const left = shown.map((cells) => [...cells])
  for (const { row, column } of refused) {
    const cells = left[row - 1]
    if (cells) cells[column - 1] = ''
  }
  return left
}
