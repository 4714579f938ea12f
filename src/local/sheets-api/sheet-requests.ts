import type { Tab } from '../books/book'
import { lastColumnOf, lastRowOf, newTab, tabOf } from '../books/book'
import type { BookChange } from '../books/book-change'
import { withRanges } from '../looks/chart'
import { keptColor } from '../looks/color'
import type { Mask } from '../looks/field-mask'
import { asksFor, maskOf } from '../looks/field-mask'
import type { JsonObject } from '../looks/json'
import { valueAt } from '../looks/json'
import { sheetPropertiesOf } from './read-spreadsheet'
import type { RequestOf } from './request-shapes'

type SheetProperties = RequestOf<'addSheet'>['properties']
const everything: Mask = {}

/** Requests about the workbook and its tabs as such. */
export const sheetRequests = {
  addSheet(change: BookChange, request: RequestOf<'addSheet'>) {
    const { properties } = request
    const { tabs } = change.book
    const sheetId = properties.sheetId ?? freeId(tabs.map((tab) => tab.sheetId))
    if (tabs.some((tab) => tab.sheetId === sheetId)) {
      throw new Error(`A sheet with the ID ${sheetId} already exists`)
    }
    const tab = newTab(sheetId, properties.title ?? `工作表${tabs.length + 1}`, tabs.length)
    tabs.push(tab)
    setProperties(change, tab, { ...properties, title: tab.title }, givenMask(properties))
    return { properties: sheetPropertiesOf(tab) }
  },

  deleteSheet(change: BookChange, { sheetId }: RequestOf<'deleteSheet'>) {
    const tab = tabOf(change.book, sheetId)
    if (change.book.tabs.length === 1) throw new Error("You can't remove all the sheets")
    change.book.tabs = change.book.tabs.filter((other) => other !== tab)
    change.goneTabs.push(sheetId)
    change.tabs.delete(tab)
    change.isReshaped = true
    renumber(change)
    forgetSource(change, sheetId)
    return undefined
  },

  updateSheetProperties(change: BookChange, request: RequestOf<'updateSheetProperties'>) {
    const tab = tabOf(change.book, request.properties.sheetId ?? 0)
    setProperties(change, tab, request.properties, maskOf(request.fields))
    return undefined
  },

  updateSpreadsheetProperties(
    change: BookChange,
    request: RequestOf<'updateSpreadsheetProperties'>,
  ) {
    const mask = maskOf(request.fields)
    const { locale, timeZone, title } = request.properties
    if (asksFor(mask, 'locale') && locale !== undefined) change.book.props.locale = locale
    if (asksFor(mask, 'timeZone') && timeZone !== undefined) {
      change.book.props.timeZone = timeZone
    }
    if (asksFor(mask, 'title') && title !== undefined) {
      throw new Error('title is not implemented in the local store')
    }
    change.hasNewProps = true
    // Another zone makes other instants of the same days.
    change.isReshaped = true
    return undefined
  },
}

/** Charts that drew a tab which is gone have nothing left to draw of it. */
function forgetSource(change: BookChange, sheetId: number): void {
  for (const tab of change.book.tabs.filter(({ looks }) => looks.charts.length > 0)) {
    tab.looks.charts = tab.looks.charts.map((chart) =>
      withRanges(chart, (range) => ((range.sheetId ?? 0) === sheetId ? undefined : range)),
    )
    change.tabs.add(tab)
  }
}

function freeId(taken: readonly number[]): number {
  return Math.max(0, ...taken) + 1
}

/** A mask of what an addSheet request gives. */
function givenMask(properties: SheetProperties): Mask {
  const given = Object.keys(properties).filter((member) => member !== 'sheetId')
  return Object.fromEntries(given.map((member) => [member, everything]))
}

function setProperties(
  change: BookChange,
  tab: Tab,
  properties: SheetProperties,
  mask: Mask,
): void {
  const asks = (path: string): boolean => asksFor(mask, path)
  const { title } = properties
  if (asks('title') && title !== undefined) {
    if (change.book.tabs.some((other) => other !== tab && other.title === title)) {
      throw new Error(`A sheet with the name "${title}" already exists. Please enter another name.`)
    }
    tab.title = title
  }
  if (asks('hidden')) tab.hidden = properties.hidden ?? false
  if (asks('tabColor') || asks('tabColorStyle')) tab.tabColor = tabColorOf(properties)
  setGrid(tab, properties.gridProperties ?? {}, asks)
  change.tabs.add(tab)
  if (asks('index') && properties.index !== undefined) moveTab(change, tab, properties.index)
}

function tabColorOf(properties: SheetProperties): JsonObject | undefined {
  const color = valueAt(properties.tabColorStyle, 'rgbColor') ?? properties.tabColor
  if (color === undefined) return undefined
  return { ...(keptColor(color) as JsonObject) }
}

function setGrid(
  tab: Tab,
  grid: NonNullable<SheetProperties['gridProperties']>,
  asks: (path: string) => boolean,
): void {
  if (asks('gridProperties.rowCount') && grid.rowCount !== undefined) {
    if (grid.rowCount < lastRowOf(tab)) throw new Error('rowCount would cut rows with values')
    tab.rowCount = grid.rowCount
  }
  if (asks('gridProperties.columnCount') && grid.columnCount !== undefined) {
    if (grid.columnCount < lastColumnOf(tab)) {
      throw new Error('columnCount would cut columns with values')
    }
    tab.columnCount = grid.columnCount
  }
  if (asks('gridProperties.frozenRowCount')) tab.frozenRows = grid.frozenRowCount ?? 0
  if (asks('gridProperties.frozenColumnCount')) tab.frozenColumns = grid.frozenColumnCount ?? 0
  if (tab.frozenRows >= tab.rowCount || tab.frozenColumns >= tab.columnCount) {
    throw new Error("You can't freeze all visible rows or columns on the sheet.")
  }
}

function moveTab(change: BookChange, tab: Tab, index: number): void {
  const others = change.book.tabs.filter((other) => other !== tab)
  others.splice(Math.min(index, others.length), 0, tab)
  change.book.tabs = others
  renumber(change)
}

function renumber(change: BookChange): void {
  change.book.tabs.forEach((tab, index) => {
    if (tab.index === index) return
    tab.index = index
    change.tabs.add(tab)
  })
}
