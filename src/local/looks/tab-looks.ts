import type { Chart } from './chart'
import type { GridRange } from './grid-range'
import { boxOf, covers, holds, overlaps, withColumns, withRows } from './grid-range'
import type { Json, JsonObject } from './json'
import { setAt } from './json'

/** One change of looks on a range: format values by dotted path (null unsets) or a validation. */
export type Patch = {
  range: GridRange
  format?: { [path: string]: Json }
  validation?: JsonObject | null
}

export type Protection = {
  protectedRangeId: number
  range: GridRange
  description?: string | undefined
  warningOnly?: boolean | undefined
  editors?: { users?: string[] | undefined; [member: string]: Json | undefined } | undefined
  unprotectedRanges?: GridRange[] | undefined
}

export type Group = { range: Span; depth: number; collapsed?: boolean }
export type Span = { sheetId: number; dimension: string; startIndex: number; endIndex: number }
export type Conditional = { ranges: GridRange[]; booleanRule: JsonObject }
export type Dimension = { pixelSize?: number; hiddenByUser?: boolean }

/** How a tab looks, as the Sheets API states it. */
export type TabLooks = {
  patches: Patch[]
  conditional: Conditional[]
  protections: Protection[]
  groups: Group[]
  merges: GridRange[]
  charts: Chart[]
  columns: { [index: string]: Dimension }
  rows: { [index: string]: Dimension }
}

export function emptyLooks(): TabLooks {
  return {
    patches: [],
    conditional: [],
    protections: [],
    groups: [],
    merges: [],
    charts: [],
    columns: {},
    rows: {},
  }
}

/** Adds a patch and drops the earlier ones it covers. */
export function addPatch(looks: TabLooks, patch: Patch): void {
  const kept = looks.patches.filter((before) => !isCovered(before, patch))
  const clearsNothing =
    patch.validation === null &&
    !kept.some((other) => other.validation && overlaps(boxOf(other.range), boxOf(patch.range)))
  // A new list each time: what is known by column belongs to one list.
  looks.patches = clearsNothing ? kept : [...kept, patch]
}

const byColumn = new WeakMap<Patch[], Patch[][]>()

/** The patches that reach into a column, oldest first. */
export function patchesOfColumn(looks: TabLooks, column: number): readonly Patch[] {
  const known = byColumn.get(looks.patches) ?? []
  byColumn.set(looks.patches, known)
  const found = known[column]
  if (found) return found
  const list = looks.patches.filter(({ range }) => {
    const box = boxOf(range)
    return column >= box.left && column < box.right
  })
  known[column] = list
  return list
}

function isCovered(before: Patch, after: Patch): boolean {
  if (!covers(after.range, before.range)) return false
  if (before.validation !== undefined) return after.validation !== undefined
  if (after.format === undefined || before.format === undefined) return false
  const set = Object.keys(after.format)
  return Object.keys(before.format).every((path) =>
    set.some((other) => path === other || path.startsWith(`${other}.`)),
  )
}

/** The userEnteredFormat that a list of patches makes, oldest first. */
export function formatOf(patches: readonly Patch[]): JsonObject {
  const format: JsonObject = {}
  for (const patch of patches) {
    for (const [path, value] of Object.entries(patch.format ?? {})) {
      setAt(format, path, value ?? undefined)
    }
  }
  return format
}

/** The number format pattern of a cell, such as `@`. */
export function patternAt(looks: TabLooks, row: number, column: number): string | undefined {
  const patches = patchesOfColumn(looks, column)
  for (let index = patches.length - 1; index >= 0; index -= 1) {
    const patch = patches[index]
    if (!patch?.format || !holds(patch.range, row, column)) continue
    const number = patch.format.numberFormat
    if (number === null) return undefined
    if (typeof number === 'object' && !Array.isArray(number)) {
      if (typeof number.pattern === 'string') return number.pattern
      return number.type === 'TEXT' ? '@' : undefined
    }
    const pattern = patch.format['numberFormat.pattern']
    if (typeof pattern === 'string') return pattern
  }
  return undefined
}

/** The validation rule of a cell, undefined where there is none. */
export function validationAt(looks: TabLooks, row: number, column: number): JsonObject | undefined {
  const found = patchesOfColumn(looks, column).findLast(
    (patch) => patch.validation !== undefined && holds(patch.range, row, column),
  )
  return found?.validation ?? undefined
}

/** Moves all looks when rows come in before row `at` (0-based), or go for a negative count. */
export function moveRows(looks: TabLooks, at: number, count: number): void {
  moveRanges(looks, (range) => withRows(range, at, count))
  looks.rows = movedIndexes(looks.rows, at, count)
}

/** Moves all looks when columns come in before column `at` (0-based). */
export function moveColumns(looks: TabLooks, at: number, count: number): void {
  moveRanges(looks, (range) => withColumns(range, at, count))
  looks.columns = movedIndexes(looks.columns, at, count)
  for (const group of looks.groups) {
    if (group.range.dimension !== 'COLUMNS') continue
    if (group.range.startIndex >= at) group.range.startIndex += count
    if (group.range.endIndex > at) group.range.endIndex += count
  }
}

function moveRanges(looks: TabLooks, move: (range: GridRange) => GridRange): void {
  const kept = <T extends { range: GridRange }>(list: T[]): T[] =>
    list.map((entry) => ({ ...entry, range: move(entry.range) })).filter((e) => !isEmpty(e.range))
  looks.patches = kept(looks.patches)
  looks.protections = kept(looks.protections)
  looks.merges = looks.merges.map(move).filter((range) => !isEmpty(range))
  looks.conditional = looks.conditional.map((rule) => ({
    ...rule,
    ranges: rule.ranges.map(move).filter((range) => !isEmpty(range)),
  }))
}

function isEmpty(range: GridRange): boolean {
  const box = boxOf(range)
  return box.top >= box.bottom || box.left >= box.right
}

function movedIndexes(map: { [index: string]: Dimension }, at: number, count: number) {
  const moved: { [index: string]: Dimension } = {}
  for (const [key, dimension] of Object.entries(map)) {
    const index = Number(key)
    if (index < at) moved[key] = dimension
    else if (index + count >= at) moved[index + count] = dimension
  }
  return moved
}
