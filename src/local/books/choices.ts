import type { Json, JsonObject } from '../looks/json'
import { isObject, valueAt } from '../looks/json'
import type { BookState } from './book'
import { shownAt } from './book'

/** The choices of a drop-down, in order; undefined for another kind of validation. */
export function choicesOf(book: BookState, rule: JsonObject): string[] | undefined {
  const type = valueAt(rule, 'condition.type')
  const values = valueAt(rule, 'condition.values')
  const texts = (Array.isArray(values) ? values : []).map((value) =>
    textOf(isObject(value) ? value.userEnteredValue : undefined),
  )
  if (type === 'ONE_OF_LIST') return texts
  return type === 'ONE_OF_RANGE' ? choicesIn(book, texts[0] ?? '') : undefined
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function choicesIn(book: BookState, reference: string): string[] {
  const match = /^=?'?([^'!]+)'?!\$?([A-Z]+)\$?(\d+)?:\$?[A-Z]+\$?(\d+)?$/.exec(reference)
  const tab = book.tabs.find((candidate) => candidate.title === match?.[1])
  if (!match || !tab) return []
  const column = [...(match[2] ?? '')].reduce((sum, at) => sum * 26 + at.charCodeAt(0) - 64, 0) - 1
  const [first, last] = [Number(match[3] ?? 1), Number(match[4] ?? tab.lines.length)]
  return tab.lines
    .map((_, row) => (row >= first - 1 && row < last ? shownAt(tab, row, column) : ''))
    .filter((text) => text !== '')
}
