import { isEqual } from 'es-toolkit'
import type { LooksRequest } from './looks-request'
import { type ColumnLook, colours, type TabLook } from './tab-look'

/** Rows of a tab that carry its looks from the start. */
export const lookRows = 200

type Rgb = { red: number; green: number; blue: number }

/** A colour as the Sheets API states it: shares of one, rounded so that they survive a round trip. */
export const rgb = (hex: string): Rgb => {
  const part = (at: number) =>
    Math.round((Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 1e4) / 1e4
  return { red: part(1), green: part(3), blue: part(5) }
}

/** The looks of a cell: banner, heading or row, by its column. */
export type CellLook = { format: Record<string, unknown>; choices: readonly string[] }

const base = (
  background: string,
  colour: string,
  bold: boolean,
  fontSize?: number,
): Record<string, unknown> => ({
  backgroundColorStyle: { rgbColor: rgb(background) },
  numberFormat: { type: 'TEXT', pattern: '@' },
  textFormat: {
    foregroundColorStyle: { rgbColor: rgb(colour) },
    bold,
    ...(fontSize === undefined ? {} : { fontSize }),
  },
  verticalAlignment: 'TOP',
})

export const bannerLook: CellLook = {
  format: { ...base(colours.banner, colours.bannerText, true), wrapStrategy: 'OVERFLOW_CELL' },
  choices: [],
}

export const headLook = (column: ColumnLook): CellLook => ({
  format: {
    ...base(column.script ? colours.scriptHead : colours.head, colours.headText, true),
    wrapStrategy: 'WRAP',
  },
  choices: [],
})

export const rowLook = (column: ColumnLook, locked: boolean): CellLook => ({
  format: {
    ...base(
      column.script && !locked ? colours.script : colours.input,
      column.script && !locked ? colours.scriptText : colours.text,
      column.leads === true,
    ),
    ...(column.figure === true ? { numberFormat: { type: 'NUMBER', pattern: '0' } } : {}),
    wrapStrategy: column.leads === true ? 'OVERFLOW_CELL' : 'WRAP',
  },
  choices: column.choices,
})

const titleLook: CellLook = {
  format: {
    ...base(colours.input, colours.bannerText, true, 16),
    wrapStrategy: 'OVERFLOW_CELL',
  },
  choices: [],
}

/** A part of a tab that looks alike: rows and one column, counted from 0, the end not included. */
export type LookArea = { top: number; bottom: number; left: number; right: number; look: CellLook }

/** Neighbouring columns that look alike as one area: each area costs a request of its own. */
const alike = (looks: readonly CellLook[], top: number, bottom: number): LookArea[] => {
  const areas: LookArea[] = []
  looks.forEach((look, left) => {
    const last = areas[areas.length - 1]
    if (last && isEqual(last.look, look)) last.right = left + 1
    else areas.push({ top, bottom, left, right: left + 1, look })
  })
  return areas
}

/** The areas a tab is made of. */
export const areasOf = (tab: TabLook, rows: number): LookArea[] => {
  const first = tab.headed || tab.titled === true ? 2 : 1
  const width = tab.columns.length
  return [
    { top: 0, bottom: 1, left: 0, right: width, look: bannerLook },
    ...(tab.titled === true ? [{ top: 1, bottom: 2, left: 0, right: width, look: titleLook }] : []),
    ...(tab.headed ? alike(tab.columns.map(headLook), 1, 2) : []),
    ...alike(
      tab.columns.map((column) => rowLook(column, tab.locked)),
      first,
      rows,
    ),
  ]
}

/** What of a cell's format is declared; anything else people may set. */
export const cellFields =
  'userEnteredFormat(backgroundColorStyle,numberFormat,textFormat(foregroundColorStyle,bold,fontSize),verticalAlignment,wrapStrategy)'

/** The drop-down of a list: a warning, not a refusal, since cells are read generously. */
export const listRule = (choices: readonly string[]): Record<string, unknown> => ({
  condition: {
    type: 'ONE_OF_LIST',
    values: choices.map((value) => ({ userEnteredValue: value })),
  },
  strict: false,
  showCustomUi: true,
})

/** The requests that make an area look as declared; a new tab has no drop-downs to take away. */
export const areaRequests = (sheetId: number, area: LookArea, isNew = false): LooksRequest[] => {
  const range = {
    sheetId,
    startRowIndex: area.top,
    endRowIndex: area.bottom,
    startColumnIndex: area.left,
    endColumnIndex: area.right,
  }
  const cell = { userEnteredFormat: area.look.format }
  const format = { repeatCell: { range, cell, fields: cellFields } }
  const { choices } = area.look
  if (choices.length === 0 && isNew) return [format]
  return choices.length === 0
    ? [format, { setDataValidation: { range } }]
    : [format, { setDataValidation: { range, rule: listRule(choices) } }]
}
