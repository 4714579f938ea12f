import { type Fault, faultKey, type State } from '../domain/state'
import type { BookId } from '../ports'
import type { Run } from './run'

/** Remembers what kept tabs and workbooks from being read, until they are read well again. */
export const noteFaults = ({ journal, taken, unread }: Run): void => {
  for (const [book, tabs] of taken) {
    journal.set('faults', faultKey(book, ''), undefined)
    for (const { register, fault, told } of tabs) {
      const key = faultKey(book, register.id)
      const texts = [...(fault === undefined ? [] : [fault]), ...told]
      const since = journal.state.faults.get(key)?.since ?? journal.at
      const found: Fault = {
        book,
        register: register.id,
        texts,
        unread: fault !== undefined,
        since,
      }
      journal.set('faults', key, texts.length === 0 ? undefined : found)
    }
  }
  for (const [book, { since, reason }] of unread) {
    const found: Fault = { book, register: '', texts: [reason], unread: true, since }
    journal.set('faults', faultKey(book, ''), found)
  }
}

/** Workbooks that the last run could not read. */
export const unreadBooks = (state: State): Run['unread'] =>
  new Map(
    [...state.faults.values()].flatMap(({ book, register, since, texts }) =>
      register === '' ? [[book, { since, reason: texts.join('；') }]] : [],
    ),
  )

/** Sentences about the tabs of a workbook, each until it is mended. */
export const tabFaults = (state: State, book: BookId): { text: string; unread: boolean }[] =>
  [...state.faults.values()].flatMap((fault) =>
    fault.book === book && fault.register !== ''
      ? // Of a tab that was left unread the first sentence says why.
        fault.texts.map((text, i) => ({ text, unread: fault.unread && i === 0 }))
      : [],
  )

/** Whether the last reading of a tab took nothing in. */
export const isLeftUnread = (state: State, book: BookId, register: string): boolean =>
  state.faults.get(faultKey(book, register))?.unread === true
