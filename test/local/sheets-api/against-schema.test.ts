import { expect, test } from 'vitest'
import { againstSchema, checkMask } from '../../../src/local/sheets-api/against-schema'
import published from '../../../src/local/sheets-api/google-schema.json' with { type: 'json' }
import { requestShapes } from '../../../src/local/sheets-api/request-shapes'
import { tinyWorkspace } from '../tiny-workspace'

const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1 }
const format = (userEnteredFormat: Record<string, unknown>, fields = 'userEnteredFormat') => ({
  repeatCell: { range, cell: { userEnteredFormat }, fields },
})
const validation = (type: unknown) => ({
  setDataValidation: { range, rule: { condition: { type, values: [] }, strict: true } },
})

const refused: [what: string, request: Record<string, unknown>, why: string][] = [
  [
    'a request that does not exist',
    { paintCell: {} },
    `Unknown name "paintCell" at 'requests[0]': Cannot find field.`,
  ],
  [
    'a member of a format that does not exist',
    format({ textFormat: { blod: true } }),
    `Unknown name "blod" at 'requests[0].repeatCell.cell.userEnteredFormat.textFormat'`,
  ],
  [
    'an alignment that does not exist',
    format({ horizontalAlignment: 'MIDDLE' }),
    `Invalid value at 'requests[0].repeatCell.cell.userEnteredFormat.horizontalAlignment' (enum), "MIDDLE"`,
  ],
  ['a wrap strategy in small letters', format({ wrapStrategy: 'wrap' }), '(enum), "wrap"'],
  ['a flag as text', format({ textFormat: { bold: 'true' } }), '(boolean), "true"'],
  [
    'a mask of what a format has not',
    format({}, 'userEnteredFormat.colour'),
    "path 'userEnteredFormat.colour'",
  ],
  [
    'a mask below a plain value',
    format({}, 'userEnteredFormat.wrapStrategy.x'),
    "path 'userEnteredFormat.wrapStrategy'",
  ],
  ['a kind of validation that does not exist', validation('ONE_OF'), '(enum), "ONE_OF"'],
  ['a kind of validation that is no text', validation(1), '(enum), 1'],
  [
    'a width that is no whole number',
    {
      updateDimensionProperties: {
        range: { sheetId: 0, dimension: 'COLUMNS' },
        properties: { pixelSize: 12.5 },
        fields: 'pixelSize',
      },
    },
    '(integer), 12.5',
  ],
  [
    'one range where a list is wanted',
    { addConditionalFormatRule: { rule: { ranges: range } } },
    "'requests[0].addConditionalFormatRule.rule.ranges' (list)",
  ],
  [
    'a list where a message is wanted',
    { addSheet: { properties: [] } },
    "'requests[0].addSheet.properties' (SheetProperties)",
  ],
]

test.each(refused)('what Google would refuse is refused: %s', (_, request, why) => {
  expect(() => {
    againstSchema(request, 'requests[0]')
  }).toThrow(why)
})

test('a refused request reaches the store under the name of the call', () => {
  const { store, control } = tinyWorkspace()
  expect(() => {
    store.looks(control, [format({ verticalAlignment: 'CENTER' })])
  }).toThrow(
    /^API call to sheets.spreadsheets.batchUpdate failed with error: .*\(enum\), "CENTER"$/,
  )
})

test('what is asked of spreadsheets.get is a mask of a spreadsheet', () => {
  expect(() => {
    checkMask('Spreadsheet', 'sheets(properties(sheetId,title),data(rowData(values(note))))')
  }).not.toThrow()
  expect(() => {
    checkMask('Spreadsheet', 'sheets(property)')
  }).toThrow("path 'sheets.property'")
  const { run, control } = tinyWorkspace()
  const ended = run(`return Sheets.Spreadsheets.get('${control}', { fields: 'sheets.colour' })`)
  expect(ended.error).toContain("Cannot find matching fields for path 'sheets.colour'")
})

test('every request that the local store understands is one of Google’s', () => {
  const known = Object.keys(published.Request)
  expect(Object.keys(requestShapes).filter((name) => !known.includes(name))).toEqual([])
})
