import { cellFields } from './cell-looks'

/** The part of the Sheets API's answer that a comparison needs. */
export type CurrentSheet = {
  properties: {
    sheetId: number
    title: string
    index: number
    hidden?: boolean
    gridProperties?: {
      rowCount?: number
      columnCount?: number
      frozenRowCount?: number
      frozenColumnCount?: number
    }
    tabColorStyle?: { rgbColor?: Partial<Record<'red' | 'green' | 'blue', number>> }
  }
  protectedRanges?: CurrentProtection[]
  conditionalFormats?: unknown[]
  charts?: CurrentChart[]
  columnGroups?: { range: { startIndex?: number; endIndex?: number }; collapsed?: boolean }[]
  data?: CurrentRows[]
}

type CurrentCell = { userEnteredFormat?: unknown; dataValidation?: unknown }

export type CurrentLine = { values?: CurrentCell[] }

/** Rows of a tab from `startRow` on; rows at the end that carry no look are left out. */
export type CurrentRows = {
  startRow?: number
  columnMetadata?: { pixelSize?: number }[]
  rowData?: CurrentLine[]
}

export type CurrentProtection = {
  protectedRangeId?: number
  range?: Record<string, number>
  warningOnly?: boolean
  editors?: { users?: string[] }
  unprotectedRanges?: unknown[]
}

export type CurrentChart = {
  chartId?: number
  spec?: Record<string, unknown>
  position?: { overlayPosition?: Record<string, unknown> }
}

export type CurrentLooks = {
  properties?: { locale?: string; timeZone?: string }
  sheets?: CurrentSheet[]
}

const brief = [
  'properties(sheetId,title,index,hidden,gridProperties,tabColorStyle)',
  'protectedRanges(protectedRangeId,range,warningOnly,editors(users),unprotectedRanges)',
]
const heavy = [
  'conditionalFormats(ranges,booleanRule(condition,format(backgroundColorStyle,textFormat(foregroundColorStyle,bold,italic,strikethrough,underline))))',
  'columnGroups(range)',
  'charts(chartId,spec,position)',
]
const frameOf = (members: readonly string[]): string =>
  `properties(locale,timeZone),sheets(${members.join(',')})`

/** What is asked of the Sheets API of a whole workbook to compare looks: what is declared, but no cells. */
export const frameFields = frameOf([...brief, ...heavy])

/** The same without what takes most of it: colourings, groups and charts. */
export const briefFields = frameOf(brief)

/** What is asked of its cells: those of a tab's rows that are looked at. */
export const rowFields = `sheets(properties(sheetId),data(startRow,columnMetadata(pixelSize),rowData(values(${cellFields},dataValidation))))`

const round = (value: number): number => Math.round(value * 255)

const norm = (value: unknown): unknown => {
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.map(norm)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== false)
  const isColour =
    entries.length > 0 && entries.every(([key]) => /^(red|green|blue|alpha)$/.test(key))
  if (isColour || 'rgbColor' in value) {
    const colour = ('rgbColor' in value ? value.rgbColor : value) as Record<string, number>
    return [round(colour.red ?? 0), round(colour.green ?? 0), round(colour.blue ?? 0)]
  }
  // backgroundColor and its like only repeat the style that stands beside them.
  const kept = entries.filter(([key]) => !/^(backgroundColor|foregroundColor|tabColor)$/.test(key))
  return Object.fromEntries(
    kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, norm(each)]),
  )
}

// Most cells of a tab share one statement.
const normed = new WeakMap<object, string>()

const textOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const text = normed.get(value) ?? JSON.stringify(norm(value))
  normed.set(value, text)
  return text
}

/** Whether two statements of a look say the same, members at their default left out. */
export const sameLook = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b)

/**
 * Whether what stands says everything that is wanted. The Sheets API answers with more than it was
 * sent (a font, a second name of each colour) and leaves out what is at its default.
 */
export const saysLook = (now: unknown, wanted: unknown): boolean => {
  if (Array.isArray(wanted)) {
    const list = Array.isArray(now) ? now : []
    return list.length === wanted.length && wanted.every((each, i) => saysLook(list[i], each))
  }
  if (typeof wanted !== 'object' || wanted === null)
    return now === wanted || (now === undefined && (wanted === 0 || wanted === ''))
  if ('rgbColor' in wanted) return sameLook(now, wanted)
  const members = (now ?? {}) as Record<string, unknown>
  return Object.entries(wanted).every(([key, each]) => saysLook(members[key], each))
}
