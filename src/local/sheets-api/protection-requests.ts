import type { Tab } from '../books/book'
import { tabOf } from '../books/book'
import type { BookChange } from '../books/book-change'
import { asksFor, maskOf } from '../looks/field-mask'
import type { Protection } from '../looks/tab-looks'
import { protectedRangeOf } from './read-spreadsheet'
import type { RequestOf } from './request-shapes'

const members = ['range', 'description', 'warningOnly', 'editors', 'unprotectedRanges'] as const

/** Requests about protected ranges and tabs. */
export const protectionRequests = {
  addProtectedRange(change: BookChange, request: RequestOf<'addProtectedRange'>) {
    const { requestingUserCanEdit: _own, ...given } = request.protectedRange
    const taken = change.book.tabs.flatMap((tab) => tab.looks.protections)
    const id = given.protectedRangeId ?? freeId(taken)
    if (taken.some((protection) => protection.protectedRangeId === id)) {
      throw new Error(`A protected range with the ID ${id} already exists`)
    }
    const tab = tabOf(change.book, given.range?.sheetId ?? 0)
    const range = { ...given.range, sheetId: tab.sheetId }
    const protection: Protection = { ...given, protectedRangeId: id, range }
    tab.looks.protections.push(protection)
    change.tabs.add(tab)
    return { protectedRange: protectedRangeOf(protection) }
  },

  updateProtectedRange(change: BookChange, request: RequestOf<'updateProtectedRange'>) {
    const { protectedRange } = request
    const { tab, protection } = found(change, protectedRange.protectedRangeId ?? 0)
    const mask = maskOf(request.fields)
    const asked = members.filter((member) => asksFor(mask, member))
    const given = Object.fromEntries(asked.map((member) => [member, protectedRange[member]]))
    const after: Protection = { ...protection, ...given }
    const target = tabOf(change.book, after.range.sheetId ?? tab.sheetId)
    tab.looks.protections = tab.looks.protections.filter((other) => other !== protection)
    target.looks.protections.push(after)
    change.tabs.add(tab).add(target)
    return undefined
  },

  deleteProtectedRange(change: BookChange, request: RequestOf<'deleteProtectedRange'>) {
    const { tab, protection } = found(change, request.protectedRangeId)
    tab.looks.protections = tab.looks.protections.filter((other) => other !== protection)
    change.tabs.add(tab)
    return undefined
  },
}

function freeId(taken: readonly Protection[]): number {
  return Math.max(0, ...taken.map((protection) => protection.protectedRangeId)) + 1
}

function found(change: BookChange, id: number): { tab: Tab; protection: Protection } {
  for (const tab of change.book.tabs) {
    const protection = tab.looks.protections.find((other) => other.protectedRangeId === id)
    if (protection) return { tab, protection }
  }
  throw new Error(`No protected range with ID ${id} exists`)
}
