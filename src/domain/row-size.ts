import { cellHolds } from './neutralise'
import type { Register } from './register'
import type { TypedRow } from './table'

/** How many characters of a row are taken in, and of what it is known by. */
const rowHolds = 200_000
const idHolds = 200

const idOf = (register: Register, { cells }: TypedRow): string =>
  (register.key ?? ['id']).map((key) => cells[key] ?? '').join('|')

/** What is too long about a row, in words; undefined where it is taken in. */
const tooLong = (register: Register, row: TypedRow): string | undefined => {
  const texts = Object.entries(row.cells)
  const size = texts.reduce((sum, [, text]) => sum + text.length, 0)
  const [key, text] = texts.find(([, each]) => each.length > cellHolds) ?? []
  if (key !== undefined && text !== undefined) {
    const heading = register.fields[key]?.heading ?? key
    return `“${heading}”共${text.length}字，一格最多${cellHolds}字`
  }
  if (size > rowHolds) return `共${size}字，一行最多${rowHolds}字`
  return idOf(register, row).length > idHolds ? `的编号超过${idHolds}字` : undefined
}

/** Whether a row is longer than is taken in: its last good form stands. */
export const isTooLong = (register: Register, row: TypedRow): boolean =>
  tooLong(register, row) !== undefined

/** What is wrong with a row that is too long. */
export const sayTooLong = (register: Register, row: TypedRow): string =>
  `「${register.title}」第${row.position}行${tooLong(register, row) ?? ''}，请删减；删减之前这一行不读取，已读到的内容不变`
