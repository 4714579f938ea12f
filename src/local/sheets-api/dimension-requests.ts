import type { Tab } from '../books/book'
import { tabOf } from '../books/book'
import type { BookChange } from '../books/book-change'
import { asksFor, maskOf } from '../looks/field-mask'
import { boxOf } from '../looks/grid-range'
import type { Group, Span } from '../looks/tab-looks'
import type { RequestOf } from './request-shapes'

/** Requests about widths, hidden rows and columns, and groups of columns. */
export const dimensionRequests = {
  updateDimensionProperties(change: BookChange, request: RequestOf<'updateDimensionProperties'>) {
    const mask = maskOf(request.fields)
    const tab = touched(change, request.range)
    const { pixelSize, hiddenByUser } = request.properties
    if (asksFor(mask, 'pixelSize') && pixelSize !== undefined) {
      setDimensions(tab, request.range, { pixelSize })
    }
    if (asksFor(mask, 'hiddenByUser')) {
      setDimensions(tab, request.range, { hiddenByUser: hiddenByUser ?? false })
    }
    return undefined
  },

  appendDimension(change: BookChange, request: RequestOf<'appendDimension'>) {
    const tab = tabOf(change.book, request.sheetId)
    if (request.dimension === 'ROWS') tab.rowCount += request.length
    else tab.columnCount += request.length
    change.tabs.add(tab)
    return undefined
  },

  /** Rows only, and none that look otherwise than their neighbours (MoveDimensionRequest, Sheets v4). */
  moveDimension(change: BookChange, request: RequestOf<'moveDimension'>) {
    const { source, destinationIndex: before } = request
    if (source.dimension !== 'ROWS') {
      throw new Error('moving columns is not implemented in the local store')
    }
    const tab = touched(change, source)
    if (before > tab.rowCount || (before > source.startIndex && before < source.endIndex)) {
      throw new Error(`destinationIndex ${before} is inside the source or outside the sheet`)
    }
    if (!isUniform(tab, source, before)) {
      throw new Error('moving rows of different looks is not implemented in the local store')
    }
    change.moveLines(tab, source.startIndex, source.endIndex - source.startIndex, before)
    return undefined
  },

  addDimensionGroup(change: BookChange, { range }: RequestOf<'addDimensionGroup'>) {
    const tab = touched(change, range)
    const { groups } = tab.looks
    if (groups.some((group) => crosses(group.range, range))) {
      throw new Error('a group that crosses another is not implemented in the local store')
    }
    const depth = 1 + groups.filter((group) => contains(group.range, range)).length
    for (const group of groups) {
      if (contains(range, group.range) && !isSame(range, group.range)) group.depth += 1
    }
    groups.push({ range: { ...range }, depth })
    groups.sort((a, b) => a.range.startIndex - b.range.startIndex || a.depth - b.depth)
    return { dimensionGroups: groups.map((group) => ({ ...group })) }
  },

  deleteDimensionGroup(change: BookChange, { range }: RequestOf<'deleteDimensionGroup'>) {
    const { groups } = touched(change, range).looks
    const found = groups.findLast((group) => isSame(group.range, range))
    if (!found) throw new Error('no group with this range exists')
    groups.splice(groups.indexOf(found), 1)
    for (const group of groups) {
      if (contains(range, group.range)) group.depth = Math.max(1, group.depth - 1)
    }
    return { dimensionGroups: groups.map((group) => ({ ...group })) }
  },

  /** Folding hides everything inside, unfolding shows it (UpdateDimensionGroupRequest, Sheets v4). */
  updateDimensionGroup(change: BookChange, request: RequestOf<'updateDimensionGroup'>) {
    const { range, depth, collapsed } = request.dimensionGroup
    const tab = touched(change, range)
    const found = tab.looks.groups.find(
      (group: Group) => group.depth === depth && isSame(group.range, range),
    )
    if (!found) throw new Error('no group with this range and depth exists')
    if (!asksFor(maskOf(request.fields), 'collapsed')) return undefined
    if (collapsed) found.collapsed = true
    else delete found.collapsed
    setDimensions(tab, range, { hiddenByUser: collapsed })
    return undefined
  },
}

function touched(change: BookChange, range: Span): Tab {
  const tab = tabOf(change.book, range.sheetId)
  const size = range.dimension === 'ROWS' ? tab.rowCount : tab.columnCount
  if (range.startIndex >= range.endIndex || range.endIndex > size) {
    throw new Error(`range [${range.startIndex}, ${range.endIndex}) is outside the sheet`)
  }
  change.tabs.add(tab)
  return tab
}

/** Whether all rows that would change their place look alike. */
function isUniform({ looks }: Tab, { startIndex, endIndex }: Span, before: number): boolean {
  const [top, bottom] = [Math.min(startIndex, before), Math.max(endIndex, before)]
  const isInside = (edge: number): boolean => edge > top && edge < bottom
  const ranges = [
    ...[...looks.patches, ...looks.protections].map(({ range }) => range),
    ...looks.merges,
  ]
  return (
    !ranges.map(boxOf).some((box) => isInside(box.top) || isInside(box.bottom)) &&
    !Object.keys(looks.rows).some((row) => Number(row) >= top && Number(row) < bottom)
  )
}

function setDimensions(
  tab: Tab,
  range: Span,
  set: { pixelSize?: number; hiddenByUser?: boolean },
): void {
  const map = range.dimension === 'ROWS' ? tab.looks.rows : tab.looks.columns
  for (let index = range.startIndex; index < range.endIndex; index += 1) {
    const after = { ...map[index], ...set }
    if (!after.hiddenByUser) delete after.hiddenByUser
    map[index] = after
  }
}

function isSame(left: Span, right: Span): boolean {
  return contains(left, right) && contains(right, left)
}

function contains(outer: Span, inner: Span): boolean {
  if (outer.dimension !== inner.dimension) return false
  return outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex
}

function crosses(left: Span, right: Span): boolean {
  if (left.dimension !== right.dimension) return false
  if (contains(left, right) || contains(right, left)) return false
  return left.startIndex < right.endIndex && right.startIndex < left.endIndex
}
