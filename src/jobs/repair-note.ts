import type { State } from '../domain/state'
import type { BookId } from '../ports'

/** The daily job that looks after the looks. */
export const repairJob = '修复版面'

/** Under which name a workbook's looks are noted among the jobs. */
export const repairNote = (book: BookId): string => `${repairJob}|${book}`

/** Workbooks whose looks could not be looked at when last tried, since when and why. */
export const unrepaired = ({ jobs }: State): { book: BookId; since: number; why: string }[] =>
  [...jobs].flatMap(([name, { at, result }]) =>
    name.startsWith(repairNote('')) && result !== ''
      ? [{ book: name.slice(repairNote('').length), since: at, why: result }]
      : [],
  )
