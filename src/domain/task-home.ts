import { type District, deskName, type Office } from './district'
import type { Register } from './register'
import type { KnownRow } from './state'

/** The post desk (督办台) at which a row is kept, when it is kept at one. */
export const homePost = (
  district: District,
  register: Register,
  book: string,
): Office | undefined =>
  district.offices.find(
    (office) => office.desk === book && register.posts?.includes(office.kind) === true,
  )

/** Where a row may be edited, as people call it: 总台账, or the name of the post desk. */
export const sayHome = (district: District, register: Register, book: string): string => {
  const post = homePost(district, register, book)
  return post ? deskName(post.short) : '总台账'
}

/** Who sees to a task: the person named, or whoever holds the post desk at which it was entered. */
export const commissionerOf = (
  district: District,
  register: Register,
  row: KnownRow,
  values: Record<string, string>,
): string => {
  const key = register.deadline?.commissioner ?? ''
  // A name that was typed and can't be read is a mistake to be mended, not a blank.
  if (row.cells[key]) return values[key] ?? ''
  return homePost(district, register, row.book)?.head ?? ''
}
