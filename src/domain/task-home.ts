import { type District, deskName, type Office, officeOf } from './district'
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

/** Whether an office is a post (督办台) that a register stands at: it carries nothing itself. */
export const isPost = (district: District, register: Register, office: string): boolean =>
  register.posts?.includes(officeOf(district, office)?.kind ?? '') === true

/** The office whose own a row is that was typed at its desk and names nobody to lead it, '' where it is none's. */
export const ownDesk = (district: District, register: Register, row: KnownRow): string => {
  if (row.cells[register.deadline?.lead ?? '']) return ''
  const own = district.offices.find(({ desk }) => desk !== '' && desk === row.book)
  return own && !isPost(district, register, own.id) ? own.id : ''
}
