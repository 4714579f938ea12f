import { areaRequests, areasOf, type LookArea, listRule, lookRows, rgb } from './cell-looks'
import { chartRequests } from './chart-requests'
import { groupRequests, runsOf, widthRequests } from './column-requests'
import { type CurrentProtection, type CurrentSheet, sameLook } from './current-looks'
import type { LooksRequest } from './looks-request'
import type { LooksRead, TabLines } from './rows-to-read'
import type { Colouring, TabLook } from './tab-look'

const propertiesOf = (tab: TabLook, rows: number) => ({
  sheetId: tab.sheetId,
  title: tab.name,
  index: tab.index,
  hidden: tab.hidden,
  gridProperties: {
    rowCount: rows,
    columnCount: Math.max(tab.columns.length, 1),
    frozenRowCount: tab.frozenRows,
    frozenColumnCount: tab.frozenColumns,
  },
  tabColorStyle: { rgbColor: rgb(tab.tabColour) },
})

const sheetRequests = (
  tab: TabLook,
  current: CurrentSheet | undefined,
  shifted: boolean,
): LooksRequest[] => {
  if (!current) return [{ addSheet: { properties: propertiesOf(tab, lookRows) } }]
  const { properties: p } = current
  const grid = p.gridProperties ?? {}
  const wanted = propertiesOf(tab, grid.rowCount ?? lookRows)
  const same =
    p.title === tab.name &&
    !shifted &&
    (p.hidden ?? false) === tab.hidden &&
    (grid.frozenRowCount ?? 0) === tab.frozenRows &&
    (grid.frozenColumnCount ?? 0) === tab.frozenColumns &&
    sameLook(p.tabColorStyle, wanted.tabColorStyle)
  const { frozenRowCount, frozenColumnCount } = wanted.gridProperties
  const properties = { ...wanted, gridProperties: { frozenRowCount, frozenColumnCount } }
  const fields =
    'title,index,hidden,gridProperties.frozenRowCount,gridProperties.frozenColumnCount,tabColorStyle'
  return same ? [] : [{ updateSheetProperties: { properties, fields } }]
}

const protectionsOf = (tab: TabLook, editors: string[]): CurrentProtection[] => {
  const id = (n: number) => tab.sheetId * 100 + n
  const { sheetId } = tab
  if (tab.locked) {
    return [{ protectedRangeId: id(0), range: { sheetId }, editors: { users: editors } }]
  }
  return runsOf(tab.columns.map((column) => column.script)).map(({ start, end }, n) => ({
    protectedRangeId: id(n + 1),
    range: { sheetId, startColumnIndex: start, endColumnIndex: end },
    warningOnly: true,
  }))
}

const protectionRequests = (
  tab: TabLook,
  current: CurrentSheet | undefined,
  editors: string[],
): LooksRequest[] => {
  const wanted = protectionsOf(tab, editors)
  const now = new Map((current?.protectedRanges ?? []).map((each) => [each.protectedRangeId, each]))
  const same = (a: CurrentProtection, b: CurrentProtection) =>
    sameLook([a.range, a.warningOnly ?? false], [b.range, b.warningOnly ?? false])
  return wanted.flatMap((each): LooksRequest[] => {
    const before = now.get(each.protectedRangeId)
    if (!before) return [{ addProtectedRange: { protectedRange: each } }]
    return same(before, each)
      ? []
      : [{ updateProtectedRange: { protectedRange: each, fields: 'range,warningOnly' } }]
  })
}

const ruleOf = (tab: TabLook, colouring: Colouring) => ({
  ranges: [
    {
      sheetId: tab.sheetId,
      startRowIndex: tab.headed ? 2 : 1,
      startColumnIndex: colouring.columns.from,
      endColumnIndex: colouring.columns.to,
    },
  ],
  booleanRule: {
    condition: {
      type: colouring.condition.type,
      ...(colouring.condition.value === ''
        ? {}
        : { values: [{ userEnteredValue: colouring.condition.value }] }),
    },
    format: {
      backgroundColorStyle: { rgbColor: rgb(colouring.background) },
      textFormat: {
        foregroundColorStyle: { rgbColor: rgb(colouring.colour) },
        ...(colouring.bold ? { bold: true } : {}),
      },
    },
  },
})

const colouringRequests = (tab: TabLook, current: CurrentSheet | undefined): LooksRequest[] => {
  const wanted = tab.colourings.map((colouring) => ruleOf(tab, colouring))
  const now = current?.conditionalFormats ?? []
  if (sameLook(now, wanted)) return []
  return [
    ...now.map(() => ({ deleteConditionalFormatRule: { sheetId: tab.sheetId, index: 0 } })),
    ...wanted.map((rule, index) => ({ addConditionalFormatRule: { rule, index } })),
  ]
}

/** Whether an area looks as declared, as far as its rows were read. */
const areaStands = (area: LookArea, rows: TabLines['rows']): boolean => {
  const rule = area.look.choices.length > 0 ? listRule(area.look.choices) : undefined
  const seen = new Set<unknown>()
  for (const [row, line] of rows) {
    if (row < area.top || row >= area.bottom) continue
    if (line !== undefined && seen.has(line)) continue
    seen.add(line)
    for (let column = area.left; column < area.right; column++) {
      const cell = line?.values?.[column]
      if (!sameLook(cell?.userEnteredFormat, area.look.format)) return false
      if (!sameLook(cell?.dataValidation, rule)) return false
    }
  }
  return true
}

const cellRequests = (
  tab: TabLook,
  current: CurrentSheet | undefined,
  lines: TabLines['rows'],
): LooksRequest[] => {
  const rows = current?.properties.gridProperties?.rowCount ?? lookRows
  return areasOf(tab, rows)
    .filter((area) => !current || !areaStands(area, lines))
    .flatMap((area) => areaRequests(tab.sheetId, area, current === undefined))
}

/**
 * What has to be sent so that a workbook looks as declared; nothing differs, nothing is sent.
 *
 * Tabs that are not declared are left as they are; what was not read counts as it should be.
 */
export const differences = (
  { frame, isBrief, lines }: LooksRead,
  tabs: TabLook[],
  editors: string[] = [],
): LooksRequest[] => {
  const { sheets = [], properties } = frame
  const zone =
    properties?.timeZone === 'Asia/Shanghai' && properties.locale === 'zh_CN'
      ? []
      : [
          {
            updateSpreadsheetProperties: {
              properties: { locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
              fields: 'locale,timeZone',
            },
          },
        ]
  const currentOf = (tab: TabLook) =>
    sheets.find((sheet) => sheet.properties.sheetId === tab.sheetId)
  // One tab that is moved pushes others away: then each is put in its place, from the left.
  const shifted = tabs.some((tab) => {
    const index = currentOf(tab)?.properties.index
    return index !== undefined && index !== tab.index
  })
  const each = tabs.flatMap((tab) => {
    const current = currentOf(tab)
    return [
      ...sheetRequests(tab, current, shifted),
      ...widthRequests(tab, current, lines.get(tab.sheetId)),
      ...cellRequests(tab, current, lines.get(tab.sheetId)?.rows ?? new Map()),
      ...(isBrief ? [] : groupRequests(tab, current)),
      ...protectionRequests(tab, current, editors),
      ...(isBrief ? [] : colouringRequests(tab, current)),
    ]
  })
  // Charts come last: they refer to tabs that may just have been made.
  const charts = isBrief ? [] : tabs.flatMap((tab) => chartRequests(tab, sheets))
  return [...zone, ...each, ...charts]
}
