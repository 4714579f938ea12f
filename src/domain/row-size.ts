import type { Register } from './register'
import type { TypedRow } from './table'

/** How many characters of a row are taken in, and of what it is known by. */
const rowHolds = 200_000
const idHolds = 200

const sizeOf = ({ cells }: TypedRow): number =>
  Object.values(cells).reduce((sum, text) => sum + text.length, 0)

const idOf = (register: Register, { cells }: TypedRow): string =>
  (register.key ?? ['id']).map((key) => cells[key] ?? '').join('|')

/** Whether a row is longer than is taken in: its last good form stands. */
export const isTooLong = (register: Register, row: TypedRow): boolean =>
  sizeOf(row) > rowHolds || idOf(register, row).length > idHolds

/** What is wrong with a row that is too long. */
export const sayTooLong = (register: Register, row: TypedRow): string => {
  const where = `「${register.title}」第${row.position}行`
  const size = sizeOf(row)
  return size > rowHolds
    ? `${where}共${size}字，一行最多${rowHolds}字，请删减；删减之前这一行不读取，已读到的内容不变`
    : `${where}的编号超过${idHolds}字，请改短；改好之前这一行不读取，已读到的内容不变`
}
